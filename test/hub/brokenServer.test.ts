import { afterEach, expect, test } from 'vitest';
import { askReplay } from './askReplay.ts';
import { manyHonest } from './replay/manyHonest.ts';
import { type ReplayHub, type ReplayHubOptions, startReplayHub } from './replay/replayHub.ts';

const running: ReplayHub[] = [];
afterEach(async () => void (await Promise.all(running.splice(0).map(hub => hub.stop()))));

const REPOS = 60;
const scenario = manyHonest(REPOS);

async function start(options: ReplayHubOptions) {
  const hub = await startReplayHub({ scenarios: [scenario], quota: { api: 1e6, resolvers: 1e6 }, ...options });
  running.push(hub);
  const { service, clock } = askReplay(hub);
  const askAll = async () => {
    const facts = await Promise.all(scenario.repos!.map(({ id }) => service.lookUp({ id, kind: 'model' })));
    return facts.map(({ repo }) => (repo.state === 'unknown' ? repo.why : repo.state));
  };
  return { hub, clock, askAll };
}

test('a server that is out of order is not asked about one repo after the other, and is asked again when it is not', async () => {
  const { hub, clock, askAll } = await start({ faults: ['503'] });
  const states = await askAll();
  expect(new Set(states)).toEqual(new Set(['the server is out of order (status 503)']));
  // Each question goes out three times, and those that were under way are brought to their end.
  expect(hub.requests.length).toBeLessThanOrEqual(3 * 8);
  hub.setFaults([]);
  clock.now += 5_000;
  expect(new Set(await askAll())).toEqual(new Set(['known']));
});

test('a server that fails for one repo alone is asked about all others', async () => {
  const broken = scenario.repos![3]!.id;
  const { askAll } = await start({ faults: [{ name: '500', on: broken }] });
  const states = await askAll();
  expect(states.filter(state => state === 'known')).toHaveLength(REPOS - 1);
});
