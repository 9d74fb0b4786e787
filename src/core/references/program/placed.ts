import { type Span, shifted } from '../../text/span.ts';
import type { Text } from './expression.ts';

/** Where a stretch of a literal's value stands in the file. */
export function placed(text: Text, within: Span): Span {
  const inner = { start: within.start, end: within.end };
  return text.excerpt ? text.excerpt.toOuter(inner) : shifted(inner, text.start);
}
