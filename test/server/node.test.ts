import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createProtocolConnection,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };

/** A process of its own is slow to begin on a machine that tests much at once. */
vi.setConfig({ testTimeout: 120_000 });

const ENTRY = [...['--import', 'tsx'], fileURLToPath(new URL('../../src/server/node.ts', import.meta.url))];
const start = (...args: string[]) => spawnSync(process.execPath, [...ENTRY, ...args], { encoding: 'utf8' });

let server: ChildProcessWithoutNullStreams | undefined;
afterEach(() => void server?.kill());

describe('model-trust-language-server', () => {
  it('tells its version and how it is used', () => {
    expect(start('--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
    expect(start('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--stdio') });
  });

  it('does not sit and wait when nobody said how to speak', () => {
    expect(start()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--stdio') });
  });

  it('marks a squat over standard input and output, and links to the page that ships, then ends when asked', async () => {
    // Port 9 discards: the look-up of this test finds nobody.
    const env = { ...process.env, HF_ENDPOINT: 'http://127.0.0.1:9' };
    server = spawn(process.execPath, [...ENTRY, '--stdio'], { env });
    const ended = new Promise(resolve => server!.once('exit', resolve));
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const published = new Promise<PublishDiagnosticsParams>(resolve => {
      client.onNotification(PublishDiagnosticsNotification.type, resolve);
    });
    client.listen();
    const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
    const { serverInfo } = await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
    });
    expect(serverInfo).toEqual({ name: 'model-trust-language-server', version: manifest.version });
    await client.sendNotification('initialized', {});
    const text = 'from transformers import AutoModel\nAutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';
    const textDocument = { uri: 'untitled:Untitled-1', languageId: 'python', version: 1, text };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    expect((await published).diagnostics).toMatchObject([
      {
        code: 'lookalike-publisher',
        codeDescription: { href: expect.stringMatching(/^file:.*\/docs\/rules\/lookalike-publisher\.md$/) },
      },
    ]);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await ended).toBe(0);
  });
});
