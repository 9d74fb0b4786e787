import type { Metric, VelocityBucket, VelocitySample } from '../core/velocity/reference.ts';
import { SAMPLES } from './velocitySamples.ts';

export const QUANTILES = [0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 1];
/** Ends of the age buckets, in days: a day each while the counter's daily step matters, then wider as models get fewer. */
const ENDS = [1, 2, 3, 7, 14, 30, 90, 365, 36_500];
/** Fewer models say too little of their age. */
const FEWEST = 20;

/** A model as a tracker first saw it at an age. */
export interface Seen {
  readonly sample: string;
  readonly id: string;
  readonly bucket: number;
  readonly createdAt: number;
  readonly asOf: number;
  readonly downloads?: number;
  readonly likes?: number;
}

/** The first observation of each model in each bucket of each sample. */
export function firstSeen(table: string): readonly Seen[] {
  const [head, ...rows] = table.trimEnd().split('\n');
  const at = Object.fromEntries(head!.split('\t').map((name, index) => [name, index]));
  const first = new Map<string, Seen>();
  for (const row of rows) {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[at[name]!]?.trim() ?? '';
    const [createdAt, asOf] = [Date.parse(cell('created_at')), Date.parse(cell('as_of'))];
    const days = (asOf - createdAt) / 86_400_000;
    if (!(days >= 0)) continue;
    const bucket = ENDS.findIndex(end => days < end);
    const key = `${cell('source')} ${bucket} ${cell('id')}`;
    if ((first.get(key)?.asOf ?? Number.POSITIVE_INFINITY) <= asOf) continue;
    const number = (name: string) => (cell(name) === '' ? undefined : Number(cell(name)));
    const [downloads, likes] = [number('downloads_30d'), number('likes')];
    first.set(key, {
      sample: cell('source'),
      id: cell('id'),
      bucket,
      createdAt,
      asOf,
      ...(downloads !== undefined && { downloads }),
      ...(likes !== undefined && { likes }),
    });
  }
  return [...first.values()];
}

/** The table of each sample, in the order of {@link SAMPLES}. */
export function sampleTables(seen: readonly Seen[]): VelocitySample[] {
  return SAMPLES.map(({ id, kind, models }) => {
    const of = seen.filter(each => each.sample === id);
    const times = of.map(each => each.asOf).sort((a, b) => a - b);
    const buckets = ENDS.flatMap((end, index): VelocityBucket[] => {
      const inside = of.filter(each => each.bucket === index);
      if (inside.length < FEWEST) return [];
      const [downloads, likes] = [quantiles(inside, 'downloads'), quantiles(inside, 'likes')];
      return [
        {
          days: [index === 0 ? 0 : ENDS[index - 1]!, end],
          n: inside.length,
          ...(downloads && { downloads }),
          ...(likes && { likes }),
        },
      ];
    });
    return { id, kind, models, from: day(times[0]), to: day(times.at(-1)), buckets };
  });
}

const day = (time: number | undefined): string => (time === undefined ? '' : new Date(time).toISOString().slice(0, 10));

/** The value that the stated part of the models does not exceed. */
function quantiles(seen: readonly Seen[], metric: Metric): number[] | undefined {
  const values = seen.flatMap(each => each[metric] ?? []).sort((a, b) => a - b);
  if (values.length < FEWEST) return undefined;
  return QUANTILES.map(quantile => values[Math.max(0, Math.ceil(quantile * values.length) - 1)]!);
}
