import { afterEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../src/core/facts/facts.ts';
import { notChecked } from '../../src/core/trust/toldFacts.ts';
import { shippedEngine } from '../support/engine.ts';
import { askReplay } from './askReplay.ts';
import { FACES } from './replay/faces.ts';
import { type ReplayHub, type ReplayHubOptions, startReplayHub } from './replay/replayHub.ts';

const MIRRORS = Object.keys(FACES).filter(name => name !== 'hugging-face');
const GPT2 = { id: 'openai-community/gpt2', kind: 'model' } as const;
const LLAMA = { id: 'TheBloke/Llama-2-7B-GGUF', kind: 'model' } as const;
const CAMPAIGN = { id: 'Open-OSS/privacy-filter', kind: 'model' } as const;

const running: ReplayHub[] = [];
const start = async (face: string, also: ReplayHubOptions = {}) => {
  const hub = await startReplayHub({ face, scenarios: ['basics', 'open-oss'], ...also });
  running.push(hub);
  return hub;
};
afterEach(async () => void (await Promise.all(running.splice(0).map(hub => hub.stop()))));

const engine = shippedEngine();
const levels = new Map([['known-malicious', 'off' as const]]);
const assess = (id: string, facts: Facts) => engine.assess(id, 'model', undefined, { levels, facts: () => facts });
const namesOf = ({ files }: Facts) => (files.state === 'known' ? files.value.map(({ path }) => path).sort() : []);

describe.each(MIRRORS)('%s', face => {
  test('tells of a repo what it can; the rest is said not to be known, and the token goes nowhere else', async () => {
    const hub = await start(face);
    const facts = await askReplay(hub, { token: 'hf_replay' }).client.lookUp(GPT2);
    expect(facts.repo).toMatchObject({
      state: 'known',
      value: { id: GPT2.id },
      source: { host: new URL(hub.url).host },
    });
    expect(namesOf(facts)).toContain('model.safetensors');
    const unknown = (Object.keys(facts) as (keyof Facts)[]).filter(name => facts[name].state === 'unknown');
    expect(unknown).toContain('publisher');
    expect(unknown).toContain('scan');
    expect(notChecked(facts).length).toBeGreaterThanOrEqual(unknown.length);
    expect(Object.values(facts).some(({ state }) => state === 'missing')).toBe(false);
    expect(hub.requests.every(({ url }) => url.startsWith(new URL(hub.url).pathname.replace(/\/$/, '')))).toBe(true);
    expect(hub.requests.filter(({ origin }) => origin === 'foreign')).toEqual([]);
    expect(hub.requests.filter(each => each.countsAsDownload)).toEqual([]);
  });

  test('nothing is trusted that no scanner and no publisher spoke of', async () => {
    const facts = await askReplay(await start(face)).client.lookUp(GPT2);
    expect(assess(GPT2.id, facts).verdict).toBe('clear');
    const strange = {
      ...facts,
      repo: { ...facts.repo, value: { ...known(facts), id: 'some-stranger/thing' } },
    } as Facts;
    expect(assess('some-stranger/thing', strange).verdict).toBe('unknown');
  });

  test('the campaign is warned of there, too', async () => {
    const facts = await askReplay(await start(face)).client.lookUp(CAMPAIGN);
    const { signals } = assess(CAMPAIGN.id, facts);
    expect(signals.map(({ severity }) => severity)).toContain('warning');
    expect(signals.map(({ rule }) => rule)).not.toContain('young-publisher');
  });

  test('a list of files in pages is read to its end, wherever its next page is said to lie', async () => {
    const whole = namesOf(await askReplay(await start(face)).client.lookUp(GPT2));
    const hub = await start(face, { treePage: 4 });
    const facts = await askReplay(hub, { token: 'hf_replay' }).client.lookUp(GPT2);
    expect(namesOf(facts)).toEqual(whole);
    expect(hub.tokensSeenAt('foreign')).toEqual([]);
  });

  test('what it cannot answer is asked a few times at most', async () => {
    const hub = await start(face);
    const { client } = askReplay(hub);
    for (const repo of [GPT2, LLAMA, CAMPAIGN, GPT2]) await client.lookUp(repo);
    hub.forget();
    await client.lookUp(GPT2);
    const useless = hub.requests.filter(({ status }) => [400, 405, 501].includes(status));
    expect(useless.map(({ url }) => url)).toEqual([]);
    if (typeof FACES[face]!.expand === 'number')
      expect(hub.requests.filter(({ url }) => /\/gpt2\?expand/.test(url))).toEqual([]);
    expect(hub.requests.filter(({ url }) => /\/scan$/.test(url))).toEqual([]);
  });

  test('what is not there is missing, in the words that its answer allows', async () => {
    const { client } = askReplay(await start(face));
    await client.lookUp(GPT2);
    const { repo } = await client.lookUp({ id: 'nobody/nothing', kind: 'model' });
    const wording = FACES[face]!.missing === 401 ? 'missing-or-private' : 'missing';
    expect(repo).toMatchObject({ state: 'missing', wording });
  });
});

const known = (facts: Facts) => {
  if (facts.repo.state !== 'known') throw new Error('it is known');
  return facts.repo.value;
};

describe('a constant zero is no evidence', () => {
  test.each(['matrixhub', 'csghub'])('%s tells no likes and no downloads', async face => {
    const facts = await askReplay(await start(face)).client.lookUp(GPT2);
    expect(known(facts)).not.toHaveProperty('likes');
    expect(known(facts)).not.toHaveProperty('downloads');
  });

  test('zeros of an endpoint that counts are facts', async () => {
    const { client } = askReplay(await start('hugging-face', { scenarios: ['basics', 'attacks'] }));
    const quiet = { id: 'helper-weights/runtime', kind: 'model' } as const;
    expect(known(await client.lookUp(quiet))).not.toHaveProperty('likes');
    expect(known(await client.lookUp(GPT2))).toMatchObject({ likes: 4194 });
    expect(known(await client.lookUp(quiet))).toMatchObject({ likes: 0, downloads: 0 });
  });
});

test('a kind that a mirror does not have is not said to be missing', async () => {
  const hub = await start('artifactory', { scenarios: ['basics', 'honest'] });
  const { client } = askReplay(hub);
  await client.lookUp(GPT2);
  expect((await client.lookUp({ id: 'merve/privacy-filter', kind: 'space' })).repo.state).toBe('unknown');
  expect((await client.lookUp({ id: 'allenai/c4', kind: 'dataset' })).repo.state).toBe('known');
});

test.each(['/artifactory/api/huggingfaceml/team', '/a/b c/d'])('a prefix of its own: %s', async prefix => {
  const hub = await start('nexus', { prefix: encodeURI(prefix) });
  const { repo } = await askReplay(hub, { token: 'hf_replay' }).client.lookUp({ id: 'gpt2', kind: 'model' });
  expect(repo).toMatchObject({ state: 'known', value: { id: GPT2.id } });
});
