import { ownCopy } from '../text/ownCopy.ts';

/** Remembers answers by key; when full it forgets the older half of them, in the order in which they were asked last. */
export function boundedMemo<T>(limit: number, compute: (key: string) => T): (key: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return asked => {
    const known = recent.get(asked);
    if (known !== undefined) return known;
    const key = ownCopy(asked);
    const value = older.get(key) ?? compute(key);
    if (recent.size >= limit / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}
