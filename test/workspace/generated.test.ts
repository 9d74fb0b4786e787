import { expect, test } from 'vitest';
import { languageOf } from '../../src/core/languageOf.ts';
import { generatedBy } from '../../src/workspace/generated.ts';

const why = (path: string, text: string) => generatedBy(path, languageOf(path), text);
const minified = `!function(){${'var a=1;'.repeat(4_000)}}();`;
const person = Array.from({ length: 30 }, (_, i) => `const line${i} = ${i};\n`).join('');
const picture = `const picture = "${'A'.repeat(20_000)}";\n`;
const MINIFIED = 'minified by a build';
const LOCK = 'the lock file of a package manager';

test.each([
  // what lies there, how it is called, and why it is passed over
  ['one line from a bundler', 'bundle.js', minified, MINIFIED],
  [
    'the same under a licence',
    'app.js',
    `/*!\n * Licence\n${' * words\n'.repeat(20)} */\n// more\n${minified}\n`,
    MINIFIED,
  ],
  ['chunks in a few lines', 'chunk.mjs', `${minified}\n`.repeat(3), MINIFIED],
  ['chunks with a note on each', 'chunk.js', `/*! a */\n// b\n${minified}\n`.repeat(9), MINIFIED],
  ['code behind a comment in each line', 'a.js', `${person.replace(/^/gm, '/**/')}${picture}`, undefined],
  ['code behind an opening in a string', 'a.js', `const a = \`\n/*\n\`;\n${person}${picture}// */\n`, undefined],
  ['the same after a long line', 'a.js', `${minified}\nlet a = \`\n/*\n\`;\n${person}${picture}// */\n`, undefined],
  ['code in strings like comments', 'a.js', `${picture}a=\`\n${'// ${f()}\n'.repeat(40)}\``, undefined],
  ['lines of an old Macintosh', 'a.js', `${person}${picture}`.replaceAll('\n', '\r'), undefined],
  ['lines filled up with blanks', 'a.js', person.replaceAll('\n', `${' '.repeat(1_000)}\n`), undefined],
  ['a style sheet of a build', 'a.min.css', 'a{b:c}'.repeat(3_000), MINIFIED],
  ['a script with a picture in it', 'logo.ts', `${person}const logo = "${'A'.repeat(200_000)}";\n`, undefined],
  ['a short script, whatever its name', 'lib/load.min.js', 'load("a/b")', undefined],
  ['code that only says it is minified', 'load.min.js', person.repeat(30), undefined],
  ['code that says it is generated', 'api_pb2.py', `# @generated, DO NOT EDIT\n${minified}`, undefined],
  ['a table in one line', 'table.json', `{"a":[${'1,'.repeat(9_000)}1]}`, undefined],
  ['what npm locked', 'web/package-lock.json', '{"lockfileVersion": 3}', LOCK],
  ['what pnpm locked', 'pnpm-lock.yaml', 'lockfileVersion: 9', LOCK],
  ['a lock on what comes from the Hub', 'package-lock.json', '{"resolved": "https://huggingface.co/a/b"}', undefined],
  ['a lock by name alone', 'my-package-lock.json', '{}', undefined],
])('%s: %s', (_what, path, text, expected) => {
  expect(why(path, text)).toBe(expected);
});
