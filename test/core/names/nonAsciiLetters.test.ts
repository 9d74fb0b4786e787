import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nonAsciiLetters } from '../../../src/core/names/nonAsciiLetters.ts';

it.each([
  ['meta-llama/Llama-3.1-8B', []],
  ['meta-ll\u0430ma/x', [{ index: 7, char: '\u0430', codePoint: 'U+0430', looksLike: 'a' }]],
  ['\u041epenAI/gpt', [{ index: 0, char: '\u041e', codePoint: 'U+041E', looksLike: 'O' }]],
  ['org/\uff4dodel', [{ index: 4, char: '\uff4d', codePoint: 'U+FF4D', looksLike: 'm' }]],
  ['org\u2013x/y', [{ index: 3, char: '\u2013', codePoint: 'U+2013', looksLike: '-' }]],
  [
    'org/\u6a21\u578b',
    [
      { index: 4, char: '\u6a21', codePoint: 'U+6A21' },
      { index: 5, char: '\u578b', codePoint: 'U+578B' },
    ],
  ],
  ['a/\u{1f916}b', [{ index: 2, char: '\u{1f916}', codePoint: 'U+1F916' }]],
])('%s', (id, expected) => expect(nonAsciiLetters(id)).toEqual(expected));

it('points at characters of the id and stops at sixteen, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), id => {
      const found = nonAsciiLetters(id);
      expect(found.length).toBeLessThanOrEqual(16);
      for (const { index, char } of found) expect(id.startsWith(char, index)).toBe(true);
    }),
  );
  expect(nonAsciiLetters('\u0430'.repeat(100_000))).toHaveLength(16);
});
