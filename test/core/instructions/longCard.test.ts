import { expect, test } from 'vitest';
import { readCardHazards } from '../../../src/core/instructions/readInstructionHazards.ts';

/** The most of a card that is ever asked for. */
const LENGTH = 256 * 1024;

/** What cost most of eighty such patterns, and what a careless expression would go back and forth in. */
const PATTERNS: Readonly<Record<string, string>> = {
  'commands in one line': 'python run.py && ',
  'words in backticks': '`start.bat` ',
  'zero-width letters': 'c\u200bu\u200brl ',
  'nested lists': '  - a\n',
  'pipes to a shell': 'curl https://x.io/a.sh | sh\n',
  'quotes in quotes': '> ',
  backticks: '`',
  brackets: '[',
  'open links': '[a](',
  'open comments': '<!-- ',
  substitutions: '$(curl x',
  'archives with passwords': 'unzip -P pass a.zip\n',
  'one long word': 'a',
  'blank lines': '\n',
};

test.each(Object.entries(PATTERNS))('a card of 256 KB of %s is read in bounded time', (_, unit) => {
  const text = `Run start.bat as administrator.\n\n${unit.repeat(LENGTH / unit.length)}`.slice(0, LENGTH);
  const before = process.cpuUsage();
  readCardHazards(text, { kind: 'model', library: 'transformers' });
  // 0.4 s at most was measured on a busy machine, and four times the length takes three times as long; what grows with the
  // square of the length takes minutes.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
});
