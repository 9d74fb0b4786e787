import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/core/languageOf.ts';
import { readReferences } from '../../src/core/references/readReferences.ts';
import { COMMIT, pinned } from '../core/references/pinned.ts';

const root = join(import.meta.dirname, 'files');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1));

const read = (path: string, text: string) => readReferences({ path, language: languageOf(path), text }).references;

const cases = files.flatMap(path => {
  const text = readFileSync(join(root, path), 'utf8');
  const before = read(path, text);
  return before.flatMap((reference, place) =>
    reference.pins.length > 0 ? [{ path, text, before, place, reference, id: reference.id }] : [],
  );
});

test('most loads have a place for a revision', () => {
  const loads = files.flatMap(path => read(path, readFileSync(join(root, path), 'utf8'))).filter(each => !each.link);
  expect(cases.length / loads.length).toBeGreaterThan(0.4);
});

describe('pinned in one edit and read again, the same ids stand there, and this one loads that commit', () => {
  test.each(cases)('$path $id', ({ path, text, before, place, reference }) => {
    const again = read(path, pinned(text, reference)!);
    expect(again.map(each => each.id)).toEqual(before.map(each => each.id));
    expect(again[place]!.revision).toMatchObject({ state: 'known', value: COMMIT });
  });
});
