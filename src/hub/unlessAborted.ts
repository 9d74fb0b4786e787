/** Who waits for something under a signal: told by one listener, for two hundred would be taken for a leak. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/** The answer, or the signal's reason as soon as it is aborted: others may go on to wait for the same answer. */
export function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    const leave = join(signal, () => reject(signal.reason));
    answer.then(resolve, reject).finally(leave);
  });
}

function join(signal: AbortSignal, stop: () => void): () => void {
  const others = waiting.get(signal) ?? first(signal);
  others.add(stop);
  return () => void others.delete(stop);
}

function first(signal: AbortSignal): Set<() => void> {
  const all = new Set<() => void>();
  waiting.set(signal, all);
  signal.addEventListener('abort', () => stopAll(all), { once: true });
  return all;
}

function stopAll(all: Set<() => void>): void {
  for (const stop of all) stop();
  all.clear();
}
