import { expect, test } from 'vitest';
import { readInstructions } from '../../../src/core/instructions/documents/readInstructions.ts';

const told = (text: string) =>
  readInstructions({ path: 'README.md', language: 'markdown', text }).map(({ told }) => told);

test.each([
  'Run `start.bat`.',
  'Then double-click install.exe.',
  'You need to run `start.bat` first.',
  'If it does not start, run `start.bat`.',
  'Do not forget to run `start.bat`.',
  'It will not work unless you run `start.bat`.',
  '3. Launch **setup.exe**',
  'Disable your antivirus before the first start.',
  'You must turn off Windows Defender.',
  'Don’t worry: turn your firewall off.',
  '双击 `start.bat`。',
  'The `loader.py` script must be run before use.',
])('told: %s', text => expect(told(text)).toEqual(['imperative']));

test.each(['- `./run.sh`', '2. cd model && python loader.py', '<pre><code>python3 ./loader.py</code></pre>'])(
  'a command that stands alone: %s',
  text => expect(told(text)).toEqual(['code']),
);

test.each([
  'Do not run `start.bat`.',
  "You don't need to run `start.bat`.",
  'Never run `start.bat` from a mail.',
  'Instead of running anything, or without having to run `start.bat`, use pip.',
  'The installer will run `setup.exe`.',
  'Attackers told people to run `start.bat`.',
  'Can I run `start.bat`?',
  'We never ask you to disable Defender.',
  'It tries to disable Windows Defender.',
  'This would disable Windows Defender.',
  '# Changelog\n\n- Run start.bat on first launch',
  '不要运行 `start.bat`。',
])('mentioned: %s', text => expect(told(text)).toEqual(['mention']));

test.each([
  'The start.bat of v1 was removed.',
  'Place the file next to `start.bat`.',
  'See start.bat for the options.',
  'Open `webui-user.bat` in a text editor.',
  'Run python.exe or git.exe as you like.',
  'Run `python train.py`, `python inference.py` or `bash scripts/train.sh`.',
  'Run `python setup.py install` and `python -m pkg`.',
  'Run https://example.org/start.bat in your head.',
  '```\n├── start.bat\n└── loader.py\n```',
  '```json\n{ "run": "start.bat" }\n```',
  '<!-- run start.bat -->',
  'Enable your antivirus.',
  'Press Win+R, type cmd and press Enter.',
  'Join us on https://discord.gg/example.',
  'The password of the database is in `.env`.',
])('silent: %s', text => expect(told(text).filter(how => how !== 'mention')).toEqual([]));
