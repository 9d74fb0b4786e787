import { afterEach, describe, expect, test } from 'vitest';
import { watchQuota } from '../../src/hub/quotaWatch.ts';
import { type RateLimit, rateLimitOf, retryAfterOf } from '../../src/hub/rateLimit.ts';
import { askReplay } from './askReplay.ts';
import { manyHonest } from './replay/manyHonest.ts';
import { type ReplayHub, startReplayHub } from './replay/replayHub.ts';

const WINDOW = 300_000;
const HOUR = 3_600_000;

describe('the account', () => {
  const clock = { now: 0 };
  const open = () => {
    clock.now = 1_000_000;
    return watchQuota(() => clock.now);
  };
  const left = (remaining: number, also: Partial<RateLimit> = {}): RateLimit => ({
    bucket: 'api',
    remaining,
    resetsAt: clock.now + WINDOW,
    ...also,
  });
  /** Has it begun, by now? */
  const state = async <T>(asked: Promise<T>): Promise<T | 'waits'> =>
    Promise.race([asked, new Promise<'waits'>(resolve => setTimeout(resolve, 5, 'waits'))]);
  const end = (begun: unknown) => (begun as { end: () => void }).end();

  test('lets one repo find out what there is, and the next ones in by what is left', async () => {
    const quota = open();
    const first = await quota.begin();
    const second = quota.begin();
    const third = quota.begin();
    expect(await state(second)).toBe('waits');
    quota.note(left(25));
    expect(await state(second)).toHaveProperty('end');
    expect(await state(third)).toBe('waits');
    end(first);
    expect(await state(third)).toHaveProperty('end');
  });

  test('says when there is more, once nobody can give anything back', async () => {
    const quota = open();
    const first = await quota.begin();
    quota.note(left(3));
    const second = quota.begin();
    expect(await state(second)).toBe('waits');
    end(first);
    expect(await second).toEqual({ shortUntil: clock.now + WINDOW });
    clock.now += WINDOW;
    expect(await state(quota.begin())).toHaveProperty('end');
  });

  test('an endpoint that states no quota is asked freely after its first repo', async () => {
    const quota = open();
    const first = await quota.begin();
    const others = [1, 2, 3].map(() => quota.begin());
    expect(await state(others[0]!)).toBe('waits');
    end(first);
    for (const other of others) expect(await state(other)).toHaveProperty('end');
  });

  test('counts what is sent between two answers', () => {
    const quota = open();
    expect([1, 2, 3].map(() => quota.spend('api'))).toEqual([undefined, undefined, undefined]);
    quota.note(left(4)); // Two of the three may not be in it.
    expect([quota.spend('api'), quota.spend('api'), quota.spend('api')]).toEqual([
      undefined,
      undefined,
      clock.now + WINDOW,
    ]);
    expect(quota.spend('resolvers')).toBeUndefined();
    quota.note(left(3, { resetsAt: clock.now + WINDOW + 1000 })); // The same window: nothing comes back in it.
    expect(quota.spend('api')).toBeDefined();
    quota.note(left(499, { resetsAt: clock.now + 2 * WINDOW }));
    expect(quota.spend('api')).toBeUndefined();
    quota.note(left(0)); // Late, of the window before.
    expect(quota.spend('api')).toBeUndefined();
  });

  test('one answer that nothing is left for years does not outlast a better one', async () => {
    const quota = open();
    quota.note(rateLimitOf({ ratelimit: '"api";r=0;t=999999999' }, clock.now)!);
    expect(quota.spend('api')).toBe(clock.now + HOUR);
    const waiting = quota.begin();
    expect(await waiting).toEqual({ shortUntil: clock.now + HOUR });
    quota.note(left(400));
    expect(quota.spend('api')).toBeUndefined();
    expect(await state(quota.begin())).toHaveProperty('end');
  });

  test.each(['999999', '99999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'])('waits an hour at most for %s', value => {
    expect(retryAfterOf({ 'retry-after': value }, clock.now)).toBe(HOUR);
  });

  test.each([
    ['"api";r=499;t=295', { bucket: 'api', remaining: 499, resetsAt: 295_000 }],
    ['"api";r=99999999999;t=1', undefined],
    ['nonsense', undefined],
    ['', undefined],
  ])('reads %s', (ratelimit, expected) => {
    expect(rateLimitOf({ ratelimit }, 0)).toEqual(expected);
  });
});

describe('with a short quota', () => {
  const running: ReplayHub[] = [];
  afterEach(async () => void (await Promise.all(running.splice(0).map(hub => hub.stop()))));

  test.each([0, 1, 2, 3, 7, 11, 20, 45, 120])('of %i no request is one too many', async api => {
    const scenario = manyHonest(60);
    const hub = await startReplayHub({ scenarios: [scenario], quota: { api } });
    running.push(hub);
    const { service } = askReplay(hub);
    const all = await Promise.all(scenario.repos!.map(({ id }) => service.lookUp({ id, kind: 'model' })));
    // Nobody can know that there is nothing at all without asking once.
    const refused = hub.requests.filter(({ status }) => status === 429).length;
    expect(refused).toBeLessThanOrEqual(api === 0 ? 1 : 0);
    const asked = all.filter(({ repo }) => repo.state === 'known').length;
    expect(asked).toBeGreaterThanOrEqual(Math.min(1, api));
    expect(asked).toBeGreaterThanOrEqual(Math.floor(api / 12));
    for (const { repo } of all) {
      if (repo.state === 'known') continue;
      expect(repo).toMatchObject({ state: 'unknown' });
      expect(repo.state === 'unknown' && repo.why).toMatch(/^the quota of requests is used up/);
    }
    // A repo that was begun has all its facts, but for one that could not know how little there is.
    const torn = all.filter(facts => facts.repo.state === 'known' && /quota/.test(JSON.stringify(facts)));
    expect(torn.length).toBeLessThanOrEqual(api < 11 ? 1 : 0);
  });

  test('the next window is used', async () => {
    const scenario = manyHonest(12);
    const hub = await startReplayHub({ scenarios: [scenario], quota: { api: 30 } });
    running.push(hub);
    const { service, clock } = askReplay(hub);
    const known = async () => {
      const all = await Promise.all(scenario.repos!.map(({ id }) => service.lookUp({ id, kind: 'model' })));
      return all.filter(({ repo }) => repo.state === 'known').length;
    };
    const first = await known();
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(12);
    clock.now += WINDOW;
    expect(await known()).toBeGreaterThanOrEqual(first);
  });
});
