/** How many items two lists share at their beginnings and at their ends; no item counts for both. */
export interface CommonEnds {
  readonly head: number;
  readonly tail: number;
}

/** The ends of two lists that hold the very same items; what lies between them is what changed. */
export function commonEnds<T>(before: readonly T[], after: readonly T[]): CommonEnds {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}
