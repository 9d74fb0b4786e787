import type { Endpoint } from './endpoint.ts';

/** What the Hub says is left of a quota: every answer carries it. */
export interface RateLimit {
  /** `api`, `resolvers` or `pages`: each has a quota of its own. */
  readonly bucket: string;
  readonly remaining: number;
  /** When the window ends, in milliseconds since 1970. */
  readonly resetsAt: number;
  /** Requests a window, where the answer says it. */
  readonly quota?: number;
}

const LEFT = /"(\w+)"\s*;\s*r\s*=\s*(\d{1,9})\s*;\s*t\s*=\s*(\d{1,9})/;
/** No Hub has longer windows; an endpoint that says otherwise must not end all look-ups by one answer. */
const LONGEST_WINDOW_MS = 60 * 60 * 1000;
const QUOTA = /q\s*=\s*(\d{1,9})/;

/** Reads `RateLimit: "api";r=499;t=295`. Source: the Hub's documentation of rate limits, as huggingface_hub reads it. */
export function rateLimitOf(headers: Readonly<Record<string, string>>, now: number): RateLimit | undefined {
  const left = LEFT.exec(headers['ratelimit'] ?? '');
  if (!left) return undefined;
  const quota = QUOTA.exec(headers['ratelimit-policy'] ?? '')?.[1];
  return {
    bucket: left[1]!,
    remaining: Number(left[2]),
    resetsAt: now + Math.min(Number(left[3]) * 1000, LONGEST_WINDOW_MS),
    ...(quota !== undefined && { quota: Number(quota) }),
  };
}

/** Whose quota a request takes from: that of the API, of files or of pages. Source: the Hub's documentation of rate limits. */
export function bucketOf({ base }: Endpoint, url: string): string {
  const path = url.slice(base.length);
  return path.startsWith('/api/') ? 'api' : path.includes('/resolve/') ? 'resolvers' : 'pages';
}

/** `Retry-After`: seconds, or a date. Milliseconds to wait, an hour at most. */
export function retryAfterOf(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), LONGEST_WINDOW_MS) : undefined;
}
