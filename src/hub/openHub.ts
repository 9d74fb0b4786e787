import { setTimeout as sleep } from 'node:timers/promises';
import { type Asides, asides } from './asides.ts';
import type { Endpoint } from './endpoint.ts';
import type { Exchange } from './exchange.ts';
import { openFactsCache } from './factsCache.ts';
import { type FactsService, factsService } from './factsService.ts';
import { guardedFetch } from './guardedFetch.ts';
import { hubClient } from './hubClient.ts';
import { watchQuota } from './quotaWatch.ts';
import type { RateLimit } from './rateLimit.ts';

/** What a front says of the Hub that it wants to ask. */
export interface HubWishes {
  readonly endpoint: Endpoint;
  /** Who carries the bytes: this process, or the editor. */
  readonly exchange: Exchange;
  /** Nobody is asked, for this reason; what the cache holds is told with its age. */
  readonly offline?: string;
  /** Sent to the endpoint's own origin. Absent where there is none, or where whoever carries the bytes adds it. */
  readonly token?: string;
  /**
   * Where whoever carries the bytes adds a token: something that stands for it, and is another one for another token. What
   * that token shows is kept apart by it, from what anybody may see and from what others may.
   */
  readonly tokenMark?: string;
  /** Where facts are kept from one process to the next. Absent: only this process remembers them. */
  readonly cacheFolder?: string;
  /** Repos that memory holds; 500 unless said. */
  readonly memory?: number;
  /** Of the program that asks, for the `User-Agent`. */
  readonly version: string;
  readonly onRateLimit?: (limit: RateLimit) => void;
}

/** Facts of repos, and what is asked beside them when somebody wants to know. */
export interface OpenHub extends FactsService {
  readonly asides: Asides;
}

/** Joins the rooms of the Hub: one door, one client, one memory. The one way in for every front that looks things up. */
export function openHub(wishes: HubWishes): OpenHub {
  const { endpoint, exchange, offline, token, tokenMark = token, cacheFolder, memory, version, onRateLimit } = wishes;
  const now = () => Date.now();
  const quota = watchQuota(now);
  const guarded = guardedFetch({
    endpoint,
    exchange,
    now,
    sleep: async (ms, signal) => sleep(ms, undefined, { signal }),
    userAgent: `model-trust/${version}`,
    ...(token !== undefined && { token }),
    quota,
    ...(onRateLimit && { onRateLimit }),
  });
  const facts = factsService({
    ...(offline === undefined ? { client: hubClient(endpoint, guarded, now) } : { offline }),
    quota,
    now,
    ...(memory !== undefined && { memory }),
    ...(cacheFolder !== undefined && {
      cache: openFactsCache({
        folder: cacheFolder,
        endpoint: endpoint.base,
        ...(tokenMark !== undefined && { token: tokenMark }),
      }),
    }),
  });
  const beside = asides(endpoint, guarded, now, offline);
  return {
    ...facts,
    asides: beside,
    async clear() {
      beside.forget();
      await facts.clear();
    },
  };
}
