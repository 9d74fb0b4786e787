import { expect, test } from 'vitest';
import { readInstructions } from '../../../src/core/instructions/documents/readInstructions.ts';

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
