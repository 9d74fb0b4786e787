import { commonEnd, commonStart } from './commonText.ts';

/** The smallest stretch that differs: `[from, oldEnd)` of the old text became `[from, newEnd)` of the new one. */
export interface ChangedRange {
  readonly from: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** One edit that turns `before` into `after`, by their common beginning and end; nothing when they are equal. */
export function changedRange(before: string, after: string): ChangedRange | undefined {
  if (before === after) return undefined;
  const from = commonStart(before, after);
  const tail = commonEnd(before, after, Math.min(before.length, after.length) - from);
  return { from, oldEnd: before.length - tail, newEnd: after.length - tail };
}
