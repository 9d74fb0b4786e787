import type { HubWeather } from './hubHolder.ts';

/** What could not be asked is asked again: first after this, then after twice as long each time, until something is known. */
const RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 10 * 60_000;
/** One answer, to whomever, says that the Hub is there again: what waits need not wait for its time. */
const THERE_AGAIN_MS = 1_000;
/** A connection that comes and goes does not have everything asked again each time. */
const BETWEEN_RETURNS_MS = 15_000;

export interface RetryNeeds {
  readonly now: () => number;
  readonly weather: () => HubWeather | undefined;
  /** These may be asked for again. */
  readonly due: (keys: readonly string[]) => void;
  /** {@link RETRY_MS} unless said. */
  readonly firstMs?: number | undefined;
}

/** What was not answered, and when it is asked again by itself: all of it together, and rarer the longer it lasts. */
export interface Retries {
  /** When the quota comes back, or after a while. */
  readonly add: (key: string) => void;
  readonly has: (key: string) => boolean;
  /** Something was answered in whole. */
  readonly answered: () => void;
  /** The Hub can be reached again, or no more. */
  readonly weatherChanged: () => void;
  readonly clear: () => void;
}

export function createRetries({ now, weather, due, firstMs = RETRY_MS }: RetryNeeds): Retries {
  const keys = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let nextMs = firstMs;
  let isDown = false;
  let returned = Number.NEGATIVE_INFINITY;

  function retry(): void {
    timer = undefined;
    const all = [...keys];
    keys.clear();
    due(all);
  }

  function clear(): void {
    clearTimeout(timer);
    timer = undefined;
    keys.clear();
    nextMs = firstMs;
    isDown = false;
  }

  return {
    clear,
    has: key => keys.has(key),
    add(key) {
      keys.add(key);
      if (timer) return;
      const until = weather()?.limitedUntil();
      const wait = until === undefined ? nextMs : Math.max(1_000, until - now() + 500);
      timer = setTimeout(retry, wait).unref();
      nextMs = Math.min(nextMs * 2, LONGEST_RETRY_MS);
    },
    answered() {
      nextMs = firstMs;
    },
    weatherChanged() {
      const there = weather();
      const wasDown = isDown;
      isDown = there !== undefined && (there.offline() || there.broken() !== undefined);
      if (!wasDown || isDown || !timer || now() - returned < BETWEEN_RETURNS_MS) return;
      returned = now();
      clearTimeout(timer);
      timer = setTimeout(retry, THERE_AGAIN_MS).unref();
    },
  };
}
