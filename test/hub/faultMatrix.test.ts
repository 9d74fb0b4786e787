import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '../../src/core/facts/facts.ts';
import { endpointOf } from '../../src/hub/endpoint.ts';
import { exchangeOver } from '../../src/hub/exchange.ts';
import { guardedFetch } from '../../src/hub/guardedFetch.ts';
import { type HubClient, hubClient } from '../../src/hub/hubClient.ts';
import { FAULTS, type FaultName } from './replay/faults.ts';
import { type ReplayHub, startReplayHub } from './replay/replayHub.ts';

/** What hub depth asks of a repo: a part of its address, and the fact that hangs on it. */
const ENDPOINTS: Readonly<Record<string, { readonly on: RegExp; readonly fact: keyof Facts }>> = {
  info: { on: /^\/api\/models\/[^/]+\/[^/?]+(\?|$)/, fact: 'repo' },
  tree: { on: /\/tree\//, fact: 'files' },
  scan: { on: /\/scan(\?|$)/, fact: 'scan' },
  organizations: { on: /\/api\/organizations\//, fact: 'publisher' },
  users: { on: /\/api\/users\//, fact: 'publisher' },
  commits: { on: /\/commits\//, fact: 'commits' },
  card: { on: /README\.md/, fact: 'card' },
};

/** The answer is what was asked for, in odd company: all facts are known as without the fault. */
const HARMLESS: ReadonlySet<FaultName> = new Set<FaultName>([
  'slow-headers',
  'slow-body',
  'wrong-content-type',
  'prototype-keys',
  'clock-ahead',
  'clock-behind',
  'long-header',
  'link-foreign',
  'link-circle',
  'link-nonsense',
]);

/** Some of the answer is right: what is known of it may be less than there is, and must be true. */
const PARTIAL: ReadonlySet<FaultName> = new Set<FaultName>([
  'wrong-types',
  'null-members',
  'wrong-shape',
  'control-characters',
  'negative-numbers',
  'huge-numbers',
  'no-headers',
]);

/** For a card any text is a card: only what is no answer at all can be told. */
const TEXT: ReadonlySet<FaultName> = new Set<FaultName>([
  'empty-body',
  'json-null',
  'json-text',
  'deep-nesting',
  'invalid-utf8',
  'truncated-json',
  'endless',
  'huge-json',
  'gzip-bomb',
]);

let hub: ReplayHub;
let clock = 0;
beforeAll(async () => {
  hub = await startReplayHub({ quota: { api: 1e9, resolvers: 1e9 }, slowMs: 20 });
  clock = hub.now;
});
afterAll(() => hub.stop());

const client = (): HubClient => {
  const endpoint = endpointOf(hub.url);
  if ('problem' in endpoint) throw new Error(endpoint.problem);
  const guarded = guardedFetch({
    endpoint,
    exchange: exchangeOver(fetch),
    token: 'hf_replay',
    now: () => clock,
    sleep: async ms => {
      clock += ms;
    },
    userAgent: 'test',
    timeoutMs: 150,
  });
  return hubClient(endpoint, guarded, () => clock);
};

/** Without the times at which things were learned. */
const timeless = (facts: Facts) => JSON.parse(JSON.stringify(facts, (key, value) => (key === 'asOf' ? 0 : value)));

const REPO = { id: 'openai-community/gpt2', kind: 'model' } as const;

describe.each(Object.entries(ENDPOINTS))('%s', (endpoint, { on, fact }) => {
  test.each(FAULTS)('%s', async name => {
    hub.setFaults([]);
    const sound = timeless(await client().lookUp(REPO));
    expect(Object.entries(sound).filter(([, looked]) => (looked as { state: string }).state !== 'known')).toEqual([]);

    hub.forget();
    hub.setFaults([{ name, on }]);
    const struck = client();
    const facts = timeless(await struck.lookUp(REPO));
    if (HARMLESS.has(name)) expect(facts).toEqual(sound);
    else if (endpoint === 'tree' && facts.files.state === 'known')
      // The names that the repo's own answer lists, or what was right of the tree.
      expect(facts.files.value.length).toBe(sound.files.value.length);
    else if (endpoint === 'users') expect(['known', 'unknown']).toContain(facts.publisher.state);
    else if (!PARTIAL.has(name) && !(endpoint === 'card' && TEXT.has(name)))
      expect(facts[fact].state).not.toBe('known');
    if (name !== '404' || endpoint !== 'info') expect(facts.repo.state).not.toBe('missing');
    expect(JSON.stringify(facts)).not.toContain('lured');
    expect(hub.requests.filter(({ origin }) => origin === 'foreign')).toEqual([]);
    expect(hub.requests.filter(each => each.countsAsDownload)).toEqual([]);
    expect(hub.mostAtOnce()).toBeLessThanOrEqual(8);

    hub.setFaults([]);
    clock += 3_600_000;
    expect(timeless(await struck.lookUp(REPO))).toEqual(sound);
  });
});
