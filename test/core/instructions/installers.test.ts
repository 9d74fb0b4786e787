import { expect, test } from 'vitest';
import { hostKind, hostOf } from '../../../src/core/instructions/hosts.ts';
import { isOfficialInstaller } from '../../../src/core/instructions/installers.ts';

test.each([
  'https://hf.co/cli/install.sh',
  'unsloth.ai/install.ps1',
  'https://sh.rustup.rs',
  'https://astral.sh/uv/install.sh',
  'https://astral.sh/uv/0.9.1/install.ps1',
  'https://raw.githubusercontent.com/nvm-sh/nvm/v0.40.3/install.sh',
  'https://get.docker.com/',
  'https://ollama.com/install.sh?x=1',
])('official: %s', address => expect(isOfficialInstaller(address)).toBe(true));

test.each([
  'http://astral.sh/uv/install.sh',
  'https://astral.sh.example.invalid/uv/install.sh',
  'https://astral.sh@example.invalid/uv/install.sh',
  'https://astral.sh:8443/uv/install.sh',
  'https://uv.astral.sh/uv/install.sh',
  'https://astral.sh/uv/../x/install.sh',
  'https://unsloth.ai/install.sh.txt',
  'https://raw.githubusercontent.com/nvm-sh/other/v0.40.3/install.sh',
  'https://raw.githubusercontent.com/example/nvm/v0.40.3/install.sh',
  'https://example.invalid/?https://hf.co/cli/install.sh',
])('not official: %s', address => expect(isOfficialInstaller(address)).toBe(false));

test.each([
  ['https://www.jsonkeeper.com/b/NONE', 'www.jsonkeeper.com', 'dead-drop'],
  ['https://user@PasteBin.com:443/raw/x', 'pastebin.com', 'paste'],
  ['t.me/x', 't.me', 'chat'],
  ['https://notmega.nz/x', 'notmega.nz', undefined],
  ['https://mega.nz.example.invalid/x', 'mega.nz.example.invalid', undefined],
  ['https://huggingface.co/a/b', 'huggingface.co', undefined],
])('%s', (address, host, kind) => {
  expect(hostOf(address)).toBe(host.replace(/^www\./, ''));
  expect(hostKind(address)).toBe(kind);
});
