/**
 * What reaches the Hub through a proxy is half a megabyte of which most people need nothing: it is a bundle of its own,
 * `proxyFetch.mjs`, which the others load from beside them when a variable names a proxy.
 * @type {import('esbuild').Plugin}
 */
export const proxyApart = {
  name: 'proxy-apart',
  setup(build) {
    build.onResolve({ filter: /\/proxyFetch\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './proxyFetch.mjs', external: true } : undefined,
    );
  },
};
