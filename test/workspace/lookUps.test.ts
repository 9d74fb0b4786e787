import { expect, test } from 'vitest';
import { nothingKnown } from '../../src/core/facts/facts.ts';
import { type Reference, unstated } from '../../src/core/references/reference.ts';
import { LINKED_AT_MOST, lookUps } from '../../src/workspace/lookUps.ts';

const reference = (id: string, link = false): Reference => ({
  id,
  kind: 'model',
  span: { start: 0, end: id.length },
  api: 'x',
  link,
  ...unstated,
  pins: [],
});

function asking(options: { offline?: boolean; listed?: string } = {}) {
  const asked: string[] = [];
  const progress: string[] = [];
  const made = lookUps({
    lookUp: async ({ id }) => {
      asked.push(id);
      return nothingKnown(`asked for ${id}`);
    },
    keyOf: ({ id, kind }) => `${kind}/${id}`,
    isListed: ({ id }) => id === options.listed,
    onProgress: (answered, of) => progress.push(`${answered}/${of}`),
    ...options,
  });
  return { ...made, asked, progress };
}

test('asks for each repo once, loads before links, and links outside of the index before others', async () => {
  const { note, finish, asked, facts, progress } = asking({ listed: 'l/listed' });
  note([reference('l/listed', true), reference('a/a'), reference('l/other', true)]);
  note([reference('b/b', true), reference('a/a', true), reference('a/a')]);
  note([reference('b/b')]);
  await finish();
  expect(asked).toEqual(['a/a', 'b/b', 'l/other', 'l/listed']);
  expect(facts({ id: 'l/other', kind: 'model' }).repo).toMatchObject({ why: 'asked for l/other' });
  expect(progress.at(-1)).toBe('4/4');
});

test('a long list of links does not use up the quota, and says so', async () => {
  const { note, finish, asked, facts } = asking();
  note(Array.from({ length: 300 }, (_, i) => reference(`l/${i}`, true)));
  note(Array.from({ length: 60 }, (_, i) => reference(`loaded/${i}`)));
  await finish();
  expect(asked).toHaveLength(60 + LINKED_AT_MOST);
  expect(facts({ id: 'l/299', kind: 'model' }).repo).toEqual({
    state: 'unknown',
    why: 'only linked to, and 40 such repos are looked up at a time',
  });
});

test('what lies on the disk is not spared', async () => {
  const { note, answered, asked } = asking({ offline: true });
  note(Array.from({ length: 300 }, (_, i) => reference(`l/${i}`, true)));
  await answered();
  expect(asked).toHaveLength(300);
});
