import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRetries } from '../../src/server/retries.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

function watched() {
  const weather = { offline: false, broken: false, until: 0 };
  const asked: [seconds: number, keys: string][] = [];
  const retries = createRetries({
    now: Date.now,
    weather: () => ({
      offline: () => weather.offline,
      broken: () => (weather.broken ? 503 : undefined),
      limitedUntil: () => (weather.until > Date.now() ? weather.until : undefined),
    }),
    due(keys) {
      asked.push([Date.now() / 1000, keys.join(' ')]);
      // It fails again.
      if (weather.offline) for (const key of keys) retries.add(key);
    },
  });
  return { weather, asked, retries };
}

test('what fails is asked again by itself, all of it together, and ever more rarely', () => {
  const { weather, asked, retries } = watched();
  weather.offline = true;
  for (const key of ['a', 'b', 'c']) retries.add(key);
  vi.advanceTimersByTime(3_600_000);
  expect(asked.map(([seconds]) => seconds)).toEqual([30, 90, 210, 450, 930, 1530, 2130, 2730, 3330]);
  expect(new Set(asked.map(([, keys]) => keys))).toEqual(new Set(['a b c']));
});

test('a used-up quota is waited for, however long that takes', () => {
  const { weather, asked, retries } = watched();
  weather.until = 280_000;
  retries.add('a');
  vi.advanceTimersByTime(300_000);
  expect(asked).toEqual([[280.5, 'a']]);
});

test('one answer brings all others forward, but not each time that a connection comes and goes', () => {
  const { weather, asked, retries } = watched();
  const turn = (offline: boolean) => {
    weather.offline = offline;
    retries.weatherChanged();
  };
  turn(true);
  for (let n = 0; n < 6; n++) retries.add('a');
  vi.advanceTimersByTime(5_000);
  turn(false);
  vi.advanceTimersByTime(1_000);
  expect(asked).toEqual([[6, 'a']]);
  for (let n = 0; n < 10; n++) {
    turn(true);
    retries.add('a');
    turn(false);
    vi.advanceTimersByTime(500);
  }
  expect(asked).toHaveLength(1);
});

test('nothing is asked again of a Hub that was left', () => {
  const { asked, retries } = watched();
  retries.add('a');
  retries.clear();
  vi.advanceTimersByTime(3_600_000);
  expect(asked).toEqual([]);
  expect(retries.has('a')).toBe(false);
});
