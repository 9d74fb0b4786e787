/** One request as it goes out. The guard has checked where it goes; whoever exchanges it follows no redirect. */
export interface HubRequest {
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The answer is cut off behind so many bytes. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** What came back of one request. */
export interface HubResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The answer was longer than asked for, or ended before its announced length. */
  readonly complete: boolean;
}

/**
 * Carries one request to the network and its answer back, without following redirects. Rejects when no answer came:
 * no network, no such host, a connection cut before the headers, or the signal's own reason.
 */
export type Exchange = (request: HubRequest) => Promise<HubResponse>;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The exchange over a host's own `fetch`: Node's, or an editor's, which knows the user's proxy and certificates. */
export const exchangeOver =
  (fetch: Fetch): Exchange =>
  async ({ method, url, headers, maxBytes, signal }) => {
    const response = await fetch(url, { method, headers: { ...headers }, redirect: 'manual', signal });
    const { body, complete } = await readUpTo(response, maxBytes, signal);
    return { status: response.status, headers: Object.fromEntries(response.headers), body, complete };
  };

async function readUpTo(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<{ body: Uint8Array; complete: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let complete = true;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const room = maxBytes - length;
      chunks.push(part.value.subarray(0, room));
      length += Math.min(room, part.value.length);
      if (part.value.length <= room) continue;
      complete = false;
      break;
    }
  } catch {
    signal.throwIfAborted();
    complete = false; // Cut in the middle: what came is kept, and said to be a part.
  } finally {
    await reader?.cancel().catch(() => {}); // It may have ended already.
  }
  return { body: joined(chunks, length), complete };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
