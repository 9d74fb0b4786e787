import type { Span } from './span.ts';

/** A literal behind `&&` or `||`, with nothing that compares it. */
const OUTCOME = /(?:&&|\|\|)[ \t]*'([^'\n]+)'(?=[ \t]*(?:\|\||\)|\}\}|$))/dg;

/** Where the literals stand that an expression of a GitHub workflow may come to: `${{ inputs.big && 'org/one' || 'org/two' }}`. */
export function outcomes(expression: string): Span[] {
  return [...expression.matchAll(OUTCOME)].map(({ indices }) => {
    const [start, end] = indices![1]!;
    return { start, end };
  });
}
