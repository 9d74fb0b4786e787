import { describe, expect, it } from 'vitest';
import {
  byVerdict,
  everything,
  filtered,
  isFiltering,
  pinsOf,
  readFilter,
  readOrder,
  sorted,
} from '../../src/extension/modelOrder.ts';
import type { ModelPlace, ScannedModel } from '../../src/protocol.ts';

const place = (pinned?: boolean): ModelPlace => ({
  uri: 'file:///a.py',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  api: 'AutoModel.from_pretrained',
  ...(pinned !== undefined && { pinned }),
});

const model = (id: string, verdict: ScannedModel['verdict'], ...places: ModelPlace[]): ScannedModel => ({
  key: `models/${id}`,
  id,
  kind: 'model',
  verdict,
  reasons: [],
  barred: false,
  pinnable: false,
  places,
});

const models = [
  model('z/bad', 'dangerous', place(false)),
  model('b/odd', 'caution', place(true), place(false), place()),
  model('a/odd', 'caution', place(true)),
  model('c/fine', 'clear', place(), place()),
];

const ids = (list: readonly ScannedModel[]): string[] => list.map(({ id }) => id);

describe('the order of the models', () => {
  it('groups them by verdict, the worst first, and leaves out verdicts that nobody has', () => {
    expect(byVerdict(models).map(({ verdict, models: own }) => [verdict, ids(own)])).toEqual([
      ['dangerous', ['z/bad']],
      ['caution', ['b/odd', 'a/odd']],
      ['clear', ['c/fine']],
    ]);
  });

  it('sorts them by name and by places', () => {
    expect(ids(sorted(models, 'name'))).toEqual(['a/odd', 'b/odd', 'c/fine', 'z/bad']);
    expect(ids(sorted(models, 'places'))).toEqual(['b/odd', 'c/fine', 'a/odd', 'z/bad']);
  });

  it('filters by verdict and by pins', () => {
    expect(ids(filtered(models, everything))).toEqual(ids(models));
    expect(ids(filtered(models, { verdicts: ['clear', 'dangerous'], unpinned: false }))).toEqual(['z/bad', 'c/fine']);
    expect(ids(filtered(models, { verdicts: [], unpinned: true }))).toEqual(['z/bad', 'b/odd']);
  });

  it('counts pins where there is something to pin', () => {
    expect(models.map(({ places }) => pinsOf(places))).toEqual([
      { loads: 1, pinned: 0 },
      { loads: 2, pinned: 1 },
      { loads: 1, pinned: 1 },
      { loads: 0, pinned: 0 },
    ]);
  });

  it('takes what was kept only where it fits', () => {
    expect(readFilter({ verdicts: ['risky', 'nonsense', 3], unpinned: 'yes' })).toEqual({
      verdicts: ['risky'],
      unpinned: false,
    });
    for (const odd of [undefined, null, 'risky', 7, []]) expect(isFiltering(readFilter(odd))).toBe(false);
    expect([readOrder('places'), readOrder('size'), readOrder(undefined)]).toEqual(['places', 'verdict', 'verdict']);
  });
});
