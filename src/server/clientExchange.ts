import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import type { Exchange } from '../hub/exchange.ts';
import { type HubFetchParams, HubFetchResult, methods, parseMessage } from '../protocol.ts';

/** The guard gives up by itself a moment before: this only frees a client that nobody waits for any more. */
const TIMEOUT_MS = 15_000;

/**
 * The exchange over the editor, which knows the user's proxy and certificates, and keeps the token. `tokenMark`: whose answers
 * are wanted, so that none comes for another token that was set meanwhile.
 */
export const exchangeByClient =
  (connection: Connection, isGone: () => boolean, tokenMark: string | undefined): Exchange =>
  async ({ url, headers, maxBytes, signal }) => {
    signal.throwIfAborted();
    if (isGone()) throw new Error('the editor has gone');
    const cancellation = new CancellationTokenSource();
    const params: HubFetchParams = {
      url,
      headers: { ...headers },
      maxBytes,
      timeoutMs: TIMEOUT_MS,
      ...(tokenMark !== undefined && { tokenMark }),
    };
    let stop = (): void => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () => {
        cancellation.cancel();
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      const answer = connection.sendRequest<unknown>(methods.hubFetch, params, cancellation.token);
      const result = parseMessage(HubFetchResult, await Promise.race([answer, aborted]));
      if (!result) throw new Error('the editor gave no answer that can be read');
      if ('failure' in result) throw new Error(result.failure);
      const body = new Uint8Array(Buffer.from(result.body, 'base64'));
      const isCut = body.length > maxBytes;
      return { ...result, body: isCut ? body.subarray(0, maxBytes) : body, complete: result.complete && !isCut };
    } finally {
      signal.removeEventListener('abort', stop);
      cancellation.dispose();
    }
  };
