import { describe, expect, test } from 'vitest';
import { type Facts, nothingKnown, unknown } from '../../src/core/facts/facts.ts';
import { isFresh, orBefore } from '../../src/hub/factsAge.ts';
import { ASKED_AT, someFacts } from './someFacts.ts';

const HOUR = 3_600_000;
const facts = someFacts('org/model');
const source = { host: 'huggingface.co', asOf: ASKED_AT };
const missing = {
  ...nothingKnown('the repo was not found'),
  repo: { state: 'missing', wording: 'missing', source },
} as Facts;

describe('fresh', () => {
  test.each<[string, Facts, number, boolean]>([
    ['now', facts, 0, true],
    ['within the hour', facts, HOUR - 1, true],
    ['after it', facts, HOUR, false],
    ['before it was asked: a clock was wrong', facts, -1, false],
    [
      'content does not age',
      {
        ...facts,
        repo: someFacts('org/model', '', ASKED_AT + HOUR).repo,
        publisher: someFacts('org/model', '', ASKED_AT + HOUR).publisher,
        scan: someFacts('org/model', '', ASKED_AT + HOUR).scan,
      },
      HOUR + 1,
      true,
    ],
    [
      'a scan does',
      {
        ...facts,
        repo: someFacts('org/model', '', ASKED_AT + HOUR).repo,
        publisher: someFacts('org/model', '', ASKED_AT + HOUR).publisher,
      },
      HOUR + 1,
      false,
    ],
    ['without an answer to one question', { ...facts, commits: unknown('no connection') }, 0, false],
    ['where the endpoint said that it does not tell', { ...facts, commits: unknown('gated', source) }, 0, true],
    ['which it is asked again after the hour', { ...facts, commits: unknown('gated', source) }, HOUR, false],
    ['nothing there', missing, HOUR - 1, true],
    ['nothing there, an hour ago', missing, HOUR, false],
    ['nothing known', nothingKnown('no connection'), 0, false],
  ])('%s', (_, each, after, expected) => {
    expect(isFresh(each, ASKED_AT + after)).toBe(expected);
  });
});

describe('what could not be asked', () => {
  const offline = nothingKnown('no connection (ENOTFOUND)');

  test('is as it was, and says why it is old', () => {
    const told = orBefore(offline, facts);
    expect(told.repo).toEqual({ ...facts.repo, notRenewed: 'no connection (ENOTFOUND)' });
    expect(told.card).toMatchObject({ value: '# card', source, notRenewed: 'no connection (ENOTFOUND)' });
    expect(orBefore(offline, undefined)).toBe(offline);
  });

  test('in part: the rest is new', () => {
    const now = { ...someFacts('org/model', '# new', ASKED_AT + HOUR), scan: unknown('no answer in time') };
    const told = orBefore(now, facts);
    expect(told.scan).toEqual({ ...facts.scan, notRenewed: 'no answer in time' });
    expect(told.card).toEqual(now.card);
  });

  test.each<[string, Facts]>([
    ['a repo that is gone', missing],
    ['another repo under the same name', withObject('0123456789abcdef01234567')],
    ['a repo that has moved', { ...someFacts('other/model'), card: unknown('no answer in time') }],
    ['one of which the endpoint says that it does not tell', { ...offline, repo: unknown('gated', source) }],
  ])('%s has nothing of the old one', (_, now) => {
    expect(orBefore(now, facts)).toBe(now);
  });

  function withObject(objectId: string): Facts {
    const other = someFacts('org/model');
    if (other.repo.state !== 'known') throw new Error('it is known');
    return {
      ...other,
      repo: { ...other.repo, value: { ...other.repo.value, objectId } },
      card: unknown('no answer in time'),
    };
  }

  test('that nothing was there before is not held against today', () => {
    expect(orBefore(offline, missing)).toBe(offline);
  });
});
