import type { SyntaxNode } from '@lezer/common';
import { packageOf } from './packageOf.ts';
import type { Translator } from './translate.ts';

/** What an import binds: names of the file, and the way to each into the package. */
export interface Imports {
  readonly package: string;
  readonly names: readonly { readonly local: SyntaxNode; readonly path: readonly string[] }[];
}

export function importsOf(node: SyntaxNode, translator: Translator): Imports | undefined {
  const from = packageAt(node.getChildren('String').at(-1), translator);
  if (from === undefined) return undefined;
  const names: { local: SyntaxNode; path: readonly string[] }[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    // What a package gives by default is called what the file calls it: `OpenAI`.
    if (child.name === 'VariableDefinition') {
      names.push({ local: child, path: child.prevSibling?.name === 'as' ? [] : [translator.text(child)] });
    }
    if (child.name !== 'ImportGroup') continue;
    let original: string | undefined;
    for (let part = child.firstChild; part; part = part.nextSibling) {
      if (part.name === ',') original = undefined;
      else if (part.name === 'VariableName' || part.name === 'String') original = translator.text(part);
      else if (part.name === 'VariableDefinition') {
        names.push({ local: part, path: [original ?? translator.text(part)] });
      }
    }
  }
  return { package: from, names };
}

/** `export … from "package"` says which library a file is about. */
export const exportedFrom = (node: SyntaxNode, translator: Translator): string | undefined =>
  node.getChild('from') ? packageAt(node.getChild('String'), translator) : undefined;

function packageAt(specifier: SyntaxNode | null | undefined, translator: Translator): string | undefined {
  const read = specifier && translator.expression(specifier);
  return read?.type === 'text' ? packageOf(read.value) : undefined;
}
