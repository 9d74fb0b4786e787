import shipped from '../../data/velocity/reference.json' with { type: 'json' };

/** How many downloads and likes models had by age, in samples that are never pooled: each was chosen in its own way. */
export interface VelocityReference {
  /** Which quantiles the lists of a bucket hold; the last is 1, the largest value seen. */
  readonly quantiles: readonly number[];
  readonly samples: readonly VelocitySample[];
}

export interface VelocitySample {
  readonly id: string;
  /** `ordinary`: new models as they come. `trending`: chosen for being popular. `catalogue`: chosen by a tool's makers. */
  readonly kind: string;
  /** The models, in words that follow a number: `models of a top-1000 trending list`. */
  readonly models: string;
  readonly from: string;
  readonly to: string;
  /** By age, youngest first; a bucket with too few models is left out. */
  readonly buckets: readonly VelocityBucket[];
}

export interface VelocityBucket {
  /** Age in days: from, and up to. */
  readonly days: readonly number[];
  /** Models, each counted once: by its first observation at that age. */
  readonly n: number;
  readonly downloads?: readonly number[];
  readonly likes?: readonly number[];
}

export type Metric = 'downloads' | 'likes';

export const velocityReference: VelocityReference = shipped;
