/** Requests a window, by what is asked and by whom. Source: the Hub's documentation of rate limits. */
export type Bucket = 'api' | 'resolvers' | 'pages';
export type Quotas = Readonly<Record<Bucket, number>>;

const ANONYMOUS: Quotas = { api: 500, resolvers: 3000, pages: 100 };
const FREE_USER: Quotas = { api: 1000, resolvers: 5000, pages: 200 };
const WINDOW_S = 300;

export const bucketOf = (path: string): Bucket =>
  path.startsWith('/api/') ? 'api' : path.includes('/resolve/') ? 'resolvers' : 'pages';

export interface Counted {
  readonly headers: Readonly<Record<string, string>>;
  readonly exceeded: boolean;
}

/** Counts in fixed windows, each hop of a redirect too. */
export function quotaCounter(own: Partial<Quotas>, now: () => number) {
  const windows = new Map<string, { from: number; used: number }>();
  return {
    count(bucket: Bucket, token: string | undefined): Counted {
      const quota = own[bucket] ?? (token === undefined ? ANONYMOUS : FREE_USER)[bucket];
      const from = Math.floor(now() / (WINDOW_S * 1000)) * WINDOW_S * 1000;
      const key = `${bucket} ${token ?? ''}`;
      const window = windows.get(key);
      const current = window?.from === from ? window : { from, used: 0 };
      current.used++;
      windows.set(key, current);
      const left = Math.max(0, quota - current.used);
      const seconds = Math.ceil((from + WINDOW_S * 1000 - now()) / 1000);
      return {
        headers: {
          ratelimit: `"${bucket}";r=${left};t=${seconds}`,
          'ratelimit-policy': `"fixed window";"${bucket}";q=${quota};w=${WINDOW_S}`,
        },
        exceeded: current.used > quota,
      };
    },
  };
}
