import { expect, test } from 'vitest';
import { unlessAborted } from '../../src/workspace/aborted.ts';

const never = new Promise<string>(() => {});

test('waits for the answer', async () => {
  expect(await unlessAborted(Promise.resolve('answer'), new AbortController().signal)).toBe('answer');
  await expect(unlessAborted(Promise.reject(new Error('no')), new AbortController().signal)).rejects.toThrow('no');
  expect(await unlessAborted(Promise.resolve('answer'), undefined)).toBe('answer');
});

test('does not wait for a disk that never answers', async () => {
  const controller = new AbortController();
  const waiting = unlessAborted(never, controller.signal);
  controller.abort(new Error('stop'));
  await expect(waiting).rejects.toThrow('stop');
  await expect(unlessAborted(never, controller.signal)).rejects.toThrow('stop');
});
