import { expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/trust/assessment.ts';
import { isBarred } from '../../../src/core/trust/barred.ts';

const listed = (severity: 'error' | 'warning' | 'information') => ({
  rule: 'known-malicious',
  severity,
  message: '',
  weight: 0,
});
const of = (given: Partial<Pick<Assessment, 'verdict' | 'decision' | 'signals'>>) =>
  isBarred({ verdict: 'caution', signals: [], ...given });

it('bars what is dangerous, blocked or listed, and nothing else', () => {
  expect(of({})).toBe(false);
  expect(of({ verdict: 'risky' })).toBe(false);
  expect(of({ verdict: 'dangerous' })).toBe(true);
  expect(of({ decision: { what: 'blocked', named: 'a', by: 'publisher' } })).toBe(true);
  expect(of({ decision: { what: 'approved', named: 'a', by: 'publisher' } })).toBe(false);
  expect(of({ signals: [listed('warning')] })).toBe(true);
  // A researcher's demonstration is used by those who know what it is.
  expect(of({ signals: [listed('information')] })).toBe(false);
});
