import type { SyntaxNode } from '@lezer/common';
import type { Step } from '../program/expression.ts';
import { operands } from './translate.ts';

/** A name that a pattern binds, and the way to it. */
export interface Bound {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** People write two levels. */
const MAX_STEPS = 6;

/** The names of `(repo, file)`, `Some(id)`, `Config { repo, rev: r }`. A variant of an own enum is not looked through. */
export function boundNames(node: SyntaxNode, source: string, steps: readonly Step[] = []): Bound[] {
  if (steps.length > MAX_STEPS) return [];
  const text = (each: SyntaxNode) => source.slice(each.from, each.to);
  const parts = operands(node);
  switch (node.name) {
    case 'BoundIdentifier':
      return text(node) === 'None' ? [] : [{ name: text(node), steps }];
    case 'TuplePattern': {
      const [first] = parts;
      const isNamed = first !== undefined && /TypeIdentifier$/.test(first.name);
      if (!isNamed) return parts.flatMap((each, index) => boundNames(each, source, [...steps, index]));
      return /^(?:Some|Ok)$/.test(text(first)) && parts[1] ? boundNames(parts[1], source, steps) : [];
    }
    case 'StructPattern':
      return (node.getChild('FieldPatternList')?.getChildren('FieldPattern') ?? []).flatMap(field => {
        const [first, second] = operands(field);
        return first ? boundNames(second ?? first, source, [...steps, text(first)]) : [];
      });
    case 'RefPattern':
    case 'MutPattern':
    case 'ReferencePattern':
    case 'CapturedPattern':
      return parts.slice(0, 1).flatMap(each => boundNames(each, source, steps));
    default:
      return [];
  }
}

export const isPattern = (node: SyntaxNode) => node.name === 'BoundIdentifier' || node.name.endsWith('Pattern');
