import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type ReplayHub, startReplayHub } from '../hub/replay/replayHub.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust } from './bundledCli.ts';

// Each is a process or two, and machines that run tests are busy.
vi.setConfig({ testTimeout: 120_000 });

let hub: ReplayHub;
let proxy: Server;
let address: string;
/** What the proxy was asked to reach, whichever way it was asked. */
const reached: string[] = [];

beforeAll(async () => {
  hub = await startReplayHub({ scenarios: ['open-oss'] });
  proxy = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket, head) => {
    reached.push(request.url ?? '');
    // Names that only the proxy knows lead to the replay Hub.
    const through = connect(Number(new URL(hub.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.write(head);
      through.pipe(socket).pipe(through);
    });
    for (const end of [through, socket]) end.on('error', () => end.destroy());
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});

afterAll(async () => {
  proxy.close();
  proxy.closeAllConnections();
  await hub.stop();
});

beforeEach(() => {
  reached.length = 0;
  hub.forget();
});

const check = (env: Record<string, string>) =>
  modelTrust(['check', '--format', 'jsonl', 'openai/privacy-filter'], {
    env: {
      HF_ENDPOINT: 'http://only-the-proxy-knows.example',
      MODEL_TRUST_CACHE: join(temporaryFolder(), 'c'),
      ...env,
    },
  });
const states = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).facts?.state);

test.each(['HTTP_PROXY', 'http_proxy'])('%s is heeded', async name => {
  const { stdout, stderr, code } = await check({ [name]: `http://${address}`, HF_TOKEN: 'hf_replay' });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(states(stdout)).toEqual(['known']);
  expect(new Set(reached)).toEqual(new Set(['only-the-proxy-knows.example:80']));
  expect(hub.tokensSeenAt('hub').length).toBe(hub.requests.length);
});

test('a proxy without a scheme is one, too', async () => {
  expect((await check({ HTTP_PROXY: address })).stderr).toBe('');
  expect(reached).not.toEqual([]);
});

test('HTTPS_PROXY is for https', async () => {
  const { stderr } = await check({
    HTTPS_PROXY: `http://${address}`,
    HF_ENDPOINT: 'https://only-the-proxy-knows.example',
  });
  expect(new Set(reached)).toEqual(new Set(['only-the-proxy-knows.example:443']));
  expect(stderr).toMatch(/did not tell everything about 1 repo: no connection/); // The replay Hub speaks no TLS.
});

test.each(['NO_PROXY', 'no_proxy'])('%s is heeded', async name => {
  const { stdout } = await check({
    HTTP_PROXY: `http://${address}`,
    HF_ENDPOINT: hub.url,
    [name]: 'localhost,127.0.0.1',
  });
  expect(states(stdout)).toEqual(['known']);
  expect(reached).toEqual([]);
});

test('a proxy that is not there is no connection, and one that makes no sense bad usage', async () => {
  const gone = await check({ HTTP_PROXY: 'http://127.0.0.1:9' });
  expect(states(gone.stdout)).toEqual([undefined]);
  expect(gone.stderr).toMatch(/no connection/);
  const odd = await check({ HTTPS_PROXY: 'socks5://127.0.0.1:1080' });
  expect(odd).toMatchObject({ code: 2, stdout: '' });
  expect(odd.stderr).toBe(
    'model-trust: HTTPS_PROXY holds no address of an http or https proxy. Write it as http://proxy.example:3128\n',
  );
});
