import { endpointOf } from '../../src/hub/endpoint.ts';
import type { HubResponse } from '../../src/hub/exchange.ts';
import { factsService } from '../../src/hub/factsService.ts';
import { guardedFetch } from '../../src/hub/guardedFetch.ts';
import { hubClient } from '../../src/hub/hubClient.ts';
import { watchQuota } from '../../src/hub/quotaWatch.ts';

export interface StrangersAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks an endpoint that answers whatever a test thinks of, by a clock that the test holds. */
export function askStranger(answer: (path: string) => StrangersAnswer | undefined) {
  const clock = { now: Date.parse('2026-10-20T12:00:00Z') };
  const now = () => clock.now;
  const asked: string[] = [];
  const endpoint = endpointOf('http://mirror.example');
  if ('problem' in endpoint) throw new Error(endpoint.problem);
  const exchange = async ({ url, maxBytes }: { url: string; maxBytes: number }): Promise<HubResponse> => {
    const path = url.slice(endpoint.base.length);
    asked.push(path);
    const { status = 200, headers = {}, body = {} } = answer(path) ?? { status: 404 };
    const whole = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    return { status, headers, body: whole.subarray(0, maxBytes), complete: whole.length <= maxBytes };
  };
  const quota = watchQuota(now);
  const guarded = guardedFetch({
    endpoint,
    exchange,
    quota,
    now,
    sleep: async ms => {
      clock.now += ms;
    },
    userAgent: 'test',
  });
  const client = hubClient(endpoint, guarded, now);
  return { clock, asked, client, service: factsService({ client, quota, now }) };
}
