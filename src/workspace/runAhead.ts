import { unlessAborted } from './aborted.ts';

interface Started<T, R> {
  readonly item: T;
  readonly done: Promise<void>;
  outcome?: { readonly result: R };
}

/**
 * Runs `task` for items that come in batches, at most `most` of them ahead of the first one that has no result yet, and gives
 * results in the order of the items, all that are ready at once. It waits for results while the next batch is still to
 * come: a person at a keyboard gets an answer before the next question.
 */
export async function* runAhead<T, R>(
  batches: AsyncIterable<readonly T[]>,
  most: number,
  task: (item: T) => Promise<R>,
  signal: AbortSignal,
): AsyncGenerator<readonly (readonly [item: T, result: R])[]> {
  const source = batches[Symbol.asyncIterator]();
  const started: Started<T, R>[] = [];
  let batch: readonly T[] = [];
  let at = 0;
  let ended = false;
  let next: Promise<void> | undefined;

  const readOn = () =>
    source.next().then(({ done, value }) => {
      ended = done === true;
      batch = value ?? [];
      at = 0;
      next = undefined;
    });

  for (;;) {
    while (started.length < most && at < batch.length) started.push(start(batch[at++]!, task));
    const ready = readyOf(started);
    if (ready.length > 0) {
      yield ready;
      continue;
    }
    if (at === batch.length && !ended) next ??= readOn();
    const first = started[0]?.done;
    if (!first && !next) return;
    await unlessAborted(Promise.race([first, next].filter(each => each !== undefined)), signal);
  }
}

function start<T, R>(item: T, task: (item: T) => Promise<R>): Started<T, R> {
  const done = task(item).then(result => {
    started.outcome = { result };
  });
  // It is awaited in its turn; until then its failure is nobody's surprise.
  done.catch(() => {});
  const started: Started<T, R> = { item, done };
  return started;
}

/** Takes what is ready off the front. */
function readyOf<T, R>(started: Started<T, R>[]): (readonly [T, R])[] {
  const waits = started.findIndex(({ outcome }) => !outcome);
  const ready = started.splice(0, waits < 0 ? started.length : waits);
  return ready.map(({ item, outcome }) => [item, outcome!.result]);
}
