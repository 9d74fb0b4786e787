import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { methods, type PinAnswer, type ReportAnswer } from '../../src/protocol.ts';
import { type Editor, openEditor } from './editor.ts';

const BLOCK = 'blocked:\n  - publisher: openai\n    reason: because\n    date: 2026-11-20\n';
const APPROVE = 'approved:\n  - publisher: our-lab\n    reason: because\n    date: 2026-11-20\n';

let folder: string;
let editor: Editor | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
});
afterEach(async () => {
  await editor?.close();
  editor = undefined;
  rmSync(folder, { recursive: true });
});

const uriOf = (path: string): string => URI.file(join(folder, path)).toString();

async function open(initializationOptions?: unknown): Promise<Editor> {
  const workspaceFolders = [{ uri: URI.file(folder).toString(), name: 'w' }];
  editor = await openEditor({ workspaceFolders, initializationOptions });
  return editor;
}

const verdict = async (id: string): Promise<string | undefined> =>
  ((await editor!.client.sendRequest(methods.report, { id, kind: 'model' })) as ReportAnswer).report?.verdict.verdict;

describe('the policy of a workspace', () => {
  it('blocks, and approves', async () => {
    writeFileSync(join(folder, 'model-trust.yaml'), APPROVE + BLOCK);
    await open();
    expect(await verdict('openai/whisper-large-v3')).toBe('dangerous');
    expect(await verdict('our-lab/anything')).toBe('trusted');
  });

  it('blocks but does not approve where nobody trusts the workspace', async () => {
    writeFileSync(join(folder, 'model-trust.yaml'), APPROVE + BLOCK);
    await open({ workspaceTrusted: false });
    expect(await verdict('openai/whisper-large-v3')).toBe('dangerous');
    expect(await verdict('our-lab/anything')).toBe('unknown');
    await editor!.client.sendNotification(methods.trustGranted);
    await expect.poll(() => verdict('our-lab/anything')).toBe('trusted');
  });

  it('holds from the moment it is saved, and tells its mistakes where they stand', async () => {
    await open();
    expect(await verdict('openai/whisper-large-v3')).not.toBe('dangerous');
    writeFileSync(join(folder, 'model-trust.yaml'), `${BLOCK}oops: 1\n`);
    await editor!.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('model-trust.yaml'), type: FileChangeType.Created }],
    });
    await expect.poll(() => verdict('openai/whisper-large-v3')).toBe('dangerous');
    const told = editor!.published.filter(({ uri }) => uri === uriOf('model-trust.yaml')).at(-1);
    expect(told?.diagnostics).toMatchObject([
      { range: { start: { line: 4, character: 0 } }, message: expect.stringContaining('There is no oops') },
    ]);
  });
});

describe('the mistakes of a policy that is closed', () => {
  const uri = () => uriOf('model-trust.yaml');
  const messages = () =>
    editor!.published
      .filter(each => each.uri === uri())
      .at(-1)
      ?.diagnostics.map(each => each.message);
  const MISTAKE = expect.stringContaining('There is no oops');

  it('stay when the workspace is scanned, beside what is found in the file, and when the scan is cleared', async () => {
    // Of a token's form, and put together here, so that no scanner takes it for one.
    const token = ['hf', 'kPzXvRtBqLmNwYcJhGfDsAeUiOoTyHbNqZ'].join('_');
    writeFileSync(join(folder, 'model-trust.yaml'), `${BLOCK}oops: 1\n# ${token}\n`);
    await open();
    await expect.poll(messages).toEqual([MISTAKE]);
    await editor!.client.sendRequest(methods.scan, { token: 't' });
    await expect.poll(messages).toEqual([MISTAKE, expect.stringContaining('token')]);
    await editor!.client.sendNotification(methods.clearScan);
    await expect.poll(messages).toEqual([MISTAKE]);
    await editor!.client.sendRequest(methods.scan, { token: 't' });
    const file = await editor!.open(uri(), `${BLOCK}# mended\n`, 'yaml');
    await expect.poll(messages).toEqual([]);
    await file.close();
    await expect.poll(messages).toEqual([MISTAKE, expect.stringContaining('token')]);
  });

  it.each([
    ['longer than 64 KB', () => writeFileSync(join(folder, 'model-trust.yaml'), `${BLOCK}# ${'x'.repeat(64 * 1024)}`)],
    ['larger than 1 MB', () => writeFileSync(join(folder, 'model-trust.yaml'), `${BLOCK}# ${'x'.repeat(1024 * 1024)}`)],
    ['a folder', () => mkdirSync(join(folder, 'model-trust.yaml'))],
  ])('say that it is not read where it is %s', async (_, make) => {
    make();
    await open();
    await expect.poll(messages).toEqual([expect.stringMatching(/is not read: .*[Ii]t blocks and approves nothing\./)]);
  });
});

describe('a pin everywhere', () => {
  it('writes the commit into every load that follows the default branch, and counts the others', async () => {
    const load = (id: string, more = '') => `AutoModel.from_pretrained("${id}"${more})\n`;
    writeFileSync(
      join(folder, 'a.py'),
      `from transformers import AutoModel\n${load('org-a/one')}${load('org-a/one', ', revision="main"')}${load('org-a/one', ', revision="v2"')}${load('org-a/two')}`,
    );
    writeFileSync(join(folder, 'b.md'), 'See https://huggingface.co/org-a/one\n');
    await open();
    await editor!.client.sendRequest(methods.scan, { token: 't' });
    const commit = '0123456789abcdef0123456789abcdef01234567';
    const { files, left } = (await editor!.client.sendRequest(methods.pinEverywhere, {
      id: 'org-a/one',
      kind: 'model',
      commit,
    })) as PinAnswer;
    expect(left).toBe(0);
    expect(files).toEqual([
      {
        uri: uriOf('a.py'),
        edits: [
          { range: expect.objectContaining({ start: { line: 1, character: 37 } }), newText: `, revision="${commit}"` },
          {
            range: expect.objectContaining({ start: expect.objectContaining({ line: 2 }) }),
            newText: expect.stringContaining(commit),
          },
        ],
      },
    ]);
    const refused = await editor!.client.sendRequest(methods.pinEverywhere, {
      id: 'org-a/one',
      kind: 'model',
      commit: 'main',
    });
    expect(refused).toEqual({ files: [], left: 0 });
  });
});
