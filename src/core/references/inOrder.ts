import type { Reference } from './reference.ts';

/** By position, each place once: a load before a mere link, the load that runs code before one that does not. */
export function inOrder(references: readonly Reference[]): Reference[] {
  const sorted = [...references].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || weight(b) - weight(a),
  );
  return sorted.filter((each, index) => {
    const before = sorted[index - 1];
    return before?.span.start !== each.span.start || before.span.end !== each.span.end;
  });
}

function weight(reference: Reference): number {
  const { trustRemoteCode: trust } = reference;
  const runsCode = trust.state === 'known' && trust.value ? 4 : trust.state === 'unknown' ? 2 : 0;
  return (reference.link ? 0 : 8) + runsCode;
}
