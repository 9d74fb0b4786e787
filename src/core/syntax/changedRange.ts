/** The smallest stretch that differs: `[from, oldEnd)` of the old text became `[from, newEnd)` of the new one. */
export interface ChangedRange {
  readonly from: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** One edit that turns `before` into `after`, by their common beginning and end; nothing when they are equal. */
export function changedRange(before: string, after: string): ChangedRange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { from, oldEnd: before.length - tail, newEnd: after.length - tail };
}
