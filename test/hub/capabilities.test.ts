import { expect, test } from 'vitest';
import { rememberCapabilities } from '../../src/hub/capabilities.ts';

test.each([400, 404, 501])('a status of %i about one repo says nothing of the endpoint, however often', status => {
  const { learn, lacks } = rememberCapabilities(() => 0);
  for (let time = 0; time < 10; time++) learn('scan', status, 'a/a');
  learn('scan', status, 'b/b');
  expect(lacks('scan')).toBe(false);
  learn('scan', status, 'c/c');
  expect(lacks('scan')).toBe(true);
});

test('an answer in between begins the count anew', () => {
  const { learn, lacks } = rememberCapabilities(() => 0);
  for (const id of ['a/a', 'b/b']) learn('tree', 400, id);
  learn('tree', 200, 'd/d');
  learn('tree', 400, 'c/c');
  expect(lacks('tree')).toBe(false);
});
