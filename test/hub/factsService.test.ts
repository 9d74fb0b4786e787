import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { notChecked } from '../../src/core/trust/toldFacts.ts';
import { openFactsCache } from '../../src/hub/factsCache.ts';
import { factsService } from '../../src/hub/factsService.ts';
import type { HubClient } from '../../src/hub/hubClient.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { askReplay } from './askReplay.ts';
import { manyHonest } from './replay/manyHonest.ts';
import { type ReplayHub, type ReplayHubOptions, startReplayHub } from './replay/replayHub.ts';
import type { ScenarioInput } from './replay/scenario.ts';
import { ASKED_AT, someFacts } from './someFacts.ts';

const PLENTY = { api: 1e6, resolvers: 1e6 };
const HOUR = 3_600_000;
const GPT2 = { id: 'openai-community/gpt2', kind: 'model' } as const;

const running: ReplayHub[] = [];
const start = async (options: ReplayHubOptions = {}) => {
  const hub = await startReplayHub({ quota: PLENTY, ...options });
  running.push(hub);
  return hub;
};
afterEach(async () => void (await Promise.all(running.splice(0).map(hub => hub.stop()))));

/** Which of the six look-ups a request belongs to; a redirect and a page more belong to the first. */
function lookUpOf(url: string): string {
  const path = url.split('?')[0]!;
  return (
    /\/(?:tree|scan|commits)(?=\/|$)/.exec(path)?.[0] ??
    (/^\/api\/(?:users|organizations)\//.test(path) ? 'publisher' : /README\.md$/.test(path) ? 'card' : 'info')
  );
}

describe('500 references to 200 repos', () => {
  const scenario = manyHonest(200);
  const ids = scenario.repos!.map(({ id }) => id);
  const references = Array.from({ length: 500 }, (_, at) => ids[(at * 7) % ids.length]!);

  test('each fact is asked once, eight at once at most, six look-ups a repo', { timeout: 60_000 }, async () => {
    const hub = await start({ scenarios: [scenario], faults: ['slow-headers'], slowMs: 3 });
    const { service } = askReplay(hub);
    const warnings: string[] = [];
    const listen = (warning: Error) => void warnings.push(warning.name);
    process.on('warning', listen);
    const { signal } = new AbortController();
    const facts = await Promise.all(references.map(id => service.lookUp({ id, kind: 'model' }, signal)));
    process.off('warning', listen);

    expect(facts.filter(({ repo }) => repo.state !== 'known')).toEqual([]);
    const urls = hub.requests.map(({ url }) => url);
    expect(urls.length).toBe(new Set(urls).size);
    expect(hub.mostAtOnce()).toBeLessThanOrEqual(8);
    expect(hub.mostAtOnce()).toBeGreaterThan(4);
    expect(hub.requests.filter(each => each.countsAsDownload)).toEqual([]);
    for (const id of ids) {
      const own = urls.filter(url => url.includes(`/${id}/`) || url.includes(`/${id}?`));
      expect(new Set(own.map(lookUpOf)).size, id).toBe(5);
    }
    const owners = new Set(ids.map(id => id.split('/')[0]));
    const publishers = urls.filter(url => lookUpOf(url) === 'publisher');
    expect(new Set(publishers.map(url => url.split('/')[3]))).toEqual(owners);
    expect(warnings).toEqual([]);

    const before = urls.length;
    await Promise.all(references.map(id => service.lookUp({ id, kind: 'model' })));
    expect(hub.requests.length).toBe(before);
  });

  test('whoever stops waiting is told at once, and what nobody waits for is not begun', async () => {
    const hub = await start({ scenarios: [scenario] });
    const { service } = askReplay(hub);
    const control = new AbortController();
    const asked = references.map(id => service.lookUp({ id, kind: 'model' }, control.signal));
    control.abort(new Error('closed'));
    const ended = await Promise.allSettled(asked);
    expect(ended.every(each => each.status === 'rejected' && each.reason.message === 'closed')).toBe(true);
    await expect(service.lookUp(GPT2, control.signal)).rejects.toThrow('closed');
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(hub.requests.length).toBeLessThan(4 * 10);
    // Whoever asks again gets an answer, not the one that nobody waited for.
    expect((await service.lookUp({ id: ids[199]!, kind: 'model' })).repo.state).toBe('known');
  });

  test('one who stops does not take the answer from another', async () => {
    const hub = await start();
    const { service } = askReplay(hub);
    const control = new AbortController();
    const stopped = service.lookUp(GPT2, control.signal);
    const other = service.lookUp(GPT2, new AbortController().signal);
    control.abort(new Error('closed'));
    await expect(stopped).rejects.toThrow('closed');
    expect((await other).repo.state).toBe('known');
  });
});

describe('memory and disk', () => {
  test('numbers are good for an hour, content for a commit', async () => {
    const hub = await start();
    const { service, clock } = askReplay(hub);
    const asked = async () => {
      hub.forget();
      await service.lookUp(GPT2);
      return [...new Set(hub.requests.map(({ url }) => lookUpOf(url)))].sort();
    };
    expect(await asked()).toEqual(['/commits', '/scan', '/tree', 'card', 'info', 'publisher']);
    clock.now += HOUR - 60_000;
    expect(await asked()).toEqual([]);
    clock.now += 120_000;
    expect(await asked()).toEqual(['/scan', 'info', 'publisher']);
    expect(await asked()).toEqual([]);
  });

  test('another commit has all of it asked again', async () => {
    const scenario = (text: string): ScenarioInput => ({
      about: 'A repo and what became of it.',
      now: '2026-10-02T12:00:00Z',
      unmarked: 'invented',
      publishers: [{ name: 'org', type: 'org', created: '2024-01-01T00:00:00Z' }],
      repos: [
        {
          id: 'org/model',
          _id: '69fbd38f5500c2880adfbe4b',
          created: '2026-01-01T00:00:00Z',
          files: { 'README.md': text, ...(text === '# new' && { 'start.bat': '@exit /b\n' }) },
        },
      ],
    });
    const hub = await start({ scenarios: [scenario('# old')] });
    const folder = temporaryFolder();
    const first = askReplay(hub, { cacheFolder: folder });
    const old = await first.service.lookUp({ id: 'org/model', kind: 'model' });
    const port = Number(new URL(hub.url).port);
    await hub.stop();
    running.length = 0;
    const later = await start({ scenarios: [scenario('# new')], port });
    const clock = { now: first.clock.now + HOUR };
    const second = askReplay(later, { cacheFolder: folder, clock });
    const now = await second.service.lookUp({ id: 'org/model', kind: 'model' });
    expect(old.card).toMatchObject({ value: '# old' });
    expect(now.card).toMatchObject({ value: '# new' });
    expect(now.files.state === 'known' && now.files.value.map(({ path }) => path)).toContain('start.bat');
  });

  test('a second process takes it from the disk, and asks nothing', async () => {
    const hub = await start();
    const folder = temporaryFolder();
    const { clock, service } = askReplay(hub, { cacheFolder: folder });
    const first = await service.lookUp(GPT2);
    hub.forget();
    const second = await askReplay(hub, { cacheFolder: folder, clock }).service.lookUp(GPT2);
    expect(hub.requests).toEqual([]);
    expect(second).toEqual(first);
  });

  test('what one may see with a token is not shown without', async () => {
    const hub = await start();
    const hidden = { id: 'openai/hidden-project', kind: 'model' } as const;
    const folder = temporaryFolder();
    const withToken = askReplay(hub, { cacheFolder: folder, token: 'hf_replay_granted' });
    expect((await withToken.service.lookUp(hidden)).repo.state).toBe('known');
    const without = askReplay(hub, { cacheFolder: folder });
    expect((await without.service.lookUp(hidden)).repo.state).toBe('missing');
    hub.forget();
    expect(
      (await askReplay(hub, { cacheFolder: folder, token: 'hf_replay_granted' }).service.lookUp(hidden)).repo.state,
    ).toBe('known');
    expect(hub.requests).toEqual([]);
  });

  test('one endpoint does not answer for another', async () => {
    const [one, other] = [await start(), await start()];
    const folder = temporaryFolder();
    await askReplay(one, { cacheFolder: folder }).service.lookUp(GPT2);
    await askReplay(other, { cacheFolder: folder }).service.lookUp(GPT2);
    expect(other.requests.length).toBe(one.requests.length);
  });

  test('clear forgets both', async () => {
    const hub = await start();
    const { service } = askReplay(hub, { cacheFolder: temporaryFolder() });
    await service.lookUp(GPT2);
    expect(service.peek(GPT2)?.repo.state).toBe('known');
    await service.clear();
    expect(service.peek(GPT2)).toBeUndefined();
    hub.forget();
    await service.lookUp(GPT2);
    expect(hub.requests.length).toBeGreaterThan(0);
  });

  test('memory holds so many repos, and those asked last', async () => {
    const scenario = manyHonest(12);
    const hub = await start({ scenarios: [scenario] });
    const { service } = askReplay(hub, { memory: 5 });
    const repos = scenario.repos!.map(({ id }) => ({ id, kind: 'model' }) as const);
    for (const repo of repos) await service.lookUp(repo);
    expect(repos.map(repo => service.peek(repo) !== undefined)).toEqual(repos.map((_, at) => at >= 7));
  });

  test('the text that an id was cut from is let go', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const client: HubClient = { lookUp: async ({ id }) => someFacts(JSON.parse(JSON.stringify(id))) };
    const service = factsService({ client, now: () => ASKED_AT });
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 60; n++) {
      const bytes = Buffer.alloc(2_000_000, '.');
      const id = `some-organisation/model-${n}`;
      bytes.write(id, 1_000_000);
      const text = bytes.toString('latin1');
      await service.lookUp({ id: text.slice(1_000_000, 1_000_000 + id.length), kind: 'model' });
    }
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(30_000_000);
    expect(service.peek({ id: 'some-organisation/model-3', kind: 'model' })).toBeDefined();
  });
});

