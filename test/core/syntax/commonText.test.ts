import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedRange } from '../../../src/core/syntax/changedRange.ts';
import { commonEnd, commonStart } from '../../../src/core/syntax/commonText.ts';

/** Texts that share much, longer than what is compared in one go. */
const pairs = fc
  .record({
    head: fc.nat(40_000),
    tail: fc.nat(40_000),
    before: fc.string({ maxLength: 5 }),
    after: fc.string({ maxLength: 5 }),
  })
  .map(({ head, tail, before, after }) => {
    const [start, end] = ['ab\n'.repeat(head), 'a\u{1f600}'.repeat(tail)];
    return [start + before + end, start + after + end] as const;
  });

/** The same, one character after the other. */
function shared(a: string, b: string, at: (text: string, index: number) => number): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && at(a, length) === at(b, length)) length++;
  return length;
}

test('what two texts share at their ends is found as by comparing character after character', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      expect(commonStart(a, b)).toBe(shared(a, b, (text, index) => text.charCodeAt(index)));
      expect(commonEnd(a, b)).toBe(shared(a, b, (text, index) => text.charCodeAt(text.length - 1 - index)));
    }),
    { numRuns: 50 },
  );
});

test('one edit turns the one text into the other', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const change = changedRange(a, b);
      const made = change ? a.slice(0, change.from) + b.slice(change.from, change.newEnd) + a.slice(change.oldEnd) : a;
      expect(made).toBe(b);
    }),
    { numRuns: 50 },
  );
});
