import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexAdvisories, readOsv } from '../../../src/core/advisories/osv.ts';

const record = (extra: object = {}, affected: object = {}) => ({
  id: 'MAL-2026-1',
  summary: 'It steals.',
  affected: [{ package: { ecosystem: 'Hugging Face', name: 'bad/repo' }, ...affected }],
  ...extra,
});

describe('OSV records', () => {
  it('without our own fields are campaigns about a model', () => {
    expect(readOsv(record()).advisories).toEqual([
      { id: 'MAL-2026-1', repo: 'bad/repo', kind: 'model', class: 'campaign', summary: 'It steals.' },
    ]);
  });

  it('tell class, kind, date and reporter where they say so', () => {
    const { advisories } = readOsv(
      record({
        published: '2026-05-07T10:00:00Z',
        credits: [{ name: 'HiddenLayer' }],
        database_specific: { class: 'hosting', kind: 'dataset', confidence: 'probable', impersonates: 'good/repo' },
      }),
    );
    expect(advisories[0]).toMatchObject({
      class: 'hosting',
      kind: 'dataset',
      disclosed: '2026-05-07',
      reporter: 'HiddenLayer',
      confidence: 'probable',
      impersonates: 'good/repo',
    });
  });

  it('name another kind by a prefix', () => {
    const { advisories } = readOsv(record({}, { package: { ecosystem: 'Hugging Face', name: 'datasets/bad/rows' } }));
    expect(advisories[0]).toMatchObject({ repo: 'bad/rows', kind: 'dataset' });
  });

  it('are known by their purl too, and passed over in other ecosystems', () => {
    expect(
      readOsv(record({}, { package: { name: 'bad/repo', purl: 'pkg:huggingface/bad/repo' } })).advisories,
    ).toHaveLength(1);
    expect(readOsv(record({}, { package: { ecosystem: 'npm', name: 'bad/repo' } })).advisories).toEqual([]);
  });

  it('that were withdrawn are left out', () => {
    expect(readOsv(record({ withdrawn: '2026-06-01T00:00:00Z' })).advisories).toEqual([]);
  });

  it.each([null, 7, 'text', {}, { id: 'X' }, { id: '', affected: [] }, [{ affected: 'no' }]])(
    'say what is wrong with %j',
    json => {
      const { advisories, problems } = readOsv(json);
      expect(advisories).toEqual([]);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^record 1 is not an OSV record: /);
    },
  );

  it('keep the good ones of a list with a bad one', () => {
    const { advisories, problems } = readOsv([record(), { id: 3 }, record({ id: 'MAL-2026-2' })]);
    expect(advisories.map(({ id }) => id)).toEqual(['MAL-2026-1', 'MAL-2026-2']);
    expect(problems).toEqual([expect.stringContaining('record 2')]);
  });
});

describe('the advisories that ship', () => {
  const read = ['incidents', 'demonstrations'].map(name =>
    readOsv(JSON.parse(readFileSync(`src/data/advisories/${name}.json`, 'utf8'))),
  );
  const all = read.flatMap(({ advisories }) => advisories);
  const advisories = indexAdvisories(all);

  it('are all readable, each about one repo, under an id of its own', () => {
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    expect(all).toHaveLength(158);
    expect(new Set(all.map(({ id }) => id)).size).toBe(158);
  });

  it('are found whatever the case, and by kind', () => {
    expect(advisories.about('open-oss/PRIVACY-filter', 'model').map(({ class: c }) => c)).toEqual(['campaign']);
    expect(advisories.about('Besthpz/best', 'model')).toEqual([]);
    expect(advisories.about('Besthpz/best', 'dataset')).toHaveLength(1);
    expect(advisories.about('Besthpz/best', 'unknown')).toHaveLength(1);
  });

  it('know the publishers of campaigns, not those of demonstrations', () => {
    expect(advisories.byPublisher('ANTHFU')).toHaveLength(6);
    expect(advisories.byPublisher('ykilcher')).toEqual([]);
    expect(advisories.byPublisher('')).toEqual([]);
  });
});
