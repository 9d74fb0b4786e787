import type { Facts } from '../../src/core/facts/facts.ts';
import type { Assessment } from '../../src/core/trust/assessment.ts';
import { endpointOf } from '../../src/hub/endpoint.ts';
import { exchangeOver } from '../../src/hub/exchange.ts';
import { guardedFetch } from '../../src/hub/guardedFetch.ts';
import { hubClient } from '../../src/hub/hubClient.ts';
import { shippedEngine } from '../support/engine.ts';
import { readScenarios } from './replay/readScenarios.ts';
import { startReplayHub } from './replay/replayHub.ts';
import type { RepoEntry, ScenarioInput } from './replay/scenario.ts';

const engine = shippedEngine();
const levels = new Map([['known-malicious', 'off' as const]]);

export interface Judged {
  readonly entry: RepoEntry;
  readonly assessment: Assessment;
  readonly facts: Facts;
}

/** The scenarios whose repos are marked as attacks or as honest. */
export const MARKED = [
  'open-oss',
  'attacks',
  'honest',
  'virals',
  'removed',
  'basics',
  'demo',
  'lures',
  'lookalikes',
  'afterthoughts',
  'worded',
];

/** Judges every marked repo by its bare id at hub depth, while the list of known malicious repos is closed. */
export async function judgeAll(scenarios: readonly (string | ScenarioInput)[]): Promise<Judged[]> {
  const hub = await startReplayHub({ scenarios, quota: { api: 1e6, resolvers: 1e6, pages: 1e6 } });
  try {
    const endpoint = endpointOf(hub.url);
    if ('problem' in endpoint) throw new Error(endpoint.problem);
    const now = () => hub.now;
    const guarded = guardedFetch({
      endpoint,
      exchange: exchangeOver(fetch),
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
      judged.push({ entry, facts, assessment: engine.assess(entry.id, entry.kind, undefined, options) });
    }
    return judged;
  } finally {
    await hub.stop();
  }
}
