import type { SyntaxNode } from '@lezer/common';
import type { Expression } from '../program/expression.ts';
import { operands } from './translate.ts';

/** The type that an `impl` is for. */
export const typeOf = (node: SyntaxNode): SyntaxNode | undefined =>
  operands(node)
    .filter(each => /Type$|TypeIdentifier$/.test(each.name))
    .at(-1);

/** `Config` of `crate::Config<'a>`. */
export function typeName(node: SyntaxNode | undefined, source: string): string {
  if (!node) return '';
  const written = source.slice(node.from, Math.min(node.to, node.from + 200));
  return /\w+$/.exec(written.split('<')[0]!.trimEnd())?.[0] ?? '';
}

/** An object of the type, of which no more is known. */
export const madeOf = (type: string): Expression => ({
  type: 'call',
  callee: { type: 'name', name: type, from: 0, to: 0 },
  arguments: [],
  from: 0,
  to: 0,
});
