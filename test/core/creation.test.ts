import { describe, expect, it } from 'vitest';
import { readPublisher } from '../../src/core/facts/publisherFacts.ts';
import { readRepo } from '../../src/core/facts/repoFacts.ts';

/** An ObjectId of that second. */
const objectIdOf = (time: string) => `${(Date.parse(time) / 1000).toString(16).padStart(8, '0')}0123456789abcdef`;

const repoMade = (made: { _id?: string; createdAt?: string }) => {
  const at = readRepo({ id: 'acme-ai/one', ...made })?.createdAt;
  return at === undefined ? undefined : new Date(at).toISOString();
};

describe('when a repo or an account was made', () => {
  it('is what the Hub states', () => {
    expect(repoMade({ createdAt: '2026-11-24T18:00:00.000Z' })).toBe('2026-11-24T18:00:00.000Z');
  });

  it('is told by the ObjectId where the Hub states its floor, or nothing', () => {
    const _id = objectIdOf('2019-02-18T10:00:00.000Z');
    expect(repoMade({ _id, createdAt: '2022-03-02T23:29:04.000Z' })).toBe('2019-02-18T10:00:00.000Z');
    expect(repoMade({ _id })).toBe('2019-02-18T10:00:00.000Z');
    const organisation = readPublisher({ name: 'acme-ai', _id }, 'organization');
    expect(organisation?.createdAt).toBe(Date.parse('2019-02-18T10:00:00.000Z'));
  });

  it.each([
    ['of a mirror that makes up its own', objectIdOf('2026-05-05T00:00:00.000Z')],
    ['of a time before the Hub', '0123456789abcdef01234567'],
    ['that is none', 'acme'],
  ])('is not told by an id %s', (_, _id) => {
    expect(repoMade({ _id, createdAt: '2023-09-04T15:53:57.000Z' })).toBe('2023-09-04T15:53:57.000Z');
  });

  it('is not known from an impossible id alone', () => {
    expect(repoMade({ _id: '0123456789abcdef01234567' })).toBeUndefined();
  });
});
