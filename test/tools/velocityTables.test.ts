import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstSeen, sampleTables } from '../../src/tools/velocityTables.ts';

const head = 'source\tid\tas_of\tdownloads_30d\tdownloads_all_time\tlikes\ttrending_score\tcreated_at';
const row = (source: string, id: string, asOf: string, downloads: string, likes: string, createdAt: string) =>
  [source, id, asOf, downloads, '', likes, '', createdAt].join('\t');

describe('the velocity reference', () => {
  it('counts a model once in a bucket, by what was seen of it first', () => {
    const seen = firstSeen(
      [
        head,
        row('radar', 'a/b', '2026-08-20T18:00:00Z', '9', '1', '2026-08-20T00:00:00Z'),
        row('radar', 'a/b', '2026-08-20T06:00:00Z', '0', '', '2026-08-20T00:00:00Z'),
        row('radar', 'a/b', '2026-08-21T06:00:00Z', '20', '2', '2026-08-20T00:00:00Z'),
        row('radar', 'no/date', '2026-08-21T06:00:00Z', '20', '2', ''),
        row('radar', 'not/yet', '2026-08-19T06:00:00Z', '20', '2', '2026-08-20T00:00:00Z'),
      ].join('\n'),
    );
    expect(seen.map(({ id, bucket, downloads, likes }) => [id, bucket, downloads, likes])).toEqual([
      ['a/b', 0, 0, undefined],
      ['a/b', 1, 20, 2],
    ]);
  });

  it('keeps samples apart and leaves out what is too thin', () => {
    const many = (source: string, count: number, factor: number) =>
      Array.from({ length: count }, (_, index) =>
        row(source, `p/${index}`, '2026-08-20T06:00:00Z', String(index * factor), '', '2026-08-20T00:00:00Z'),
      );
    const tables = sampleTables(
      firstSeen([head, ...many('radar', 100, 1), ...many('silverheart', 40, 10), ...many('janhq', 19, 1)].join('\n')),
    );
    const buckets = (name: string) => tables.find(({ id }) => id === name)!.buckets;
    expect(buckets('radar')).toEqual([{ days: [0, 1], n: 100, downloads: [49, 74, 89, 94, 98, 99, 99, 99] }]);
    expect(buckets('silverheart')[0]!.downloads!.at(-1)).toBe(390);
    expect(buckets('janhq')).toEqual([]);
  });

  it('is small', () => {
    expect(statSync('src/data/velocity/reference.json').size).toBeLessThan(30_000);
  });
});
