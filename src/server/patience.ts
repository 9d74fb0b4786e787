import { setTimeout as delay } from 'node:timers/promises';

/** Waits for an answer, but only so long; `undefined` when it is not there by then. The work goes on. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  const enough = new AbortController();
  const end = delay(ms, undefined, { signal: enough.signal }).catch(() => undefined);
  try {
    return await Promise.race([answer, end]);
  } finally {
    enough.abort();
  }
}
