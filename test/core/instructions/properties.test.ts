import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import { readInstructionHazards } from '../../../src/core/instructions/readInstructionHazards.ts';
import { processorTime } from '../../support/processorTime.ts';

const LANGUAGES = [
  'markdown',
  'python',
  'batch',
  'powershell',
  'shell',
  'notebook',
  'other',
] as const satisfies Language[];
const PIECES = [
  'run ',
  'start.bat',
  '`',
  '**',
  '\n',
  '\n\n',
  '- ',
  '```bash\n',
  '```\n',
  '# FAQ\n',
  '| ',
  'curl -s ',
  'https://a.invalid/x ',
  '| sh',
  'powershell -w hidden ',
  '-enc ',
  'SQBFAFgAIAAoAGUAYwBo',
  'disable ',
  'your antivirus',
  ' as administrator',
  'Win + R',
  'Ctrl+V',
  'paste it',
  'https://gofile.io/d/x ',
  'password: x',
  '.zip',
  'exec(',
  'requests.get(u)',
  '.text',
  ')',
  '"',
  "'",
  '[::-1]',
  'base64.b64decode(',
  '"aHR0cHM6Ly9h"',
  'import base64 as b\n',
  'try:\n',
  '  ',
  'except: pass\n',
  'hf_',
  'abcdefghij',
  '^',
  '%a:~0,1%',
  '<<EOF\n',
  '<!--',
  '-->',
  '---\n',
  '\r',
  '\u2028',
  '双击',
  '。',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(pieces => pieces.join('')),
);

test('never throws; spans lie inside the text, in order, and the evidence is what stands there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), hostile, (language, text) => {
      const hazards = readInstructionHazards({ path: 'README.md', language, text });
      hazards.forEach(({ type, span, evidence }, i) => {
        expect(span.start).toBeGreaterThanOrEqual(i === 0 ? 0 : hazards[i - 1]!.span.start);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
        if (type !== 'leaked-token') expect(text.slice(span.start, span.end)).toBe(evidence);
      });
    }),
    { numRuns: 600 },
  );
});

/** Lines that begin a pattern again and again. */
const BEGINNINGS = [
  'curl ',
  'curl a.b ',
  'run as ',
  'run start.bat ',
  'a.bat ',
  'a/',
  'powershell -ex ',
  'add exclusion ',
  'win+r ',
  'password ',
  '"',
  '`',
  '((',
  'iex(',
  '%a:~0,1%',
  'https://bit.ly/a ',
  'sh -c "$(curl ',
  'git clone ',
  '<a ',
  'never ',
  '- a\n',
  '# a\n',
  '```\n',
  'curl -o a.exe http://x\n',
];
const filled = (beginning: string, length: number) =>
  beginning.repeat(Math.ceil(length / beginning.length)).slice(0, length);
const timeOf = (language: Language, text: string) =>
  processorTime(() => readInstructionHazards({ path: 'README.md', language, text }));

describe('time grows with the length, not with its square', () => {
  // Parsing Python is the parser's own time; what this room does with the tree is bounded by node counts.
  test.each(['markdown', 'batch', 'powershell', 'shell'] as const)(
    '%s',
    language => {
      for (const beginning of BEGINNINGS) {
        timeOf(language, filled(beginning, 2_000));
        const short = timeOf(language, filled(beginning, 10_000));
        const long = timeOf(language, filled(beginning, 100_000));
        // Ten times the text takes ten times as long; a square would take a hundred. Small times are noise.
        expect(long, `${JSON.stringify(beginning)}: ${short} ms, then ${long} ms`).toBeLessThan(
          Math.max(40 * short, 1_000),
        );
      }
    },
    60_000,
  );

  test.each(['markdown', 'batch', 'powershell', 'shell'] as const)(
    'one line of a megabyte, %s',
    language => {
      const line = filled(BEGINNINGS.filter(beginning => !beginning.includes('\n')).join(''), 1_000_000);
      expect(timeOf(language, line)).toBeLessThan(10_000);
    },
    30_000,
  );
});
