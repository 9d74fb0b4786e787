import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { describeEdit } from '../../../src/core/names/describeEdit.ts';
import { TOO_FAR, weightedDistance } from '../../../src/core/names/editCost.ts';
import { lowerBytes } from '../../../src/core/names/idBytes.ts';

const weighted = (a: string, b: string, limit = 100_000) => {
  const [x, y] = [lowerBytes(a), lowerBytes(b)];
  return weightedDistance(x, 0, x.length, y, 0, y.length, limit);
};
const text = fc.string({ unit: fc.constantFrom(...'abilo01-m'), maxLength: 14 });

describe('edits in words', () => {
  it.each([
    ['EleuterAI', 'EleutherAI', 1, 'a missing h'],
    ['gooogle', 'google', 1, 'a doubled o'],
    ['micorsoft', 'microsoft', 1, 'ro written as or'],
    ['meta-Ilama', 'meta-llama', 1, 'a capital I in place of l'],
    ['opena1', 'openai', 1, 'a one in place of i'],
    ['metallama', 'meta-llama', 1, 'only punctuation'],
    ['rnicrosoft', 'microsoft', 2, 'rn in place of m'],
    ['nvidea', 'nvidia', 1, 'an e in place of i'],
    ['stabiltyaix', 'stabilityai', 2, 'a missing i and an extra x'],
    ['NVIDIA', 'nvidia', 0, 'only the case'],
  ])('%s for %s', (typed, meant, plain, words) =>
    expect(describeEdit(typed, meant)).toEqual({ distance: plain, words }),
  );

  it('never counts more edits than a plain Levenshtein distance', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(describeEdit(a, b).distance).toBeLessThanOrEqual(distance(a, b));
      }),
    );
  });
});

describe('weighted distance', () => {
  it.each([
    ['eleuterai', 'eleutherai', 80],
    ['gooogle', 'google', 40],
    ['micorsoft', 'microsoft', 50],
    ['nvldla', 'nvidia', 90],
    ['deepseek_ai', 'deepseek-ai', 25],
    ['llama-3', 'llama-4', 200],
    ['open0', 'openo', 45],
  ])('%s for %s costs %i', (a, b, cost) => expect(weighted(a, b)).toBe(cost));

  it('is symmetric, zero only for equals, and the same under any limit that it does not exceed', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 400 }), (a, b, limit) => {
        const whole = weighted(a, b);
        expect(weighted(b, a)).toBe(whole);
        expect(whole === 0).toBe(a === b);
        expect(weighted(a, b, limit)).toBe(whole <= limit ? whole : TOO_FAR);
      }),
    );
  });
});
