import { describe, expect, test } from 'vitest';
import { standingOf } from '../../../src/core/facts/standing.ts';
import { factsOf, names, OLD } from './owned.ts';

describe('the standing of a name that the index knows', () => {
  const standing = (days: number, followers = 0) =>
    standingOf(factsOf({ owner: 'famous', days, followers }), 'famous', names);
  test('registered again: nobody has heard of it', () =>
    expect(standing(100)).toMatchObject({ level: 'known', hasAudience: false }));
  test('a young account: the same', () => expect(standing(5)).toMatchObject({ level: 'young', hasAudience: false }));
  test('an old account: well known', () =>
    expect(standing(OLD)).toMatchObject({ level: 'well-known', hasAudience: true }));
});
