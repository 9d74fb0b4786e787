import { afterEach, describe, expect, test } from 'vitest';
import { FACES } from './replay/faces.ts';
import { FAULTS } from './replay/faults.ts';
import { type ReplayHub, type ReplayHubOptions, startReplayHub } from './replay/replayHub.ts';

const running: ReplayHub[] = [];
const start = async (options: ReplayHubOptions = {}) => {
  const hub = await startReplayHub(options);
  running.push(hub);
  return hub;
};
afterEach(async () => void (await Promise.all(running.splice(0).map(hub => hub.stop()))));

const GPT2 = '/api/models/openai-community/gpt2';
const get = (url: string, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init });

test('starts in a moment, many at once', async () => {
  await start();
  const from = performance.now();
  const hubs = await Promise.all(Array.from({ length: 10 }, () => start()));
  expect(performance.now() - from).toBeLessThan(500);
  expect(new Set(hubs.map(({ url }) => url)).size).toBe(10);
});

describe('the quota', () => {
  test('is counted for every answer, and then ends', async () => {
    const hub = await start({ quota: { api: 2 } });
    const left = async () => (await get(`${hub.url}${GPT2}`)).headers.get('ratelimit')?.replace(/t=\d+/, '');
    expect([await left(), await left()]).toEqual(['"api";r=1;', '"api";r=0;']);
    expect((await get(`${hub.url}${GPT2}`)).status).toBe(429);
    expect((await get(`${hub.url}/openai-community/gpt2/resolve/main/config.json`)).status).toBe(307);
  });
});

describe('it remembers what was asked', () => {
  test('tokens, downloads, and how many at once', async () => {
    const hub = await start();
    const authorization = 'Bearer hf_replay';
    await Promise.all([1, 2, 3].map(() => get(`${hub.url}${GPT2}`, { headers: { authorization } })));
    await get(`${hub.url}/openai-community/gpt2/resolve/main/config.json`, { method: 'HEAD' });
    await get(`${hub.url}/openai-community/gpt2/resolve/main/README.md`);
    await get(`${hub.foreignUrl}/anything`, { headers: { authorization } });
    expect(hub.mostAtOnce()).toBeGreaterThanOrEqual(1);
    expect(hub.tokensSeenAt('hub')).toHaveLength(3);
    expect(hub.tokensSeenAt('foreign')).toEqual(['/anything']);
    expect(hub.requests.filter(each => each.countsAsDownload).map(({ url }) => url)).toEqual([
      '/openai-community/gpt2/resolve/main/config.json',
    ]);
  });
});

describe('faults', () => {
  test('can be down, and up again', async () => {
    const hub = await start();
    await hub.down();
    await expect(get(`${hub.url}${GPT2}`)).rejects.toThrow();
    await hub.up();
    expect((await get(`${hub.url}${GPT2}`)).status).toBe(200);
  });

  test('strike where, and as often, as they are told', async () => {
    const hub = await start({
      faults: [
        { name: '503', on: '/scan', times: 1 },
        { name: '500', on: '/tree', every: 2 },
      ],
    });
    const statuses = async (path: string) =>
      [await get(`${hub.url}${path}`), await get(`${hub.url}${path}`), await get(`${hub.url}${path}`)].map(
        each => each.status,
      );
    expect(await statuses(`${GPT2}/scan`)).toEqual([503, 200, 200]);
    expect(await statuses(`${GPT2}/tree/main`)).toEqual([200, 500, 200]);
    expect(await statuses(GPT2)).toEqual([200, 200, 200]);
  });

  test.each(FAULTS)('%s is not the sound answer', async name => {
    const hub = await start({ faults: [name], slowMs: 200 });
    const sound = await start();
    const outcome = async ({ url }: ReplayHub) => {
      const from = performance.now();
      const signal = AbortSignal.timeout(1000);
      try {
        const response = await get(`${url}${GPT2}/tree/main?recursive=true`, { signal });
        const reader = response.body?.getReader();
        let text = '';
        for (
          let part = await reader?.read();
          part && !part.done && text.length < 1_000_000;
          part = await reader?.read()
        )
          text += Buffer.from(part.value).toString('latin1');
        void reader?.cancel().catch(() => {});
        const { date, ...headers } = Object.fromEntries(response.headers);
        const moment = Math.abs(Date.parse(date ?? '') - Date.parse('2026-10-02T12:00:00Z')) > 86_400_000;
        delete headers['x-request-id'];
        return { status: response.status, headers, text, moment, slow: performance.now() - from > 150 };
      } catch (error) {
        return (error as Error).name;
      }
    };
    expect(await outcome(hub)).not.toEqual(await outcome(sound));
    hub.setFaults([]);
    expect((await get(`${hub.url}${GPT2}`)).status).toBe(200);
  });
});

describe('faces of mirrors', () => {
  const ask = async (face: string, path: string) => {
    const hub = await start({ face });
    const response = await get(`${hub.url}${path}`);
    const text = await response.text();
    return { status: response.status, header: (name: string) => response.headers.get(name), text };
  };

  test.each(Object.keys(FACES))('%s tells of a repo and gives its files', async face => {
    expect((await ask(face, GPT2)).status).toBe(200);
    expect([200, 307]).toContain((await ask(face, '/openai-community/gpt2/resolve/main/README.md')).status);
  });

  test.each([
    ['artifactory', `${GPT2}?expand=likes`, 404],
    ['artifactory', `${GPT2}/scan`, 404],
    ['artifactory', '/api/spaces/openai-community/gpt2', 404],
    ['nexus', `${GPT2}?expand=likes`, 400],
    ['nexus', '/api/organizations/openai-community/overview', 400],
    ['olah', `${GPT2}/refs`, 404],
    ['olah', `${GPT2}/commits/main`, 200],
    ['olah', '/api/models/nobody/nothing', 401],
    ['kohakuhub', `${GPT2}/scan`, 501],
    ['kohakuhub', `${GPT2}/likers`, 200],
    ['matrixhub', '/api/users/TheBloke/overview', 404],
    ['csghub', `${GPT2}/commits/main`, 404],
  ])('%s answers %s with %i', async (face, path, status) => {
    expect((await ask(face, path)).status).toBe(status);
  });

  test('their constants are no facts', async () => {
    const matrix = JSON.parse((await ask('matrixhub', GPT2)).text);
    expect(matrix).toMatchObject({ likes: 0, downloads: 0, gated: false });
    const kohaku = JSON.parse((await ask('kohakuhub', GPT2)).text);
    expect(kohaku.tags).toEqual([]);
    expect(kohaku).not.toHaveProperty('_id');
    expect((await ask('artifactory', GPT2)).header('x-repo-commit')).toBeNull();
  });

  test('a redirect stays below the prefix, and nothing lies beside it', async () => {
    const hub = await start({ face: 'nexus' });
    expect((await get(`${hub.url}/api/models/gpt2`)).headers.get('location')).toBe(`/repository/hub${GPT2}`);
    expect((await get(hub.url.replace('/repository/hub', '') + GPT2)).status).toBe(400);
  });
});
