import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readNameSeed } from '../../../src/tools/nameSeed.ts';
import { falseAlarms, generateBenchmark, recallByKind } from '../../bench/nameQuality.ts';
import { dataFolder, shippedIndex } from './shippedIndex.ts';

const benchmark = generateBenchmark(readNameSeed(dataFolder), shippedIndex, { imitated: 150 });
const overall = (squats: Parameters<typeof recallByKind>[1], kind: Parameters<typeof recallByKind>[2]) =>
  recallByKind(shippedIndex, squats, kind).at(-1)!;

it('warns of imitated publishers that copy a name, and names the right target', () => {
  const { asked, warned, informed, right } = overall(benchmark.copied, 'publisher');
  expect(asked).toBeGreaterThan(2000);
  expect(warned / asked).toBeGreaterThanOrEqual(0.99);
  expect(informed / asked).toBeGreaterThanOrEqual(0.995);
  expect(right).toBe(informed);
});

it('informs of most imitated publishers with a new name, and warns of disguised letters alone', () => {
  const { asked, warned, informed } = overall(benchmark.fresh, 'publisher');
  expect(informed / asked).toBeGreaterThanOrEqual(0.7);
  expect(warned / asked).toBeLessThan(0.08);
});

it('finds the repo that a slip in its name means', () => {
  const { asked, informed, right } = overall(benchmark.slips, 'name');
  expect(informed / asked).toBeGreaterThanOrEqual(0.85);
  expect(right).toBe(informed);
});

it('takes no other version or size for a misspelling', () => {
  expect(benchmark.bumps.length).toBeGreaterThan(200);
  expect(falseAlarms(shippedIndex, benchmark.bumps).flags.map(flag => flag.id)).toEqual([]);
});

it('leaves honest ids alone, those that look odd included', () => {
  const ids = readFileSync(new URL('honestIds.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const { flags, asked } = falseAlarms(shippedIndex, ids);
  expect(asked).toBeGreaterThan(1200);
  // Accepted: each is one letter, a joint or a hung-on word away from a famous publisher.
  expect(flags.map(flag => `${flag.id}: ${flag.tier}, ${flag.lookalike.target}`).sort()).toEqual([
    'BenjaminB/plain-sklearn: information, benjamin',
    'EmperoAI/NVIDIA-Nemotron-Labs-Teacher-STEM: information, empero-ai',
    'OpenOpenAI/t5-small-finetuned-xsum: information, openai',
    'albertz/distilbert-base-uncased-finetuned-squad: information, albert',
    'stanfordmimi/synthpose-vitpose-base-hf: information, StanfordAIMI',
  ]);
});
