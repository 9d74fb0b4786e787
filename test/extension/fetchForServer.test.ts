import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchForServer } from '../../src/extension/fetchForServer.ts';
import { type Endpoint, endpointOf } from '../../src/hub/endpoint.ts';
import type { HubFetchParams } from '../../src/protocol.ts';
import { type ReplayHub, startReplayHub } from '../hub/replay/replayHub.ts';

const TOKEN = 'hf_replay';
let hub: ReplayHub;
let endpoint: Endpoint;
beforeAll(async () => {
  hub = await startReplayHub({ scenarios: ['open-oss'], prefix: '/hub' });
  endpoint = endpointOf(hub.url) as Endpoint;
});
afterAll(() => hub.stop());
beforeEach(() => {
  hub.setFaults([]);
  hub.forget();
});

const never = new AbortController().signal;
const ask = (params: Partial<HubFetchParams>, token = TOKEN) =>
  fetchForServer(
    { url: `${hub.url}/api/models/openai/privacy-filter`, headers: {}, maxBytes: 1e6, timeoutMs: 5_000, ...params },
    { endpoint, token, fetch },
    never,
  );

describe('what the extension fetches for the server', () => {
  it('is the answer as it is, in base64, asked with the token', async () => {
    const answer = await ask({ headers: { accept: 'application/json' } });
    expect(answer).toMatchObject({ status: 200, complete: true });
    const { body } = answer as { body: string };
    expect(JSON.parse(Buffer.from(body, 'base64').toString())).toMatchObject({ id: 'openai/privacy-filter' });
    expect(hub.requests.map(({ authorization }) => authorization)).toEqual([`Bearer ${TOKEN}`]);
  });

  it('is nothing where another token is set than the one that the answer will be kept for', async () => {
    const [url, never] = [`${hub.url}/api/models/openai/privacy-filter`, new AbortController().signal];
    const as = (wanted: string, token: string | undefined, tokenMark?: string) =>
      fetchForServer(
        { url, headers: {}, maxBytes: 1e6, timeoutMs: 5_000, tokenMark: wanted },
        { endpoint, token, tokenMark, fetch },
        never,
      );
    expect(await as('', TOKEN, 'mark of the token')).toEqual({ failure: 'the token is another one now' });
    expect(await as('mark of another', TOKEN, 'mark of the token')).toHaveProperty('failure');
    expect(await as('mark of the token', undefined)).toHaveProperty('failure');
    expect(hub.requests).toEqual([]);
    expect(await as('mark of the token', TOKEN, 'mark of the token')).toHaveProperty('status', 200);
    expect(await as('', undefined)).toHaveProperty('status', 200);
  });

  it('follows no redirect', async () => {
    const answer = await ask({ url: `${hub.url}/openai/privacy-filter/resolve/main/model.safetensors` });
    expect(answer).toMatchObject({ status: 302, headers: { location: expect.stringContaining(hub.foreignUrl) } });
    expect(hub.tokensSeenAt('foreign')).toEqual([]);
  });

  it.each([
    ['another origin', () => `${hub.foreignUrl}/hub/api/models/a/b`],
    ['another path of the same host', () => `${endpoint.origin}/other/api`],
    ['a way out of the path', () => `${hub.url}/../other/api`],
    ['a way out of the path for a server that decodes', () => `${hub.url}/..%2fother/api`],
    ['a name that begins alike', () => `${hub.url}by/api`],
    ['a user name in front of the host', () => hub.url.replace('://', '://user:word@')],
    ['another port', () => `http://127.0.0.1:9/hub/api`],
    ['another scheme', () => 'file:///etc/passwd'],
    ['no address', () => 'hub'],
  ])('never goes to %s', async (_, url) => {
    expect(await ask({ url: url() })).toEqual({ failure: expect.any(String) });
    expect(hub.requests).toEqual([]);
  });

  it('takes from the server neither a name nor a cookie', async () => {
    await ask({ headers: { Authorization: 'Bearer hf_other', cookie: 'a=b', 'User-Agent': 'model-trust/1' } }, '');
    const { headers, authorization } = hub.requests[0]!;
    expect([authorization, headers['cookie'], headers['user-agent']]).toEqual([undefined, undefined, 'model-trust/1']);
  });

  it('is cut where the server wants it cut', async () => {
    const answer = await ask({ maxBytes: 10 });
    expect(answer).toMatchObject({ complete: false });
    expect(Buffer.from((answer as { body: string }).body, 'base64').length).toBe(10);
  });

  it('ends when its time is over', async () => {
    hub.setFaults(['slow-headers']);
    expect(await ask({ timeoutMs: 100 })).toEqual({ failure: 'no answer in time' });
  });

  it('does not say the token where something fails', async () => {
    const failing = async () => {
      throw new Error(`invalid header Bearer ${TOKEN}`);
    };
    const params = { url: `${hub.url}/api`, headers: {}, maxBytes: 1, timeoutMs: 100 };
    expect(await fetchForServer(params, { endpoint, token: TOKEN, fetch: failing }, never)).toEqual({
      failure: 'invalid header Bearer …',
    });
  });

  it.each([
    ['no such request', { url: 5 }, {}],
    ['no fetch', {}, { fetch: undefined }],
    ['no endpoint', {}, { endpoint: { problem: 'it is no address' } }],
  ])('is a failure in words where there is %s', async (_, params, needs) => {
    const asked = { url: `${hub.url}/api`, headers: {}, maxBytes: 1, timeoutMs: 1, ...params };
    expect(await fetchForServer(asked, { endpoint, token: undefined, fetch, ...needs }, never)).toEqual({
      failure: expect.any(String),
    });
  });
});
