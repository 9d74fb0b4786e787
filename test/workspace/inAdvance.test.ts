import { expect, test } from 'vitest';
import { inAdvance } from '../../src/workspace/inAdvance.ts';

const results = async <R>(stream: AsyncIterable<{ result: R }>): Promise<R[]> => {
  const found: R[] = [];
  for await (const { result } of stream) found.push(result);
  return found;
};

test('gives results in the order of the items, whichever is ready first', async () => {
  const late = (ms: number) => new Promise<number>(resolve => setTimeout(() => resolve(ms), ms));
  expect(await results(inAdvance([30, 1, 20, 2], 3, late))).toEqual([30, 1, 20, 2]);
});

test('has never more under way than it may', async () => {
  let running = 0;
  let most = 0;
  const task = async (item: number) => {
    most = Math.max(most, ++running);
    await new Promise(resolve => setTimeout(resolve, 1));
    running--;
    return item;
  };
  expect(
    await results(
      inAdvance(
        Array.from({ length: 40 }, (_, i) => i),
        4,
        task,
      ),
    ),
  ).toHaveLength(40);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(5);
});

test('a failure comes in its turn, and none goes unhandled', async () => {
  const task = (item: number) => (item > 1 ? Promise.reject(new Error(`${item}`)) : Promise.resolve(item));
  const stream = inAdvance([0, 1, 2, 3], 4, task);
  expect((await stream.next()).value).toMatchObject({ result: 0 });
  expect((await stream.next()).value).toMatchObject({ result: 1 });
  await expect(stream.next()).rejects.toThrow('2');
});
