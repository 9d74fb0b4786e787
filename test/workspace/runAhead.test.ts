import { expect, test } from 'vitest';
import { runAhead } from '../../src/workspace/runAhead.ts';

const never = new AbortController().signal;

async function* given<T>(...batches: (readonly T[])[]) {
  yield* batches;
}

async function all<T>(groups: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const group of groups) items.push(...group);
  return items;
}

test('results come in the order of the items, whichever is ready first', async () => {
  const waits = [30, 1, 20, 5, 0, 12];
  const task = (ms: number) => new Promise<number>(resolve => setTimeout(() => resolve(ms * 2), ms));
  const results = await all(runAhead(given(waits.slice(0, 4), [], waits.slice(4)), 3, task, never));
  expect(results).toEqual(waits.map(ms => [ms, ms * 2]));
});

test('no more run ahead than allowed, and as many as allowed', async () => {
  let running = 0;
  let most = 0;
  const task = async () => {
    most = Math.max(most, ++running);
    await new Promise(resolve => setTimeout(resolve, 1));
    running--;
  };
  await all(runAhead(given(Array.from({ length: 50 }, (_, i) => i)), 7, task, never));
  expect(most).toBe(7);
});

test('an answer does not wait for the next question', async () => {
  let ask = (_: readonly string[]) => {};
  async function* questions() {
    yield ['first'];
    yield await new Promise<readonly string[]>(resolve => {
      ask = resolve;
    });
  }
  const answers = runAhead(questions(), 8, async text => text.toUpperCase(), never);
  expect((await answers.next()).value).toEqual([['first', 'FIRST']]);
  const second = answers.next();
  setTimeout(() => ask(['second']), 5);
  expect((await second).value).toEqual([['second', 'SECOND']]);
  expect((await answers.next()).done).toBe(true);
});

test('stops waiting when the signal fires, with one listener however many are waited for', async () => {
  const stop = new AbortController();
  let listeners = 0;
  const add = stop.signal.addEventListener.bind(stop.signal);
  stop.signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++;
    add(...args);
  };
  const answers = runAhead(
    given(Array.from({ length: 30 }, (_, i) => i)),
    20,
    () => new Promise(() => {}),
    stop.signal,
  );
  setTimeout(() => stop.abort(), 5);
  await expect(answers.next()).rejects.toThrow();
  expect(listeners).toBeLessThanOrEqual(2);
});

test('a task that fails fails in its turn', async () => {
  const task = async (n: number) => {
    if (n === 1) throw new Error('no');
    return n;
  };
  const answers = runAhead(given([0, 1, 2]), 3, task, never);
  expect((await answers.next()).value).toEqual([[0, 0]]);
  await expect(answers.next()).rejects.toThrow('no');
});
