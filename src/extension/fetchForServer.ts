import { type Endpoint, isBelow } from '../hub/endpoint.ts';
import { exchangeOver } from '../hub/exchange.ts';
import { HubFetchParams, type HubFetchResult, parseMessage } from '../protocol.ts';

/** Who may be asked, and as whom. */
export interface FetchFor {
  readonly endpoint: Endpoint | { readonly problem: string };
  /** For the endpoint's own origin. */
  readonly token: string | undefined;
  /** Stands for the token. */
  readonly tokenMark?: string | undefined;
  /** The host's: it knows the user's proxy and certificates. Absent in hosts that have none. */
  readonly fetch: typeof globalThis.fetch | undefined;
}

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_MS = 30_000;

/** What the server may say in a request. Who is asking is ours to say. */
const HEADERS: ReadonlySet<string> = new Set(['accept', 'user-agent', 'range', 'if-none-match']);

/**
 * One request for the server, to the endpoint that the user has set and nowhere else, whatever the server asks for.
 * Redirects come back as they are: whoever asked decides, and asks again through here.
 */
export async function fetchForServer(
  message: unknown,
  { endpoint, token, tokenMark, fetch }: FetchFor,
  cancelled: AbortSignal,
): Promise<HubFetchResult> {
  const params = parseMessage(HubFetchParams, message);
  if (!params) return { failure: 'the request is not what the protocol says' };
  if ('problem' in endpoint) return { failure: endpoint.problem };
  if (params.tokenMark !== undefined && params.tokenMark !== (tokenMark ?? ''))
    return { failure: 'the token is another one now' };
  if (!fetch) return { failure: 'this editor has no fetch' };
  if (!isBelow(endpoint, params.url)) return { failure: `only ${endpoint.base} is asked` };
  const headers = Object.entries(params.headers).filter(([name]) => HEADERS.has(name.toLowerCase()));
  const timeout = AbortSignal.timeout(Math.min(params.timeoutMs, MAX_MS));
  try {
    const {
      status,
      headers: told,
      body,
      complete,
    } = await exchangeOver(fetch)({
      method: 'GET',
      url: params.url,
      headers: { ...Object.fromEntries(headers), ...(token && { authorization: `Bearer ${token}` }) },
      maxBytes: Math.min(params.maxBytes, MAX_BYTES),
      signal: AbortSignal.any([timeout, cancelled]),
    });
    return { status, headers: told, body: Buffer.from(body).toString('base64'), complete };
  } catch (error) {
    return { failure: timeout.aborted ? 'no answer in time' : reasonOf(error, token) };
  }
}

/** `fetch failed` says nothing; its cause does. No token ever stands in words of ours. */
function reasonOf(error: unknown, token: string | undefined): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  const words = code ?? (error instanceof Error ? error.message : String(error));
  return token ? words.replaceAll(token, '…') : words;
}
