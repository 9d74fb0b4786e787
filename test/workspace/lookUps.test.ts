import { afterEach, describe, expect, test } from 'vitest';
import { nothingKnown } from '../../src/core/facts/facts.ts';
import type { UrgentRepo } from '../../src/core/rules/urgency.ts';
import { LINKED_AT_MOST, lookUps } from '../../src/workspace/lookUps.ts';
import { scanWithFacts } from '../../src/workspace/scanWithFacts.ts';
import { askReplay } from '../hub/askReplay.ts';
import { manyHonest } from '../hub/replay/manyHonest.ts';
import { type ReplayHub, startReplayHub } from '../hub/replay/replayHub.ts';
import { shippedEngine } from '../support/engine.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const repo = (id: string, link = false, urgency: UrgentRepo['urgency'] = link ? 4 : 2): UrgentRepo => ({
  id,
  kind: 'model',
  link,
  urgency,
});

function asking(options: { offline?: boolean } = {}) {
  const asked: string[] = [];
  const progress: string[] = [];
  const made = lookUps({
    lookUp: async ({ id }) => {
      asked.push(id);
      return nothingKnown(`asked for ${id}`);
    },
    keyOf: ({ id, kind }) => `${kind}/${id}`,
    onProgress: (answered, of) => progress.push(`${answered}/${of}`),
    ...options,
  });
  return { ...made, asked, progress };
}

test('asks for each repo once, when all files are known, the most urgent first', async () => {
  const { note, finish, asked, facts, progress } = asking();
  note([repo('l/listed', true, 5), repo('a/a'), repo('l/other', true)]);
  note([repo('b/b', true), repo('a/a', true), repo('a/a'), repo('s/suspected', false, 0)]);
  note([repo('b/b')]);
  expect(asked).toEqual([]);
  await finish();
  expect(asked).toEqual(['s/suspected', 'a/a', 'b/b', 'l/other', 'l/listed']);
  expect(facts({ id: 'l/other', kind: 'model' }).repo).toMatchObject({ why: 'asked for l/other' });
  expect(progress.at(-1)).toBe('5/5');
});

test('a long list of links does not use up the quota, and says so', async () => {
  const { note, finish, asked, facts } = asking();
  note([...Array.from({ length: 300 }, (_, i) => repo(`l/${i}`, true)), repo('last/suspected', true, 1)]);
  note(Array.from({ length: 60 }, (_, i) => repo(`loaded/${i}`)));
  await finish();
  expect(asked).toHaveLength(60 + LINKED_AT_MOST);
  expect(asked[0]).toBe('last/suspected');
  expect(facts({ id: 'l/299', kind: 'model' }).repo).toEqual({
    state: 'unknown',
    why: 'only linked to, and 40 such repos are looked up at a time',
  });
});

test('what lies on the disk is not spared', async () => {
  const { note, answered, asked } = asking({ offline: true });
  note(Array.from({ length: 300 }, (_, i) => repo(`l/${i}`, true)));
  await answered();
  expect(asked).toHaveLength(300);
});

describe('with a short quota', () => {
  const running: ReplayHub[] = [];
  afterEach(async () => void (await Promise.all(running.splice(0).map(hub => hub.stop()))));
  const engine = shippedEngine();
  const load = (id: string, more = '') => `AutoModel.from_pretrained("${id}"${more})`;

  /** A scan of these files, against a Hub that grants 60 requests: five or six repos. */
  async function scanned(files: Record<string, string[]>) {
    const honest = manyHonest(100);
    const hub = await startReplayHub({ scenarios: ['open-oss', honest], quota: { api: 60 } });
    running.push(hub);
    const { service } = askReplay(hub);
    const asked = lookUps({ lookUp: repo => service.lookUp(repo), keyOf: engine.repoKey });
    const decoys = honest.repos!.map(({ id }) => load(id));
    const python = (lines: string[]) => ['from transformers import AutoModel', ...lines].join('\n');
    const base = temporaryFolder({
      'a-decoys.py': python([...decoys, ...(files['a-decoys.py'] ?? [])]),
      ...Object.fromEntries(
        Object.entries(files).flatMap(([name, lines]) => (name !== 'a-decoys.py' ? [[name, python(lines)]] : [])),
      ),
    });
    // An advisory would have decided on it already.
    const levels = new Map([['known-malicious', 'off' as const]]);
    const findings: string[] = [];
    for await (const result of scanWithFacts(engine, ['.'], {
      base,
      judge: { levels },
      lookUps: asked,
      offline: false,
    })) {
      if (result.type === 'scanned') findings.push(...result.findings.map(({ rule, id }) => `${rule} ${id}`));
    }
    const states = decoys.map((_, n) => asked.facts({ id: honest.repos![n]!.id, kind: 'model' }).repo);
    return { findings, decoys: states, stateOf: (id: string) => asked.facts({ id, kind: 'model' }).repo };
  }

  test('a hundred ids before it do not keep a copied name from being looked up, and are said not to have been asked', async () => {
    const { findings, decoys } = await scanned({ 'a-decoys.py': [load('Open-OSS/privacy-filter')] });
    expect(findings).toContain('launcher-files Open-OSS/privacy-filter');
    const left = decoys.filter(({ state }) => state === 'unknown');
    expect(left.length).toBeGreaterThan(80);
    expect(left[0]).toMatchObject({ why: expect.stringMatching(/^the quota of requests is used up/) });
  });

  test('nor do a hundred in another file keep one that nothing speaks against from its turn', async () => {
    const { stateOf } = await scanned({ 'z.py': [load('openai/privacy-filter')], 'y.py': [load('strangers/loaded')] });
    expect(stateOf('strangers/loaded').state).toBe('missing');
  });
});
