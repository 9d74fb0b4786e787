import { expect, test } from 'vitest';
import { createTokenMarks } from '../../src/extension/tokenMarks.ts';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key: string) => kept.get(key),
    store: async (key: string, value: string) => void kept.set(key, value),
  };
};

test('a token has the same mark in the next session, another token another one, and none holds its token', async () => {
  const secrets = storage();
  const mark = await createTokenMarks(secrets)('hf_one');
  expect(await createTokenMarks(secrets)('hf_one')).toBe(mark);
  expect(await createTokenMarks(secrets)('hf_two')).not.toBe(mark);
  expect(`${mark} ${[...secrets.kept.values()].join(' ')}`).not.toContain('hf_one');
});

test('another machine marks the same token otherwise', async () => {
  expect(await createTokenMarks(storage())('hf_one')).not.toBe(await createTokenMarks(storage())('hf_one'));
});

test('where the storage fails, the marks hold for the session', async () => {
  const broken = { get: () => Promise.reject(new Error('locked')), store: () => Promise.reject(new Error('locked')) };
  const marks = createTokenMarks(broken);
  expect(await marks('hf_one')).toBe(await marks('hf_one'));
});
