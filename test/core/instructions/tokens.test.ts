import { expect, test } from 'vitest';
import { readTokens } from '../../../src/core/instructions/tokens.ts';

// Put together here, so that no scanner takes this file for a leak.
const body = ['kQwZrTnVbYpLmHsD', 'fGjKxCvBaEuIoPqRtW'].join('');

test.each([
  [`token = "hf_${body}"`, [`hf_${body.slice(0, 4)}…${body.slice(-4)}`]],
  [
    `Bearer hf_${body}\nexport T=api_org_${body}`,
    [`hf_${body.slice(0, 4)}…${body.slice(-4)}`, `api_org_${body.slice(0, 4)}…${body.slice(-4)}`],
  ],
  [`hf_${'x'.repeat(34)}`, []],
  [`hf_${'xX'.repeat(17)}`, []],
  [`hf_${'abcdefghijklmnopqrstuvwxyzabcdefgh'}`, []],
  [`hf_${'YourTokenHere'.padEnd(34, 'q')}`, []],
  [`hf_${'zyxwvutsrqponmlkjihgfedcbazyxwvuts'}`, []],
  [`hf_${body}extra`, []],
  [`hf_${body.slice(1)}`, []],
  [`my_hf_${body}`, []],
  ['hf_xxxx and hf_...', []],
])('%s', (text, evidence) => {
  expect(readTokens(text).map(token => token.evidence)).toEqual(evidence);
});

test('the span is the whole token, the evidence is not', () => {
  const text = `x = "hf_${body}"`;
  const [token] = readTokens(text);
  expect(text.slice(token!.span.start, token!.span.end)).toBe(`hf_${body}`);
  expect(token!.evidence).not.toContain(body.slice(4, 12));
});
