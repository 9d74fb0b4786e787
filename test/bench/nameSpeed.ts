import { readFileSync } from 'node:fs';
import { distance } from 'fastest-levenshtein';
import { openNameIndex } from '../../src/core/names/openNameIndex.ts';
import { readNameSeed } from '../../src/tools/nameSeed.ts';
import { inflateByZlib } from '../../src/workspace/inflateByZlib.ts';
import { seedPublishers } from './nameQuality.ts';
import { PUBLISHER_OPERATORS, pick, seededRandom } from './squats.ts';

/* Speed of the name look-up against brute force over the same ids, in one run. tsx test/bench/nameSpeed.ts */
const data = new URL('../../src/data/names/', import.meta.url);
const file = readFileSync(new URL('index.bin', data));
const seed = readNameSeed(data.pathname);
const ids = seed.repos.map(repo => repo.id);
const random = seededRandom(3);

// As the fronts load it: opened, and ready for an id that needs every table.
const loads = Array.from({ length: 9 }, () =>
  timed(() => openNameIndex(file, inflateByZlib).judge('somebody-unknown/some-model-of-his')),
);
console.log(
  `load (inflate, open, first unknown id): first ${loads[0]!.toFixed(0)} ms, then ${median(loads.slice(1)).toFixed(0)} ms; ${(file.length / ids.length).toFixed(1)} bytes an id\n`,
);

const publishers = seedPublishers(seed);
const squats = Array.from({ length: 3000 }, () => {
  const publisher = pick(random, publishers.slice(0, 600))!;
  const operator = pick(random, Object.values(PUBLISHER_OPERATORS))!;
  return `${operator(publisher.name, random) ?? `${publisher.name}-x`}/${pick(random, publisher.repos)}`;
});
const word = () =>
  Array.from({ length: 5 + Math.floor(random() * 8) }, () => pick(random, [...'abcdefghiklmnoprstuvwyz'])!).join('');
const sets: Record<string, string[]> = {
  'known ids': Array.from({ length: 3000 }, () => pick(random, ids)!),
  'known owner, unlisted repo': Array.from({ length: 3000 }, () => {
    const publisher = pick(random, publishers)!;
    return `${publisher.name}/${pick(random, publisher.repos)}-${word()}`;
  }),
  'unknown owner, new name': Array.from({ length: 3000 }, () => `${word()}/${word()}-${word()}-7b`),
  'unknown owner, borrowed name': Array.from({ length: 3000 }, () => `${word()}/${pick(random, ids)!.split('/')[1]}`),
  squats: squats,
};

// Brute force as one would write it: the nearest of all ids, those of another length left out, then without leaving out.
const bruteQueries = Object.values(sets).flatMap(set => set.slice(0, 20));
const bestOf3 = (work: () => unknown) => Math.min(timed(work), timed(work), timed(work));
const filtered = bruteQueries.map(query => bestOf3(() => nearest(query, true)));
const whole = bruteQueries.map(query => bestOf3(() => nearest(query, false)));

console.log('                                 p50 µs    p99 µs    max µs');
warmUp();
const all: number[] = [];
for (const [name, set] of Object.entries(sets)) {
  // A fresh index remembers nothing, so that every answer is computed. The best of three rounds leaves out what other programs took.
  const rounds = Array.from({ length: 3 }, () => {
    const index = openNameIndex(file);
    return set.map(id => timed(() => index.judge(id)));
  });
  const times = set.map((_, i) => Math.min(...rounds.map(round => round[i]!)));
  all.push(...times);
  print(name, times);
}
print('all of these', all);
const index = openNameIndex(file);
for (const id of squats) index.judge(id);
print(
  'asked again (remembered)',
  squats.map(id => bestOf3(() => index.judge(id))),
);
print('brute force, length within 2', filtered);
print('brute force, all ids', whole);
console.log(
  `\nlook-up against brute force over all ids: p50 ${ratio(whole, all, 0.5)} times faster, mean ${(mean(whole) / mean(all)).toFixed(0)} times`,
);
console.log(
  `look-up against brute force with the length filter: p50 ${ratio(filtered, all, 0.5)} times faster, mean ${(mean(filtered) / mean(all)).toFixed(0)} times`,
);

function warmUp(): void {
  const index = openNameIndex(file);
  for (const set of Object.values(sets)) for (const id of set) index.judge(id);
}

function nearest(query: string, byLength: boolean): string {
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    if (byLength && Math.abs(id.length - query.length) > 2) continue;
    const found = distance(query, id);
    if (found < least) {
      least = found;
      best = id;
    }
  }
  return best;
}

function timed(work: () => unknown): number {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e6;
}

function print(name: string, times: readonly number[]): void {
  const cells = [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)].map(ms =>
    (ms * 1000).toFixed(1).padStart(10),
  );
  console.log(`${name.padEnd(30)}${cells.join('')}`);
}

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

function ratio(slow: readonly number[], fast: readonly number[], share: number): string {
  return (quantile(slow, share) / quantile(fast, share)).toFixed(0);
}
