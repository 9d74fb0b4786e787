/**
 * Starts `task` for up to `most` items more than the one that is being waited for, and gives the results in the order of the
 * items: so that a disk is never waited for by a processor that could go on, and memory holds no more than `most` results.
 */
export async function* inAdvance<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  most: number,
  task: (item: T) => Promise<R>,
): AsyncGenerator<{ readonly item: T; readonly result: R }> {
  const started: { item: T; result: Promise<R> }[] = [];
  for await (const item of items) {
    const result = task(item);
    // It is awaited in its turn; until then its failure is nobody's surprise.
    result.catch(() => {});
    started.push({ item, result });
    if (started.length <= most) continue;
    const first = started.shift()!;
    yield { item: first.item, result: await first.result };
  }
  for (const { item, result } of started) yield { item, result: await result };
}
