import { EnvHttpProxyAgent, fetch } from 'undici';

export interface Proxies {
  readonly http: string | undefined;
  readonly https: string | undefined;
  /** Hosts that are reached without: `localhost,.example`, or `*`. */
  readonly noProxy: string | undefined;
}

/** A `fetch` that goes through proxies. Only who needs one loads this: it is half a megabyte. */
export function proxyFetch({ http, https, noProxy }: Proxies): typeof globalThis.fetch {
  const dispatcher = new EnvHttpProxyAgent({
    // An empty text says that there is none; without it the agent would look into the environment for itself.
    httpProxy: http ?? '',
    httpsProxy: https ?? '',
    noProxy: noProxy ?? '',
  });
  return ((url: string, init: object) => fetch(url, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
}
