import { expect, test } from 'vitest';
import { factsText } from '../../../src/core/reports/factsText.ts';
import type { ToldFacts } from '../../../src/core/trust/toldFacts.ts';
import { assessment } from './samples.ts';

const facts: ToldFacts = {
  source: 'huggingface.co',
  asOf: '2026-05-07T18:39:12.000Z',
  state: 'known',
  createdAt: '2026-05-07T00:39:00.000Z',
  downloads: 244_168,
  likes: 1,
  gated: false,
  publisher: {
    name: 'Open-OSS\u001b',
    type: 'user',
    createdAt: '2026-05-06T23:39:00.000Z',
    followers: 4,
    asOf: '2026-05-07T18:39:12.000Z',
  },
};
const text = (rest: object, offline?: string) =>
  factsText(assessment({ notChecked: [], ...rest }), undefined, offline).replace(/^ {11}/gm, '');

test('the publisher, the numbers, who told them and when', () => {
  expect(text({ facts })).toBe(
    `published by Open-OSS\\u{001b}: a user, account made 19 hours ago, 4 followers
244,168 downloads in 30 days, 1 like, made 18 hours ago (huggingface.co, 2026-05-07 18:39 UTC)
`,
  );
});

test('what was not told is not zero, and what is not there is nothing', () => {
  const bare = { source: 'hf.example', asOf: facts.asOf, state: 'known' };
  expect(text({ facts: bare })).toBe('no numbers (hf.example, 2026-05-07 18:39 UTC)\n');
  expect(text({ facts: { ...bare, state: 'missing' } })).toBe(
    'nothing is shown under this id (hf.example, 2026-05-07 18:39 UTC)\n',
  );
  expect(text({ facts: null })).toBe('');
});

test('what was not checked, each reason once, but for the one that is told for all', () => {
  const notChecked = [
    { what: 'files', why: 'no connection' },
    { what: 'commits', why: 'no connection' },
    { what: 'publisher', why: 'by --offline' },
  ];
  expect(text({ notChecked })).toBe(
    'not checked: files, commits (no connection)\nnot checked: publisher (by --offline)\n',
  );
  expect(text({ notChecked }, 'by --offline')).toBe('not checked: files, commits (no connection)\n');
});
