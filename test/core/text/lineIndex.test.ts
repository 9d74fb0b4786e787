import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../src/core/text/lineIndex.ts';

describe('LineIndex', () => {
  it.each([
    ['a\nb', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb\n', [0, 2, 4]],
    ['\n\r\n\r', [0, 1, 3, 4]],
    ['', [0]],
  ])('%j begins its lines at %j', (text, starts) => {
    const lines = new LineIndex(text);
    expect(Array.from({ length: lines.lineCount }, (_, line) => lines.lineStart(line))).toEqual(starts);
  });

  it('counts lines as splitting does, and finds every offset again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '😀') }), text => {
        const lines = new LineIndex(text);
        expect(lines.lineCount).toBe(text.split(/\r\n|\r|\n/).length);
        for (let offset = 0; offset <= text.length; offset++) {
          const position = lines.position(offset);
          expect(lines.offset(position)).toBe(offset);
          expect(position.column).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('clamps what lies outside', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.position(99)).toEqual({ line: 1, column: 2 });
    expect(lines.offset({ line: 0, column: 99 })).toBe(3);
    expect(lines.offset({ line: 9, column: 0 })).toBe(5);
  });
});