describe('offline', () => {
  const told = (facts: Parameters<typeof notChecked>[0]) => notChecked(facts).map(({ what, why }) => `${what}: ${why}`);

  test('what is on the disk is used, and its age is said', async () => {
    const hub = await start();
    const folder = temporaryFolder();
    const { clock, service } = askReplay(hub, { cacheFolder: folder });
    await service.lookUp(GPT2);
    const later = () => clock.now + 40 * 24 * HOUR;
    const cache = openFactsCache({ folder, endpoint: hub.url });
    const offline = factsService({ cache, now: later, offline: 'look-ups are turned off' });
    const facts = await offline.lookUp(GPT2);
    expect(facts.repo).toMatchObject({ state: 'known', notRenewed: 'look-ups are turned off' });
    expect(told(facts)).toContain('repo and its numbers since 2026-10-02: look-ups are turned off');
    const nothing = await offline.lookUp({ id: 'google-bert/bert-base-uncased', kind: 'model' });
    expect(nothing.repo).toEqual({ state: 'unknown', why: 'look-ups are turned off' });
  });

  test('the network is cut in the middle, and comes back', async () => {
    const scenario = manyHonest(20);
    const hub = await start({ scenarios: [scenario] });
    const { service, clock } = askReplay(hub, { cacheFolder: temporaryFolder() });
    const repos = scenario.repos!.map(({ id }) => ({ id, kind: 'model' }) as const);
    for (const repo of repos.slice(0, 10)) await service.lookUp(repo);
    await hub.down();
    clock.now += 2 * HOUR;
    const facts = await Promise.all(repos.map(repo => service.lookUp(repo)));
    for (const [at, { repo }] of facts.entries()) {
      expect(repo.state, `${at}`).toBe(at < 10 ? 'known' : 'unknown');
      expect(repo).toHaveProperty(at < 10 ? 'notRenewed' : 'why', expect.stringMatching(/^no connection/));
    }
    await hub.up();
    clock.now += 10_000;
    for (const repo of repos) expect((await service.lookUp(repo)).repo).not.toHaveProperty('notRenewed');
  });

  test('an old answer that is read again is not said to be new', async () => {
    const folder = temporaryFolder();
    const cache = openFactsCache({ folder, endpoint: 'https://huggingface.co' });
    await cache.write(GPT2, someFacts(GPT2.id));
    const client: HubClient = {
      lookUp: async () => ({ ...someFacts(GPT2.id), repo: { state: 'unknown', why: 'no connection' } }),
    };
    const service = factsService({ client, cache, now: () => ASKED_AT + 3 * HOUR });
    await service.lookUp(GPT2);
    expect(await cache.read(GPT2)).toEqual(someFacts(GPT2.id));
  });
});

test.each(['', 'a/b/c', '../x', 'a/..', 'a--b/c', '/etc', 'a b', 'a\0b', '-x/y', 'x/.y', 'x'.repeat(200), 'Ａ/b'])(
  'nobody is asked for %j',
  async id => {
    const asked: string[] = [];
    const client: HubClient = {
      lookUp: async repo => {
        asked.push(repo.id);
        return someFacts('a/b');
      },
    };
    const service = factsService({ client, now: () => ASKED_AT });
    expect((await service.lookUp({ id, kind: 'model' })).repo).toEqual({
      state: 'unknown',
      why: 'no repo can have this name',
    });
    expect(asked).toEqual([]);
  },
);
