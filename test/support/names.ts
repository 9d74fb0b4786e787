import type { NameIndex, NameJudgement } from '../../src/core/names/nameIndex.ts';

/** A name index that knows only what a test tells it. */
export const knowing = (judgements: Readonly<Record<string, Partial<NameJudgement>>>): NameIndex => ({
  info: { date: '2026-01-01', ids: 1, publishers: 1, bytes: 1, provenance: 'a test' },
  judge: id => ({ id, listed: false, publisherListed: false, lookalikes: [], ...judgements[id] }),
});
