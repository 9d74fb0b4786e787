import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { unlessAborted } from '../../src/hub/unlessAborted.ts';

test('three hundred who wait under one signal are one listener, and all are told', async () => {
  const control = new AbortController();
  const never = new Promise<string>(() => {});
  const waiting = Array.from({ length: 300 }, () => unlessAborted(never, control.signal));
  expect(getEventListeners(control.signal, 'abort')).toHaveLength(1);
  control.abort(new Error('closed'));
  const ended = await Promise.allSettled(waiting);
  expect(new Set(ended.map(each => (each.status === 'rejected' ? each.reason.message : 'not told')))).toEqual(
    new Set(['closed']),
  );
});

test('an answer that came is kept, and a signal that was aborted before gives none', async () => {
  const control = new AbortController();
  expect(await unlessAborted(Promise.resolve('here'), control.signal)).toBe('here');
  await expect(unlessAborted(Promise.reject(new Error('broken')), control.signal)).rejects.toThrow('broken');
  control.abort(new Error('closed'));
  await expect(unlessAborted(Promise.resolve('late'), control.signal)).rejects.toThrow('closed');
});
