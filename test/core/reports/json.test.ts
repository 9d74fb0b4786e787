import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeJson } from '../../../src/core/reports/json.ts';

/** What steers terminals, reorders text or hides in it. */
const HIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u;

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u009b',
      '\u202e',
      '\u2066',
      '\u200d',
      '\ufeff',
      '\u2028',
      '\u{e0041}',
      '\ud800',
      '"',
      '\\',
      '\n',
      '/',
    ),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

test('safe JSON says the same, and shows nothing hidden', () => {
  fc.assert(
    fc.property(fc.dictionary(nasty, fc.oneof(nasty, fc.array(nasty), fc.constant(null))), value => {
      for (const indent of [undefined, 2]) {
        const json = safeJson(value, indent);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(json).not.toMatch(HIDDEN);
      }
    }),
  );
});
