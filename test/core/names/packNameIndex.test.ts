import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openNameIndex } from '../../../src/core/names/openNameIndex.ts';
import { type NameSeed, packNameIndex } from '../../../src/core/names/packNameIndex.ts';
import { readNameSeed } from '../../../src/tools/nameSeed.ts';
import { dataFolder } from './shippedIndex.ts';

const seed: NameSeed = {
  date: '2026-08-22',
  provenance: 'a test',
  repos: [
    { id: 'Acme/Rocket-7B', downloads: 4_000_000_000 },
    { id: 'acme/rocket-mini', downloads: 12 },
    { id: 'Beta-Works/Rocket-7B' },
  ],
  siblings: ['acme-community'],
  moved: [{ from: 'rocket', to: 'Acme/Rocket-7B' }],
};

describe('packing', () => {
  it('gives back what went in', () => {
    const index = openNameIndex(packNameIndex(seed));
    expect(index.info).toMatchObject({ date: '2026-08-22', ids: 3, publishers: 3, provenance: 'a test' });
    expect(index.judge('acme/rocket-7b')).toMatchObject({ canonical: 'Acme/Rocket-7B', downloads: 4_000_000_000 });
    expect(index.judge('Beta-Works/Rocket-7B').downloads).toBeUndefined();
    expect(index.judge('acme-community/x')).toMatchObject({ listed: false, publisherListed: true });
    expect(index.judge('rocket').movedTo).toBe('Acme/Rocket-7B');
  });

  it('does not depend on the order of the rows', () => {
    const reversed = { ...seed, repos: [...seed.repos].reverse() };
    expect(packNameIndex(reversed)).toEqual(packNameIndex(seed));
  });

  it('opens an index of nothing', () => {
    const index = openNameIndex(
      packNameIndex({ date: '2026-01-01', provenance: '', repos: [], siblings: [], moved: [] }),
    );
    expect(index.judge('a/b')).toEqual({ id: 'a/b', listed: false, publisherListed: false, lookalikes: [] });
  });

  it('refuses letters that no id has', () => {
    expect(() => packNameIndex({ ...seed, siblings: ['mеta'] })).toThrow('ASCII only');
  });
});

describe('damaged bytes', () => {
  const good = packNameIndex(seed);
  const changed = (at: number, to: number) => Uint8Array.from(good, (byte, i) => (i === at ? to : byte));

  it.each([
    ['nothing', new Uint8Array(), 'not a name index'],
    ['another file', new TextEncoder().encode('PK\u0003\u0004 and so on, long enough'), 'not a name index'],
    ['a newer format', changed(4, 99), 'has format 99; this version reads'],
    ['a cut file', good.subarray(0, good.length - 20), 'damaged or cut short'],
    ['a flipped byte', changed(good.length - 5, good[good.length - 5]! ^ 255), 'damaged or cut short'],
    ['another checksum', changed(12, good[12]! ^ 1), 'damaged or cut short'],
    ['a length beyond reason', changed(11, 255), 'contradicts its own header'],
  ])('%s', (_what, bytes, message) => expect(() => openNameIndex(bytes)).toThrow(message));
});

describe('the shipped index', () => {
  it('is what the tables beside it make', () => {
    expect(Buffer.from(packNameIndex(readNameSeed(dataFolder))).equals(readFileSync(`${dataFolder}/index.bin`))).toBe(
      true,
    );
  });

  it('takes at most 20 bytes an id, everything counted', () => {
    const { bytes, ids } = openNameIndex(readFileSync(`${dataFolder}/index.bin`)).info;
    expect(bytes / ids).toBeLessThan(20);
  });

  it('holds no publisher that is known for harm', () => {
    const excluded = readFileSync(`${dataFolder}/excluded.tsv`, 'utf8').trim().split('\n').slice(1);
    const index = openNameIndex(readFileSync(`${dataFolder}/index.bin`));
    expect(excluded.filter(row => index.judge(`${row.split('\t')[0]}/x`).publisherListed)).toEqual([]);
  });
});
