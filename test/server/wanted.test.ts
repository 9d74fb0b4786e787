import { expect, test } from 'vitest';
import type { UrgentRepo } from '../../src/core/rules/urgency.ts';
import { followWanted, STANDS_STILL_MS } from '../../src/server/wanted.ts';

const repo = (id: string, urgency: UrgentRepo['urgency'], link = false): UrgentRepo => ({
  id,
  kind: 'model',
  link,
  urgency,
});
const many = (count: number, of: (n: number) => UrgentRepo) => Array.from({ length: count }, (_, n) => of(n));

test('a text of hundreds of ids does not go before what matters in another, nor before what matters in itself', () => {
  const wanted = followWanted(() => 0);
  wanted.note('file:///decoys.py', [...many(300, n => repo(`made-up/model-${n}`, 2)), repo('s/in-decoys', 0)]);
  wanted.note('file:///app.py', [repo('known/listed', 3), repo('s/in-app', 0), repo('strangers/loaded', 2)]);
  const ids = wanted.ripe(0).repos.map(({ id }) => id);
  expect(ids.slice(0, 4)).toEqual(['s/in-decoys', 's/in-app', 'made-up/model-0', 'strangers/loaded']);
  expect(ids).toHaveLength(304);
});

test('of many links those are chosen that something speaks against, and each publisher has its turn', () => {
  const wanted = followWanted(() => 0);
  wanted.note('file:///README.md', [
    ...many(300, n => repo(`made-up/model-${n}`, 4, true)),
    repo('other/linked', 4, true),
    repo('s/suspected', 1, true),
  ]);
  const ids = wanted.ripe(0).repos.map(({ id }) => id);
  expect(ids).toHaveLength(20);
  expect(ids.slice(0, 3)).toEqual(['s/suspected', 'made-up/model-0', 'other/linked']);
});

test('what is named in two texts is asked for once, as soon as the more urgent of both', () => {
  const wanted = followWanted(() => 0);
  wanted.note('file:///a.py', [repo('a/first', 2), repo('a/both', 5, true)]);
  wanted.note('file:///b.py', [repo('a/Both', 0)]);
  expect(wanted.ripe(0).repos.map(({ id }) => id.toLowerCase())).toEqual(['a/both', 'a/first']);
});

test('an id that is being typed waits until it stands still', () => {
  let time = 1_000;
  const wanted = followWanted(() => time);
  wanted.note('file:///a.py', [repo('a/there', 2)]);
  wanted.note('file:///a.py', [repo('a/there', 2), repo('a/typ', 0)]);
  expect(wanted.ripe(time)).toMatchObject({ repos: [{ id: 'a/there' }], next: time + STANDS_STILL_MS });
  time += STANDS_STILL_MS;
  expect(wanted.ripe(time).repos.map(({ id }) => id)).toEqual(['a/typ', 'a/there']);
});
