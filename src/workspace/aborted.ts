/** Waits for a promise, but not longer than the signal allows: a slow disk must not keep a cancelled scan alive. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** The pieces of a stream, until it ends or the signal fires: a person at a keyboard may never send the next one. */
export async function* piecesUnlessAborted<T>(stream: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const pieces = stream[Symbol.asyncIterator]();
  for (;;) {
    const next = await unlessAborted(pieces.next(), signal);
    if (next.done) return;
    yield next.value;
  }
}
