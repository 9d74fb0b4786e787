import { describe, expect, test } from 'vitest';
import { assessmentText } from '../../../src/core/reports/listings.ts';
import { painted, terminalWidth } from '../../../src/core/reports/terminal.ts';
import { scanText } from '../../../src/core/reports/text.ts';
import { assessment, reportOn } from './samples.ts';

describe('the text of a scan', () => {
  test.each([
    // the line with its mark, how it is drawn
    ['x = load("‹org/name›")', ['1 | x = load("org/name")', '  |           ^^^^^^^^']],
    ['\t\tload("‹a/b›")', ['1 | load("a/b")', '  |       ^^^']],
    ['名 = "‹a/b›"', ['1 | 名 = "a/b"', '  |       ^^^']],
    ['e\u0301 = "‹a/b›"', ['1 | e\u0301 = "a/b"', '  |      ^^^']],
    ['"\u202e" "‹a\u001b/b›"', ['1 | "\\u{202e}" "a\\u{001b}/b"', '  |             ^^^^^^^^^^^']],
    ['run ‹two\nlines›', ['1 | run two', '  |     ^^^']],
    ['nothing ‹›here', ['1 | nothing here', '  |         ^']],
  ])('%j', (marked, drawn) => {
    const lines = scanText(reportOn('a.py', marked, {})).split('\n');
    expect(lines.slice(2, 4).map(line => line.slice(4))).toEqual(drawn);
  });

  test('a line without an end is shown around the mark', () => {
    const text = scanText(reportOn('a.py', `${'x'.repeat(5000)}‹org/name›${'y'.repeat(5000)}`, {}));
    expect(text).toContain(`…${'x'.repeat(60)}org/name${'y'.repeat(60)}…`);
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThan(160);
  });

  test('hints and silenced findings are counted, and shown when asked for', () => {
    const report = reportOn('a.py', '‹x›', { severity: 'hint' }, { severity: 'error', suppressed: true });
    const quiet = scanText(report);
    expect(quiet).toMatch(/^No findings\.\nNot shown: 1 hint, 1 silenced by comments \(--verbose shows them\)\.\n/);
    const verbose = scanText(report, { verbose: true });
    expect(verbose).toContain('1:1  hint  This is wrong.  some-rule\n');
    expect(verbose).toContain('1:1  error  This is wrong.  some-rule (silenced by a comment)\n');
    expect(verbose).not.toContain('Not shown');
  });

  test('findings at the same place share their line', () => {
    const text = scanText(reportOn('a.py', 'load("‹a/b›")', {}, { severity: 'information', rule: 'other-rule' }));
    expect(text).toBe(`a.py
  1:7  warning  This is wrong.  some-rule
  1:7  information  This is wrong.  other-rule
    1 | load("a/b")
      |       ^^^

2 findings: 1 warning, 1 information.
What a rule means: model-trust rules some-rule
Read 1 file (11 B) with 0 references to 0 repos.
`);
  });

  test('in a notebook, the cell is said', () => {
    const text = scanText(reportOn('a.ipynb', '‹x›', { cell: { index: 4, line: 2, column: 7 } }));
    expect(text).toContain('  1:1 (cell 5, line 2)  warning  ');
  });

  test('says what was not read and what was not checked', () => {
    const report = {
      ...reportOn('a.py', 'x'),
      repos: new Map([['models/org/name', assessment()]]),
      skipped: [
        { path: 'b\u001b.py', why: 'a binary file' },
        { path: 'c.py', why: 'a binary file' },
        { path: 'd', why: 'installed packages' },
      ],
    };
    expect(scanText(report)).toContain(
      'Not read: 3 paths (2 × a binary file; 1 × installed packages).\nAmong them: b\\u{001b}.py, c.py.\nNot checked: publisher (offline).\n',
    );
    expect(scanText(report, { verbose: true })).toContain('  b\\u{001b}.py: a binary file\n');
  });

  test('names a few of what it should have read, the rarest reason first', () => {
    const ignored = Array.from({ length: 9 }, (_, i) => ({ path: `a${i}.js`, why: 'ignored by git' }));
    const skipped = [...ignored, { path: 'z.sh', why: 'a binary file' }];
    expect(scanText({ ...reportOn('a.py', 'x'), skipped })).toContain(
      '\nAmong them: z.sh, a0.js, a1.js, a2.js, a3.js and 5 more (--verbose shows them).\n',
    );
  });

  test('nothing to read is not the same as no findings', () => {
    expect(scanText({ version: '1', files: [], repos: new Map(), skipped: [] })).toMatch(
      /^There was nothing to read\.\n/,
    );
  });

  test('colours end where they began', () => {
    const text = scanText(reportOn('a.py', '‹x›', { severity: 'error' }), { paint: painted });
    expect(text).toContain('\u001b[31merror\u001b[39m');
    expect(text.match(/\u001b\[(?:1|2|31)m/g)?.length).toBe(text.match(/\u001b\[(?:22|39)m/g)?.length);
  });
});

test('an assessment: the verdict, the id, and its signals below', () => {
  const signals = [{ rule: 'some-rule', severity: 'error' as const, message: 'It is `bad\u0007`.', weight: 3 }];
  expect(assessmentText(assessment({ verdict: 'dangerous', kind: 'space', signals }))).toBe(
    'dangerous  org/name (space)\n           error  It is bad\\u{0007}.  some-rule\n',
  );
});

test.each([
  ['abc', 3],
  ['名前', 4],
  ['e\u0301', 1],
  ['🤗', 2],
  ['', 0],
])('a terminal gives %j %i columns', (text, width) => {
  expect(terminalWidth(text)).toBe(width);
});
