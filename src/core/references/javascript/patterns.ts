import type { SyntaxNode } from '@lezer/common';
import type { Expression, Step } from '../program/expression.ts';
import { operands, type Translator } from './translate.ts';

/** A name that a pattern binds, the way to it, and its default. */
export interface Bound {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly initial?: Expression;
}

/** People write two levels. */
const MAX_STEPS = 6;

/** The names of `model`, `[model, setModel]`, `{ model, rev: r = "main" }`. */
export function boundNames(node: SyntaxNode, translator: Translator, steps: readonly Step[] = []): Bound[] {
  if (node.name === 'VariableDefinition') return [{ name: translator.text(node), steps }];
  if (node.name === 'ArrayPattern') {
    return operands(node).flatMap((each, index) => boundNames(each, translator, [...steps, index]));
  }
  if (node.name !== 'ObjectPattern' || steps.length > MAX_STEPS) return [];
  return node.getChildren('PatternProperty').flatMap(property => {
    const parts = operands(property);
    const [first, second] = parts;
    if (!first) return [];
    const key = translator.keyText(first) ?? translator.text(first);
    const isRenamed = property.getChild(':') !== null;
    const target = isRenamed ? second : first;
    const hasDefault = property.getChild('Equals') !== null;
    const initial = hasDefault ? translator.expression(parts.at(-1)) : undefined;
    if (!target) return [];
    const found = boundNames(target, translator, [...steps, key]);
    return found.map(each => (initial && target.name === 'VariableDefinition' ? { ...each, initial } : each));
  });
}

export const isPattern = (node: SyntaxNode) => node.name === 'VariableDefinition' || node.name.endsWith('Pattern');
