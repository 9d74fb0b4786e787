import { expect, test } from 'vitest';
import { plain } from '../../../src/core/reports/terminal.ts';
import { scanText } from '../../../src/core/reports/text.ts';
import { reportOn } from './samples.ts';

const TOKEN = ['hf_', 'iLQZgTNsQuVvj', 'cUkveiFqkHrVWuXuoglDG'].join('');

test.each([
  ['the mark itself', `value = "‹${TOKEN}›"`],
  ['before the mark', `login("${TOKEN}"); load("‹x›")`],
  ['cut by the room before the mark', `login("${TOKEN}")${' '.repeat(40)}load("‹x›")`],
  ['behind the mark', `load("‹x›", token="${TOKEN}")`],
])('a quote shows no token: %s', (_, marked) => {
  const told = scanText(reportOn('a.py', marked, {}), { paint: plain, verbose: true });
  expect(told).toContain('a.py');
  expect(told).not.toContain(TOKEN.slice(10, 30));
  expect(told).not.toContain(TOKEN.slice(-12));
});
