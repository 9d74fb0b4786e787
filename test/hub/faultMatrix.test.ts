import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '../../src/core/facts/facts.ts';
import { type Asking, askReplay } from './askReplay.ts';
import { FAULTS, type FaultName } from './replay/faults.ts';
import { type ReplayHub, startReplayHub } from './replay/replayHub.ts';
import type { RepoKind, ScenarioInput } from './replay/scenario.ts';

/** What hub depth asks of a repo: a part of its address, and the fact that hangs on it. */
interface Endpoint {
  readonly name: string;
  readonly on: RegExp;
  readonly fact: keyof Facts;
  readonly kinds: readonly RepoKind[];
}

const KINDS: readonly RepoKind[] = ['model', 'dataset', 'space', 'kernel'];
const OF_ORGANIZATIONS: readonly RepoKind[] = ['model', 'kernel'];

const ENDPOINTS: readonly Endpoint[] = [
  { name: 'info', on: /^\/api\/\w+s\/[^/]+\/[^/?]+(\?|$)/, fact: 'repo', kinds: KINDS },
  { name: 'tree', on: /\/tree\//, fact: 'files', kinds: KINDS },
  { name: 'tree, second page', on: /\/tree\/.*cursor=/, fact: 'files', kinds: KINDS },
  { name: 'scan', on: /\/scan(\?|$)/, fact: 'scan', kinds: KINDS },
  { name: 'users', on: /\/api\/users\//, fact: 'publisher', kinds: KINDS },
  { name: 'organizations', on: /\/api\/organizations\//, fact: 'publisher', kinds: OF_ORGANIZATIONS },
  { name: 'commits', on: /\/commits\//, fact: 'commits', kinds: KINDS },
  { name: 'card', on: /README\.md/, fact: 'card', kinds: KINDS },
];

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

/** Only these end by the clock on the wall. */
const HANGING: ReadonlySet<FaultName> = new Set<FaultName>(['hang', 'hang-body']);
const HANGING_MS = 300;

/** A repo of each kind with a list of files of three pages. */
const scenario: ScenarioInput = {
  about: 'One repo of each kind, with nothing odd about it.',
  now: '2026-10-02T12:00:00Z',
  unmarked: 'invented',
  publishers: [
    { name: 'steady-lab', type: 'org', created: '2022-01-01T00:00:00Z', followers: 90, models: 4, members: 5 },
    { name: 'steady-hand', type: 'user', created: '2022-01-01T00:00:00Z', followers: 90, models: 4 },
  ],
  repos: KINDS.map(kind => ({
    id: `${OF_ORGANIZATIONS.includes(kind) ? 'steady-lab' : 'steady-hand'}/some-${kind}`,
    kind,
    created: '2024-01-01T00:00:00Z',
    likes: 12,
    downloads: 340,
    files: {
      'README.md': '# Some repo\n',
      'config.json': '{"model_type":"bert"}',
      'a.txt': 'a',
      'b.txt': 'b',
      'model.safetensors': { size: 4096 },
    },
  })),
};

/** Without the times at which things were learned. */
const timeless = (facts: Facts) => JSON.parse(JSON.stringify(facts, (key, value) => (key === 'asOf' ? 0 : value)));

describe.each(KINDS)('%s', kind => {
  const { id } = scenario.repos!.find(repo => repo.kind === kind)!;
  const endpoints = ENDPOINTS.filter(({ kinds }) => kinds.includes(kind));
  const hubs = new Map<Endpoint, ReplayHub>();
  let sound: Facts;

  beforeAll(async () => {
    const options = { scenarios: [scenario], quota: { api: 1e9, resolvers: 1e9 }, slowMs: 20, treePage: 2 };
    for (const endpoint of endpoints) hubs.set(endpoint, await startReplayHub(options));
    sound = timelessOn(await askReplay(hubs.get(endpoints[0]!)!).client.lookUp({ id, kind }), endpoints[0]!);
    expect(Object.entries(sound).filter(([, looked]) => looked.state !== 'known' || looked.partial)).toEqual([]);
  });
  afterAll(async () => void (await Promise.all([...hubs.values()].map(hub => hub.stop()))));

  /** Each endpoint has a Hub of its own: which one answered is the only thing that may differ. */
  const timelessOn = (facts: Facts, endpoint: Endpoint): Facts =>
    JSON.parse(JSON.stringify(timeless(facts)).replaceAll(new URL(hubs.get(endpoint)!.url).host, 'the-hub'));

  test.each(FAULTS)('%s, at every endpoint', { timeout: 60_000 }, async fault => {
    // All of them end before the next fault begins, whatever one of them says.
    const ended = await Promise.allSettled(endpoints.map(endpoint => cell(endpoint, fault)));
    expect(ended.flatMap(each => (each.status === 'rejected' ? [each.reason.message] : []))).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  async function cell(endpoint: Endpoint, fault: FaultName): Promise<void> {
    const hub = hubs.get(endpoint)!;
    hub.forget();
    hub.setFaults([{ name: fault, on: endpoint.on }]);
    const asking = askReplay(hub, { token: 'hf_replay', ...(HANGING.has(fault) && { timeoutMs: HANGING_MS }) });
    const facts = timelessOn(await asking.client.lookUp({ id, kind }), endpoint);
    try {
      checkStruck(facts, endpoint, fault);
      checkWire(hub);
      await checkRecovery(asking, hub, endpoint, fault);
    } catch (error) {
      throw new Error(`${endpoint.name}: ${(error as Error).message}`, { cause: error });
    }
  }

  function checkStruck(facts: Facts, { name, fact }: Endpoint, fault: FaultName): void {
    const isLink = fault.startsWith('link-');
    if (HARMLESS.has(fault) && !(fact === 'files' && isLink)) return void expect(facts).toEqual(sound);
    if (fault !== '404' || name !== 'info') expect(facts.repo.state).not.toBe('missing');
    expect(JSON.stringify(facts)).not.toContain('lured');
    if (name === 'info') {
      if (!PARTIAL.has(fault)) expect(facts.repo.state).not.toBe('known');
      return;
    }
    for (const other of Object.keys(sound) as (keyof Facts)[])
      if (other !== fact && !isLess(facts[other])) expect(facts[other]).toEqual(sound[other]);
    if (fact === 'files') return void checkFiles(facts, fault);
    if (name === 'users') return void expect(['known', 'unknown']).toContain(facts.publisher.state);
    if (!PARTIAL.has(fault) && !(name === 'card' && TEXT.has(fault))) expect(facts[fact].state).not.toBe('known');
  }

  /** A quota that is used up, or a connection that is cut, is so for all: what is not known says so. */
  const isLess = (looked: Facts[keyof Facts]) =>
    looked.state === 'unknown' || (looked.state === 'known' && looked.partial !== undefined);

  /** All names that there are, or the word that they are not all. */
  function checkFiles({ files }: Facts, fault: FaultName): void {
    if (files.state !== 'known') return void expect(files.state).toBe('unknown');
    if (sound.files.state !== 'known') throw new Error('the sound answer has files');
    const names = files.value.map(({ path }) => path);
    const all = sound.files.value.map(({ path }) => path);
    // Without its header a page is the last one, as far as anybody can see; a kernel's own answer names no files.
    const isBlind = fault === 'control-characters' || (fault === 'no-headers' && kind === 'kernel');
    if (files.partial === undefined && !isBlind) expect(names.toSorted()).toEqual(all.toSorted());
    if (files.partial !== undefined) expect(names.length).toBeLessThanOrEqual(all.length);
  }

  function checkWire(hub: ReplayHub): void {
    expect(hub.requests.filter(({ origin }) => origin === 'foreign')).toEqual([]);
    expect(hub.tokensSeenAt('foreign')).toEqual([]);
    expect(hub.requests.filter(each => each.countsAsDownload)).toEqual([]);
    expect(hub.mostAtOnce()).toBeLessThanOrEqual(8);
  }

  async function checkRecovery({ client, clock }: Asking, hub: ReplayHub, endpoint: Endpoint, fault: FaultName) {
    hub.setFaults([]);
    clock.now += 3_600_000;
    const again = timelessOn(await client.lookUp({ id, kind }), endpoint);
    // Where the machine itself is slower than the short time-out, the long one is asked.
    if (HANGING.has(fault)) return void expect(again.repo.state).toBe('known');
    expect(again).toEqual(sound);
  }
});
