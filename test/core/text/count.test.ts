import { describe, expect, it } from 'vitest';
import { count } from '../../../src/core/text/count.ts';

describe('a counted number', () => {
  it('is grouped as the locale groups it, whatever it is', () => {
    for (const n of [0, 7, 999, 1000, 12_345, 244_168, 1_234_567, 9_007_199_254_740_991, -1, -123_456, 0.5, 1e21]) {
      expect(count(n)).toBe(n.toLocaleString('en-US'));
    }
  });
});
