import type { LocalPath, UnsafeLoad } from '../hazard.ts';

/** A risky place that only the syntax shows. */
export type CodeHazard = UnsafeLoad | LocalPath;
