import type { RateLimit } from './rateLimit.ts';

/** What one repo may need of the API's quota: itself, three pages of files, scan, user, organisation, commits. */
const NEEDED = 8;

/** Remembers what the endpoint said is left, so that a repo is not begun that could not be finished. */
export interface QuotaWatch {
  readonly note: (limit: RateLimit) => void;
  /** When there is enough again; nothing where there is enough now. */
  readonly shortUntil: () => number | undefined;
}

export function watchQuota(now: () => number): QuotaWatch {
  let last: RateLimit | undefined;
  return {
    note(limit) {
      if (limit.bucket === 'api') last = limit;
    },
    shortUntil: () => (last && last.remaining < NEEDED && now() < last.resetsAt ? last.resetsAt : undefined),
  };
}
