import type { SyntaxNode } from '@lezer/common';
import type { Expression } from '../program/expression.ts';
import { type Bound, boundNames } from './patterns.ts';
import { operands, type Translator } from './translate.ts';

/** A name that a function takes. */
export interface Taken extends Bound {
  /** Its place in the call, from 0. */
  readonly position: number;
  /** The default of the whole pattern: `({ model } = { model: "id" })`. */
  readonly whole?: Expression;
}

/** What a function takes; `initial` is also the default of a parameter without a pattern. */
export function parametersOf(node: SyntaxNode, translator: Translator): Taken[] {
  const list = node.getChild('ParamList');
  const parts = list ? operands(list) : [];
  const between = (from: SyntaxNode | undefined, to: SyntaxNode | undefined) =>
    from && to ? translator.source.slice(from.to, to.from) : '';
  const found: Taken[] = [];
  let position = -1;
  for (const [index, part] of parts.entries()) {
    const isDefault = between(parts[index - 1], part).includes('=');
    if (isDefault) continue;
    position++;
    const next = parts[index + 1];
    const hasDefault = /=(?!>)/.test(between(part, next));
    const given = hasDefault ? translator.expression(next) : undefined;
    for (const bound of boundNames(part, translator)) {
      const initial = bound.initial ?? (bound.steps.length === 0 ? given : undefined);
      const whole = initial ? undefined : given;
      found.push({ ...bound, position, ...(initial && { initial }), ...(whole && { whole }) });
    }
  }
  return found;
}
