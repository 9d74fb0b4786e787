import { expect, test } from 'vitest';
import { limiter } from '../../src/hub/limiter.ts';

test('runs so many at once, in the order they came, and goes on after a failure', async () => {
  const enter = limiter(3);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const task = (n: number) => async () => {
    begun.push(n);
    most = Math.max(most, ++running);
    await new Promise(resolve => setTimeout(resolve, n % 4));
    running--;
    if (n % 5 === 0) throw new Error(`${n}`);
    return n;
  };
  const numbers = Array.from({ length: 40 }, (_, n) => n);
  const ended = await Promise.allSettled(numbers.map(n => enter(task(n))));
  expect(most).toBe(3);
  expect(begun).toEqual(numbers);
  expect(ended.map(({ status }) => status === 'rejected')).toEqual(numbers.map(n => n % 5 === 0));
  expect(await enter(async () => 'free again')).toBe('free again');
});
