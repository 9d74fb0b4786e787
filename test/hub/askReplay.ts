import { endpointOf } from '../../src/hub/endpoint.ts';
import { exchangeOver } from '../../src/hub/exchange.ts';
import { openFactsCache } from '../../src/hub/factsCache.ts';
import { type FactsService, factsService } from '../../src/hub/factsService.ts';
import { guardedFetch } from '../../src/hub/guardedFetch.ts';
import { type HubClient, hubClient } from '../../src/hub/hubClient.ts';
import { watchQuota } from '../../src/hub/quotaWatch.ts';
import type { ReplayHub } from './replay/replayHub.ts';

/** A clock that a test sets; it moves where the guard would have slept. */
export interface Clock {
  now: number;
}

export interface Asking {
  readonly clock: Clock;
  readonly client: HubClient;
  readonly service: FactsService;
}

export interface AskingOptions {
  readonly clock?: Clock;
  readonly token?: string;
  readonly cacheFolder?: string;
  readonly timeoutMs?: number;
  readonly memory?: number;
}

/** Asks a replay Hub as the fronts ask the Hub, by a clock that the test holds. */
export function askReplay(hub: Pick<ReplayHub, 'url' | 'now'>, options: AskingOptions = {}): Asking {
  const { token, cacheFolder, timeoutMs = 10_000, memory, clock = { now: hub.now } } = options;
  const endpoint = endpointOf(hub.url);
  if ('problem' in endpoint) throw new Error(endpoint.problem);
  const now = () => clock.now;
  const quota = watchQuota(now);
  const guarded = guardedFetch({
    endpoint,
    exchange: exchangeOver(fetch),
    ...(token !== undefined && { token }),
    quota,
    now,
    sleep: async ms => {
      clock.now += ms;
    },
    userAgent: 'test',
    timeoutMs,
  });
  const client = hubClient(endpoint, guarded, now);
  const cache =
    cacheFolder === undefined
      ? {}
      : {
          cache: openFactsCache({
            folder: cacheFolder,
            endpoint: endpoint.base,
            ...(token !== undefined && { token }),
          }),
        };
  const service = factsService({ client, quota, now, ...cache, ...(memory !== undefined && { memory }) });
  return { clock, client, service };
}
