import { type VelocityStrength, velocityOf } from '../core/velocity/velocity.ts';
import { SAMPLES } from './velocitySamples.ts';
import { QUANTILES, type Seen, sampleTables } from './velocityTables.ts';

/** How many models of an age would light up, had nobody known their publishers and were every account as young as its repo. */
export interface HeldOut {
  readonly sample: string;
  readonly days: readonly number[];
  readonly models: number;
  readonly notable: number;
  readonly strong: number;
}

/** Judges each half of the models by a reference that is made of the other one. */
export function heldOut(seen: readonly Seen[]): HeldOut[] {
  const halves = [0, 1].map(half => seen.filter(each => halfOf(each.id) === half));
  const references = halves.map(half => ({ quantiles: QUANTILES, samples: sampleTables(half) }));
  const judged = halves.flatMap((half, index) =>
    half.map(each => ({ ...each, strength: strengthOf(each, references[1 - index]!) })),
  );
  return SAMPLES.flatMap(({ id, kind }) => {
    if (kind === 'catalogue') return [];
    return JUDGED.flatMap((days, bucket) => {
      const inside = judged.filter(each => each.sample === id && each.bucket === bucket);
      const lit = (strength: VelocityStrength) => inside.filter(each => each.strength === strength).length;
      return inside.length === 0
        ? []
        : [{ sample: id, days, models: inside.length, notable: lit('notable'), strong: lit('strong') }];
    });
  });
}

/** The buckets that the rule judges. */
const JUDGED = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 7],
  [7, 14],
  [14, 30],
];

const strengthOf = ({ downloads, likes, createdAt, asOf }: Seen, reference: Parameters<typeof velocityOf>[1]) =>
  velocityOf({ downloads, likes, createdAt, asOf, publisher: { listed: false, createdAt } }, reference).strength;

/** Which half a model is in, by its name: FNV-1a, so that every run draws the same line. */
function halfOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id.toLowerCase()) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return (hash >>> 16) & 1;
}
