/** Runs at most `most` tasks at once; the others wait in the order they came. */
export function limiter(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async task => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so that no newcomer takes it in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
