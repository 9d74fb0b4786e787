import type { SyntaxNode } from '@lezer/common';

/** The children of a node without those that are only marks: brackets, operators, comments. */
export function unmarked(node: SyntaxNode, marks: RegExp): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!marks.test(child.name)) found.push(child);
  return found;
}
