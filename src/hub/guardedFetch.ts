import type { Answer, Failure } from './answer.ts';
import { addressOf, type Endpoint, whyNotBelow } from './endpoint.ts';
import type { Exchange, HubResponse } from './exchange.ts';
import { limiter } from './limiter.ts';
import { BRIEF_MS, type Patience, watchOutage } from './outage.ts';
import type { QuotaWatch } from './quotaWatch.ts';
import { bucketOf, type RateLimit, rateLimitOf, retryAfterOf } from './rateLimit.ts';
import { unlessAborted } from './unlessAborted.ts';

/** What the guard needs of the world; a test hands in its own. */
export interface GuardOptions {
  readonly endpoint: Endpoint;
  readonly exchange: Exchange;
  /** Goes to the endpoint's own origin and nowhere else. Absent where whoever exchanges adds it. */
  readonly token?: string;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly userAgent: string;
  /** How long one request may take; 10 seconds unless said. */
  readonly timeoutMs?: number;
  /** Keeps account of the quota; what it has no room for is not sent. */
  readonly quota?: Pick<QuotaWatch, 'note' | 'spend'>;
  /** Told of every quota that an answer states. */
  readonly onRateLimit?: (limit: RateLimit) => void;
}

export interface Question {
  /** Path segments below the endpoint, not encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

export interface GuardedFetch {
  readonly ask: (question: Question) => Promise<Answer>;
  /** Does an answer's `Link` name a next page? */
  readonly hasNext: (answer: Answer) => boolean;
  /** That page; nothing where there is none. What lies elsewhere is not asked for. */
  readonly askNext: (answer: Answer, options?: Pick<Question, 'maxBytes' | 'signal'>) => Promise<Answer> | undefined;
}

/** Where the question does not say how long its answer may be. */
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const MAX_IN_FLIGHT = 8;
/** huggingface_hub waits 10 seconds too. */
const TIMEOUT_MS = 10_000;
/** Source: huggingface_hub, `utils/_http.py`. */
const RETRYABLE: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const WAITS_MS = [300, 1_200];
/** A quota that comes back sooner is waited for; a longer wait is told instead. */
const LONGEST_WAIT_MS = 5_000;

/** The one door to the Hub: every look-up goes through it, whoever carries the bytes. */
export function guardedFetch(options: GuardOptions): GuardedFetch {
  const { endpoint } = options;
  const enter = limiter(MAX_IN_FLIGHT);
  const inFlight = new Map<string, Promise<Answer>>();
  const outage = watchOutage(options.now, url => aboutOf(endpoint, url));

  /** The same question asked twice at once goes out once. It is not cancelled for one who asks: others may wait for it. */
  const share = (url: string, question: Omit<Question, 'path' | 'query'>): Promise<Answer> => {
    const { signal, maxBytes = MAX_BYTES } = question;
    const key = `${maxBytes} ${url}`;
    const shared =
      inFlight.get(key) ?? enter(() => outage.unless(url, patience => persist(options, url, maxBytes, patience)));
    if (!inFlight.has(key)) {
      inFlight.set(key, shared);
      void shared.finally(() => inFlight.delete(key));
    }
    return signal ? unlessAborted(shared, signal) : shared;
  };

  return {
    ask(question) {
      const url = addressOf(endpoint, question.path, question.query);
      return url === undefined ? Promise.resolve(failed('garbage', 'no path').answer) : share(url, question);
    },
    hasNext: answer => linkIn(answer) !== undefined,
    askNext(answer, question = {}) {
      const link = linkIn(answer);
      if (answer.type !== 'content' || link === undefined) return undefined;
      const next = nextPage(endpoint, link, answer.url);
      return typeof next === 'string' ? share(next, question) : Promise.resolve(next.answer);
    },
  };
}

/** The repo or the publisher that an address speaks of. */
const aboutOf = ({ base }: Endpoint, url: string): string => url.slice(base.length).split(/[/?]/).slice(0, 5).join('/');

/** Asks until there is an answer that asking again would not change. */
async function persist(options: GuardOptions, url: string, maxBytes: number, patience: Patience): Promise<Answer> {
  const never = new AbortController().signal;
  const { timeoutMs = TIMEOUT_MS } = options;
  const brief = patience === 'brief';
  for (let tries = 0; ; tries++) {
    const { answer, retryIn } = await follow(options, url, maxBytes, brief ? Math.min(BRIEF_MS, timeoutMs) : timeoutMs);
    if (brief && answer.type === 'failed' && answer.reason === 'timeout') return answer;
    const wait = retryIn === undefined ? undefined : Math.max(retryIn, WAITS_MS[tries] ?? Number.POSITIVE_INFINITY);
    if (wait === undefined || wait > LONGEST_WAIT_MS) return answer;
    await options.sleep(wait, never);
  }
}

