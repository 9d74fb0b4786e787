import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Excerpt } from '../../../src/core/text/excerpt.ts';

/** `a\nb` as JSON writes it: five characters outside are three inside. */
const escaped = () => Excerpt.builder().add('ab', 10).add('\n', 12, 2).add('cd', 14).build();

describe('an excerpt', () => {
  test('remembers where each character came from', () => {
    const excerpt = escaped();
    expect(excerpt.text).toBe('ab\ncd');
    expect(excerpt.toOuter({ start: 0, end: 2 })).toEqual({ start: 10, end: 12 });
    expect(excerpt.toOuter({ start: 2, end: 3 })).toEqual({ start: 12, end: 14 });
    expect(excerpt.toOuter({ start: 1, end: 4 })).toEqual({ start: 11, end: 15 });
    expect(excerpt.toOuter({ start: 5, end: 5 })).toEqual({ start: 16, end: 16 });
  });

  test('a slice speaks of the same outer text', () => {
    const slice = escaped().slice(1, 4);
    expect(slice.text).toBe('b\nc');
    expect(slice.toOuter({ start: 0, end: 3 })).toEqual({ start: 11, end: 15 });
  });

  test('any slice maps like the whole', () => {
    const pieces = fc.array(
      fc.record({ inner: fc.string({ minLength: 1, maxLength: 4 }), gap: fc.nat(3), same: fc.boolean() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, fc.nat(30), fc.nat(30), (all, a, b) => {
        const builder = Excerpt.builder();
        let outer = 0;
        for (const { inner, gap, same } of all) {
          outer += gap;
          const length = same || inner.length > 1 ? inner.length : 3;
          builder.add(inner, outer, length);
          outer += length;
        }
        const whole = builder.build();
        const [start, end] = [Math.min(a, b), Math.max(a, b)].map(at => Math.min(at, whole.text.length)) as [
          number,
          number,
        ];
        const slice = whole.slice(start, end);
        expect(slice.text).toBe(whole.text.slice(start, end));
        for (let i = 0; i < slice.text.length; i++) {
          expect(slice.toOuter({ start: i, end: i + 1 })).toEqual(
            whole.toOuter({ start: start + i, end: start + i + 1 }),
          );
        }
      }),
    );
  });
});
