import { beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '../../src/core/facts/facts.ts';
import type { Assessment } from '../../src/core/trust/assessment.ts';
import { endpointOf } from '../../src/hub/endpoint.ts';
import { exchangeOver } from '../../src/hub/exchange.ts';
import { guardedFetch } from '../../src/hub/guardedFetch.ts';
import { hubClient } from '../../src/hub/hubClient.ts';
import { shippedEngine } from '../support/engine.ts';
import { manyHonest } from './replay/manyHonest.ts';
import { readScenarios } from './replay/readScenarios.ts';
import { startReplayHub } from './replay/replayHub.ts';
import type { RepoEntry, ScenarioInput } from './replay/scenario.ts';

/** Every told repo, judged by its bare id at hub depth, while the list of known malicious repos is closed. */
const engine = shippedEngine();
const levels = new Map([['known-malicious', 'off' as const]]);

interface Judged {
  readonly entry: RepoEntry;
  readonly assessment: Assessment;
}

async function judgeAll(scenarios: readonly (string | ScenarioInput)[]): Promise<Judged[]> {
  const hub = await startReplayHub({ scenarios, quota: { api: 1e6, resolvers: 1e6, pages: 1e6 } });
  try {
    const endpoint = endpointOf(hub.url);
    if ('problem' in endpoint) throw new Error(endpoint.problem);
    const now = () => hub.now;
    const guarded = guardedFetch({
      endpoint,
      exchange: exchangeOver(fetch),
      token: undefined,
      now,
      sleep: async () => {},
      userAgent: 'test',
      timeoutMs: 10_000,
    });
    const client = hubClient(endpoint, guarded, now);
    const marked = readScenarios(scenarios).flatMap(each => each.repos.filter(repo => repo.attack ?? repo.honest));
    const judged: Judged[] = [];
    for (const entry of marked) {
      const facts: Facts = await client.lookUp({ id: entry.id, kind: entry.kind });
      const options = { levels, facts: () => facts };
      judged.push({ entry, assessment: engine.assess(entry.id, entry.kind, undefined, options) });
    }
    return judged;
  } finally {
    await hub.stop();
  }
}

const has = ({ assessment }: Judged, ...severities: string[]) =>
  assessment.signals.some(({ severity }) => severities.includes(severity));
const told = ({ entry, assessment }: Judged) =>
  `${entry.id} (${entry.attack ?? entry.honest}): ${assessment.verdict} ${assessment.signals.map(each => `${each.rule}=${each.severity}`).join(' ')}`;

let judged: Judged[];
let many: Judged[];

beforeAll(async () => {
  judged = [];
  for (const name of ['open-oss', 'attacks', 'honest', 'virals', 'removed', 'basics', 'demo'])
    judged.push(...(await judgeAll([name])));
  many = await judgeAll([manyHonest(300)]);
}, 120_000);

describe('attacks', () => {
  test('the campaign of May 2026: seven of seven', () => {
    const campaign = new Map(
      judged.filter(({ entry }) => entry.attack === 'campaign').map(each => [each.entry.id, each]),
    );
    expect(campaign.size).toBe(7);
    expect([...campaign.values()].filter(each => !has(each, 'error', 'warning')).map(told)).toEqual([]);
    expect([...campaign.values()].filter(({ assessment }) => assessment.verdict !== 'dangerous').map(told)).toEqual([]);
  });

  test('of our own invention: twenty at least, and nothing trusted', () => {
    const attacks = judged.filter(({ entry }) => entry.attack !== undefined && entry.attack !== 'campaign');
    const missed = attacks.filter(each => !has(each, 'error', 'warning')).map(told);
    expect(attacks.length - missed.length, missed.join('\n')).toBeGreaterThanOrEqual(20);
    expect(attacks.filter(({ assessment }) => assessment.verdict === 'trusted').map(told)).toEqual([]);
    if (process.env['SHOW']) console.log(missed.join('\n'));
  });
});

describe('honest repos', () => {
  test('no error, and a warning for one in a hundred at most', () => {
    const honest = [...judged, ...many].filter(({ entry }) => entry.honest !== undefined);
    expect(honest.length).toBeGreaterThanOrEqual(300);
    expect(honest.filter(each => has(each, 'error')).map(told)).toEqual([]);
    const warned = honest.filter(each => has(each, 'warning')).map(told);
    expect(warned.length / honest.length, warned.join('\n')).toBeLessThanOrEqual(0.01);
    if (process.env['SHOW']) console.log(warned.join('\n'));
    if (process.env['SHOW'])
      console.log(
        honest
          .filter(each => has(each, 'information'))
          .map(told)
          .join('\n'),
      );
  });
});