interface Try {
  readonly answer: Answer;
  /** Asking again may help, after so many milliseconds. */
  readonly retryIn?: number;
}

const failed = (reason: Failure, detail: string, retryIn?: number): Try => ({
  answer: { type: 'failed', reason, detail, ...(retryIn !== undefined && retryIn > 0 && { resumesIn: retryIn }) },
  ...(retryIn !== undefined && { retryIn }),
});

/** Nothing went out, and questions of another kind still may: they have a quota of their own. */
const unsent = (retryIn: number): Try => ({
  answer: { type: 'failed', reason: 'rate-limited', detail: 'not asked' },
  retryIn,
});

/** One look-up, over the redirects that stay below the endpoint. */
async function follow(options: GuardOptions, first: string, maxBytes: number, timeoutMs: number): Promise<Try> {
  const { endpoint, now } = options;
  let url = first;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const fullUntil = options.quota?.spend(bucketOf(endpoint, url));
    if (fullUntil !== undefined) return unsent(fullUntil - now());
    const response = await exchangeOnce(options, url, maxBytes, timeoutMs);
    if ('answer' in response) return response;
    const asOf = now();
    const limit = rateLimitOf(response.headers, asOf);
    if (limit) options.quota?.note(limit);
    if (limit) options.onRateLimit?.(limit);
    const { status, headers } = response;
    if (status >= 300 && status < 400 && status !== 304) {
      const target = targetOf(headers['location'], url);
      if (target === undefined) return failed('garbage', `a redirect to nowhere (${status})`);
      const away = whyNotBelow(endpoint, target);
      if (away !== undefined) return failed('redirected-away', away);
      url = target;
      continue;
    }
    if (RETRYABLE.has(status)) {
      const wait = retryAfterOf(headers, asOf) ?? (status === 429 && limit ? limit.resetsAt - asOf : 0);
      return failed(status === 429 ? 'rate-limited' : 'server', `status ${status}`, wait);
    }
    if (status < 200 || status >= 300) return { answer: refusal(response, asOf) };
    if (status === 204 || status === 205) return failed('garbage', 'an answer without content');
    if (!response.complete && response.body.length < maxBytes) return failed('garbage', 'the answer was cut', 0);
    return {
      answer: { type: 'content', ...response, url, redirected: url !== first, asOf },
    };
  }
  return failed('garbage', `more than ${MAX_REDIRECTS} redirects`);
}

async function exchangeOnce(
  { token, userAgent, exchange }: GuardOptions,
  url: string,
  maxBytes: number,
  timeoutMs: number,
): Promise<HubResponse | Try> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await exchange({
      method: 'GET',
      url,
      headers: {
        accept: 'application/json, */*;q=0.5',
        'user-agent': userAgent,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      maxBytes,
      signal,
    });
  } catch (error) {
    if (signal.aborted) return failed('timeout', `no answer within ${timeoutMs / 1000} s`, 0);
    return failed('offline', reasonOf(error), 0);
  }
}

/** `fetch failed` says nothing: its cause names the host that was not found, or the connection that was cut. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined;
  return code ?? (error instanceof Error ? error.message : String(error));
}

const targetOf = (location: string | undefined, base: string) =>
  location !== undefined && URL.canParse(location, base) ? new URL(location, base).href : undefined;

/** The body of a refusal is `{"error": "…"}`; both headers say the same. */
function refusal({ status, headers, body }: HubResponse, asOf: number): Answer {
  const message = headers['x-error-message'] ?? errorIn(body);
  return { type: 'refused', status, code: headers['x-error-code'], message: message?.slice(0, 500), asOf };
}

function errorIn(body: Uint8Array): string | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body.subarray(0, 4_000)));
    const error = typeof value === 'object' && value !== null && 'error' in value ? value.error : undefined;
    return typeof error === 'string' ? error : undefined;
  } catch {
    return undefined; // A proxy's HTML page: the status says enough.
  }
}

const linkIn = (answer: Answer): string | undefined =>
  answer.type === 'content' ? /<([^<>]+)>\s*;\s*rel="?next"?/.exec(answer.headers['link'] ?? '')?.[1] : undefined;

/** A mirror may pass on a `Link` of the Hub that it mirrors: the same path there is the same list here, with another cursor. */
function nextPage(endpoint: Endpoint, link: string, base: string): string | Try {
  const target = targetOf(link, base);
  if (target === undefined) return failed('garbage', 'a next page that is no address');
  const away = whyNotBelow(endpoint, target);
  if (away === undefined) return target;
  const [there, here] = [new URL(target), new URL(base)];
  if (`${new URL(endpoint.base).pathname.replace(/\/$/, '')}${there.pathname}` !== here.pathname)
    return failed('redirected-away', away);
  return `${here.origin}${here.pathname}${there.search}`;
}
