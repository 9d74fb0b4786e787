import type { Metric, VelocityBucket, VelocityReference, VelocitySample } from './reference.ts';

/** Where a number stands in one sample, among models of its age. */
export interface Rank {
  readonly sample: VelocitySample;
  readonly bucket: VelocityBucket;
  readonly metric: Metric;
  readonly value: number;
  /** The largest quantile that the number is above; 1 where it is above every model; 0 where it is not above the median. */
  readonly above: number;
}

/** The place of a number in every sample that has models of its age. Never more than a sample's size supports. */
export function ranksOf(metric: Metric, value: number, days: number, reference: VelocityReference): readonly Rank[] {
  return reference.samples.flatMap(sample => {
    const bucket = sample.buckets.find(each => days >= each.days[0]! && days < each.days[1]!);
    const values = bucket?.[metric];
    if (!bucket || !values) return [];
    let above = 0;
    reference.quantiles.forEach((quantile, at) => {
      const supported = quantile === 1 || bucket.n * (1 - quantile) >= 1;
      if (supported && value > values[at]!) above = Math.max(above, quantile);
    });
    return [{ sample, bucket, metric, value, above }];
  });
}

/**
 * The largest number that a sample lets expect at an age. A bucket's largest stands at the bucket's end, where its models are
 * oldest; between two ends it is drawn on a logarithmic scale, so that no number changes its standing at an edge, and it
 * never falls with age. Before the first end, and after the last, the nearest holds. Nothing where the sample has no such
 * numbers, or begins at a greater age.
 */
export function largestAt(metric: Metric, days: number, sample: VelocitySample): number | undefined {
  let before: { days: number; value: number } | undefined;
  for (const bucket of sample.buckets) {
    const values = bucket[metric];
    if (!values) continue;
    const value = Math.max(values.at(-1)!, before?.value ?? 0);
    const end = bucket.days[1]!;
    if (days <= end) {
      if (!before) return days < bucket.days[0]! ? undefined : value;
      const part = (days - before.days) / (end - before.days);
      return Math.expm1(Math.log1p(before.value) * (1 - part) + Math.log1p(value) * part);
    }
    before = { days: end, value };
  }
  return before?.value;
}
