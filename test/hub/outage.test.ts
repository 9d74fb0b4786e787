import { expect, test } from 'vitest';
import type { Answer } from '../../src/hub/answer.ts';
import { type Patience, watchOutage } from '../../src/hub/outage.ts';
import { askReplay } from './askReplay.ts';
import { manyHonest } from './replay/manyHonest.ts';
import { startReplayHub } from './replay/replayHub.ts';

const LATE: Answer = { type: 'failed', reason: 'timeout', detail: 'no answer within 10 s' };
const REFUSED: Answer = { type: 'refused', status: 404, code: undefined, message: undefined, asOf: 0 };
const BROKEN: Answer = { type: 'failed', reason: 'server', detail: 'status 503' };

/** Asks one after the other, each whenever the one before is answered; says with what patience, or that nobody was asked. */
async function told(answers: readonly Answer[], waits: Readonly<Record<number, number>> = {}) {
  let now = 0;
  const outage = watchOutage(
    () => now,
    url => url,
  );
  const asked: (Patience | 'not asked')[] = [];
  for (const [at, answer] of answers.entries()) {
    now += waits[at] ?? 0;
    let how: Patience | 'not asked' = 'not asked';
    await outage.unless(`/${at}`, async patience => {
      how = patience;
      return answer;
    });
    asked.push(how);
  }
  return asked;
}

test('after one that waited in vain the next is asked about briefly, and after that nobody for a while', async () => {
  expect(await told([LATE, LATE, LATE, LATE])).toEqual(['full', 'brief', 'not asked', 'not asked']);
});

test.each([
  ['a refusal', REFUSED],
  ['an error of the server', BROKEN],
])('%s is an answer: one repo that is slow is not the Hub', async (_, answer) => {
  expect(await told([LATE, answer, LATE, answer, LATE])).toEqual(['full', 'brief', 'full', 'brief', 'full']);
});

test('whoever asks after the pause has full patience, since an endpoint may have become slow', async () => {
  expect(await told([LATE, LATE, LATE, LATE, LATE], { 2: 5_000 })).toEqual([
    'full',
    'brief',
    'full',
    'brief',
    'not asked',
  ]);
});

test('one that waits in vain while others are answered says nothing of the Hub', async () => {
  const outage = watchOutage(
    () => 0,
    url => url,
  );
  let late = (_: Answer): void => {};
  const waiting = outage.unless('/slow', () => new Promise(resolve => (late = resolve)));
  await outage.unless('/other', async () => REFUSED);
  late(LATE);
  await waiting;
  const how: Patience[] = [];
  await outage.unless('/next', async patience => {
    how.push(patience);
    return REFUSED;
  });
  expect(how).toEqual(['full']);
});

test('a Hub that hangs is asked about few of many repos, and about all when it is there again', {
  timeout: 60_000,
}, async () => {
  const scenario = manyHonest(20);
  const hub = await startReplayHub({ scenarios: [scenario], quota: { api: 1e6, resolvers: 1e6 }, faults: ['hang'] });
  try {
    const timeoutMs = 1_500;
    const { service, clock } = askReplay(hub, { timeoutMs });
    const askAll = async () =>
      (await Promise.all(scenario.repos!.map(({ id }) => service.lookUp({ id, kind: 'model' })))).map(
        ({ repo }) => repo,
      );
    const began = Date.now();
    const repos = await askAll();
    expect(repos.map(repo => repo.state === 'unknown' && repo.why)).toEqual(
      Array(20).fill('no answer in time (no answer within 1.5 s)'),
    );
    // The first three times, and once each of those that are asked about at a time.
    expect(hub.requests.length).toBeLessThanOrEqual(3 + 4);
    expect(Date.now() - began).toBeLessThan(timeoutMs * 20);
    hub.setFaults([]);
    clock.now += 5_000;
    expect(new Set((await askAll()).map(({ state }) => state))).toEqual(new Set(['known']));
  } finally {
    await hub.stop();
  }
});
