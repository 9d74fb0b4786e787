/** Where code is fetched from by address: what stands before the name of the package. */
const DELIVERY =
  /^(?:npm:|jsr:|https?:\/\/(?:cdn\.jsdelivr\.net\/npm|esm\.sh|esm\.run|unpkg\.com|cdn\.skypack\.dev|ga\.jspm\.io\/npm:|jspm\.dev|esm\.unpkg\.com)\/?(?:v\d+\/|stable\/)?)/;

/** Files that people and the library itself keep its build in. */
const BUILD = /(?:^|\/)(transformers)(?:\.(?:web|node|min|esm|module|cdn))*(?:@[\w.-]+)?(?:\.[cm]?[jt]s)?$/;

/** The package that an import names: `@huggingface/hub` of `https://esm.sh/@huggingface/hub@1.0.0/dist/x.js`. */
export function packageOf(specifier: string): string {
  if (BUILD.test(specifier) && !/node_modules|^[@\w]/.test(specifier.replace(/^https?:.*/, ''))) {
    return '@huggingface/transformers';
  }
  const name = specifier.replace(DELIVERY, '').replace(/^\//, '');
  if (specifier.startsWith('.') || specifier.startsWith('/')) return specifier;
  return /^(?:@[\w.-]+\/)?[\w.-]+/.exec(name)?.[0] ?? specifier;
}
