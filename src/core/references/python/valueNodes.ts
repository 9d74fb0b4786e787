import type { SyntaxNode } from '@lezer/common';

const SKIPPED = new Set(['Comment', '⚠', '(', ')', '[', ']', '{', '}', ',', ':', 'await', '.']);

const NOT_VALUES = new Set([
  'AssignOp',
  'ArithOp',
  'CompareOp',
  'BitOp',
  'LogicOp',
  'TypeDef',
  'UpdateOp',
  'At',
  'PropertyName',
]);

const KEYWORD = /^[a-z]+$/;

/** Punctuation and keywords are nodes as well; what can stand for a value begins with a capital. */
export function isExpression(node: SyntaxNode): boolean {
  return !SKIPPED.has(node.name) && !KEYWORD.test(node.name) && /^[A-Z]/.test(node.name) && !NOT_VALUES.has(node.name);
}
