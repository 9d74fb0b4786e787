import { expect, test } from 'vitest';
import { idsInTurn } from '../../src/cli/commands/idsInTurn.ts';
import type { RequestedId } from '../../src/cli/repoId.ts';
import { nothingKnown } from '../../src/core/facts/facts.ts';
import { shippedEngine } from '../support/engine.ts';

const engine = shippedEngine();
const never = new AbortController().signal;
const NOTHING = nothingKnown('offline');

async function* given(...batches: (readonly string[])[]) {
  yield* batches;
}

/** Asks about ids; says whom, in which order, what was judged, and what was told in which groups. */
async function run(batches: AsyncIterable<readonly string[]>, waits: Readonly<Record<string, number>> = {}) {
  const asked: string[] = [];
  const judged: string[] = [];
  const told: string[][] = [];
  const groups = idsInTurn(batches, {
    engine,
    options: {},
    signal: never,
    lookUp: async ({ id }) => {
      asked.push(id);
      await new Promise(resolve => setTimeout(resolve, waits[id] ?? 0));
      return NOTHING;
    },
    judge: ({ id, kind }: RequestedId) => {
      judged.push(id);
      return `${kind} ${id}`;
    },
  });
  for await (const group of groups) told.push(group.map(({ result }) => result));
  return { asked, judged, told };
}

const KNOWN = ['openai-community/gpt2', 'google-bert/bert-base-uncased', 'openai/whisper-tiny'];
const FAKE = 'someone-else/whisper-large-v3';

test('what something speaks against is asked about first, what the index knows last, and told in the order of the input', async () => {
  const ids = [...KNOWN, 'org-a/never-heard-of', FAKE];
  const { asked, told } = await run(given(ids));
  expect(asked.slice(0, 2)).toEqual([FAKE, 'org-a/never-heard-of']);
  expect(new Set(asked.slice(2))).toEqual(new Set(KNOWN));
  expect(told.flat()).toEqual(ids.map(id => `model ${id}`));
});

test('batches that follow each other are ordered among each other', async () => {
  const { asked } = await run(given(...KNOWN.map(id => [id]), [FAKE]));
  expect(asked[0]).toBe(FAKE);
});

test('one that is written twice is asked about once, and judged once for each way to write it', async () => {
  const ids = [
    'qarlolab/thing',
    'Qarlolab/Thing',
    'qarlolab/thing',
    'https://huggingface.co/qarlolab/thing',
    'datasets/qarlolab/thing',
    'qarlolab/thing@v1',
  ];
  const { asked, judged, told } = await run(given(ids));
  expect(asked).toHaveLength(2);
  expect(judged.sort()).toEqual(['Qarlolab/Thing', 'qarlolab/thing', 'qarlolab/thing']);
  expect(told.flat()).toEqual([
    'model qarlolab/thing',
    'model Qarlolab/Thing',
    'model qarlolab/thing',
    'model qarlolab/thing',
    'dataset qarlolab/thing',
    'model qarlolab/thing',
  ]);
});

test('what is ready is told while the next waits, and what is no id is told in its line', async () => {
  const { told } = await run(given(['a/one', 'a b', 'a/slow', 'a/three']), { 'a/slow': 30 });
  expect(told.flat()).toEqual(['model a/one', 'model a b', 'model a/slow', 'model a/three']);
  expect(told.length).toBeGreaterThan(1);
});

test('an answer does not wait for the next question', async () => {
  let ask = (_: readonly string[]): void => {};
  async function* questions() {
    yield ['a/first'];
    yield await new Promise<readonly string[]>(resolve => {
      ask = resolve;
    });
  }
  const needs = { engine, options: {}, signal: never, lookUp: async () => NOTHING, judge: () => 'told' };
  const answers = idsInTurn(questions(), needs);
  expect((await answers.next()).value).toMatchObject([{ text: 'a/first' }]);
  const second = answers.next();
  setTimeout(() => ask(['a/second']), 5);
  expect((await second).value).toMatchObject([{ text: 'a/second' }]);
  expect((await answers.next()).done).toBe(true);
});

test('input that breaks off fails when what came before it is answered', async () => {
  async function* broken() {
    yield ['a/first'];
    throw new Error('cannot be read');
  }
  const needs = { engine, options: {}, signal: never, lookUp: async () => NOTHING, judge: () => 'told' };
  const answers = idsInTurn(broken(), needs);
  expect((await answers.next()).value).toMatchObject([{ text: 'a/first' }]);
  await expect(answers.next()).rejects.toThrow('cannot be read');
});

test('it stops waiting when the signal fires', async () => {
  const stop = new AbortController();
  const needs = {
    engine,
    options: {},
    signal: stop.signal,
    lookUp: () => new Promise<never>(() => {}),
    judge: () => '',
  };
  const answers = idsInTurn(given(['a/one', 'a/two']), needs);
  setTimeout(() => stop.abort(), 5);
  await expect(answers.next()).rejects.toThrow();
});
