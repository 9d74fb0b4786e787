import type { RateLimit } from './rateLimit.ts';

/**
 * What one repo may need of the API's quota: itself and where it moved to, three pages of files, scan, its owner as a user,
 * as one written otherwise and as an organisation, commits, and the card behind its redirect.
 */
export const NEEDED_BY_A_REPO = 11;
/** Seconds are told as whole ones: two answers of one window may differ by one. */
const NEW_WINDOW_MS = 5_000;

/** Keeps account of what the endpoint says is left, so that no repo is begun that could not be finished. */
export interface QuotaWatch {
  readonly note: (limit: RateLimit) => void;
  /** Counts a request that is about to go out; where nothing is left, it must not, and this is when there is again. */
  readonly spend: (bucket: string) => number | undefined;
  /** Takes what a repo may need, as soon as nobody else may need it; says when it will be there, where it is not. */
  readonly begin: () => Promise<Begun>;
}

export type Begun = { readonly end: () => void } | { readonly shortUntil: number };

interface Account {
  left: number;
  readonly resetsAt: number;
}

export function watchQuota(now: () => number): QuotaWatch {
  const accounts = new Map<string, Account>();
  /** Sent since nobody knows what is left: the first answer may not have counted them all. */
  const unseen = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let underWay = 0;
  /** A whole repo was asked, and the endpoint said nothing of a quota. */
  let silent = false;

  const current = (bucket: string): Account | undefined => {
    const account = accounts.get(bucket);
    return account && now() < account.resetsAt ? account : undefined;
  };
  const wake = () => {
    for (const go of waiting.splice(0)) go();
  };

  return {
    note({ bucket, remaining, resetsAt }) {
      silent = false;
      const account = current(bucket);
      // A late answer of the window before; but one with more left says that the window was not what it was said to be.
      const isEarlier = account !== undefined && resetsAt - account.resetsAt < -NEW_WINDOW_MS;
      if (isEarlier && (remaining <= account.left || resetsAt <= now())) return;
      if (account && !isEarlier && resetsAt - account.resetsAt < NEW_WINDOW_MS) {
        account.left = Math.min(account.left, remaining);
        return;
      }
      const others = Math.max(0, (unseen.get(bucket) ?? 0) - 1);
      unseen.delete(bucket);
      accounts.set(bucket, { left: remaining - others, resetsAt });
      wake();
    },

    spend(bucket) {
      const account = current(bucket);
      if (!account) unseen.set(bucket, (unseen.get(bucket) ?? 0) + 1);
      else if (account.left <= 0) return account.resetsAt;
      else account.left--;
      return undefined;
    },

    async begin() {
      for (;;) {
        const api = current('api');
        // Until the first answer tells what is left, one repo alone finds out.
        const fits = api ? api.left - underWay * NEEDED_BY_A_REPO >= NEEDED_BY_A_REPO : underWay === 0 || silent;
        if (fits) {
          underWay++;
          return {
            end() {
              underWay--;
              silent ||= current('api') === undefined;
              wake();
            },
          };
        }
        // Whoever is under way may not need all that was kept for it.
        if (underWay === 0 && api) return { shortUntil: api.resetsAt };
        await new Promise<void>(resolve => waiting.push(resolve));
      }
    },
  };
}
