import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NameSeed } from '../core/names/packNameIndex.ts';

/*
 * The seed tables of src/data/names, tab-separated with one line of headings:
 *   popular.tsv   id, downloads_30d, as_of     what the Hub's listing says
 *   curated.tsv   id, source                   repos that must be known although the listing lacks them
 *   siblings.tsv  namespace, owner, why        further namespaces of known owners
 *   moved.tsv     from, to, source             ids that redirect today
 *   excluded.tsv  publisher, why               never known, whatever their downloads
 */
export interface PopularRow {
  readonly id: string;
  readonly downloads: number;
  readonly asOf: string;
}

/** The named columns of a tab-separated text, in the order asked for; a missing column or cell is empty. */
export function readColumns<const Names extends readonly string[]>(
  text: string,
  names: Names,
): { [I in keyof Names]: string }[] {
  const [heading, ...lines] = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const columns = (heading ?? '').split('\t');
  const places = names.map(name => columns.indexOf(name));
  return lines.map(line => {
    const cells = line.split('\t');
    return places.map(place => cells[place] ?? '') as { [I in keyof Names]: string };
  });
}

/** Rows of `publisher/name` ids with at least `least` downloads, the excluded publishers left out, sorted by id whatever the case. */
export function popularRows(rows: readonly PopularRow[], least: number, excluded: ReadonlySet<string>): PopularRow[] {
  const key = (row: PopularRow) => row.id.toLowerCase();
  return rows
    .filter(row => row.downloads >= least && /^[\w.-]+\/[\w.-]+$/.test(row.id))
    .filter(row => !excluded.has(row.id.slice(0, row.id.indexOf('/')).toLowerCase()))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function writePopular(rows: readonly PopularRow[]): string {
  return ['id\tdownloads_30d\tas_of', ...rows.map(row => `${row.id}\t${row.downloads}\t${row.asOf}`), ''].join('\n');
}

export function readExcluded(folder: string): Set<string> {
  return new Set(table(folder, 'excluded.tsv', ['publisher']).map(([publisher]) => publisher.toLowerCase()));
}

/** The seed tables of a folder, joined. */
export function readNameSeed(folder: string): NameSeed {
  const popular = popularRows(
    table(folder, 'popular.tsv', ['id', 'downloads_30d', 'as_of']).map(([id, downloads, asOf]) => ({
      id,
      downloads: Number(downloads),
      asOf,
    })),
    0,
    readExcluded(folder),
  );
  const moved = table(folder, 'moved.tsv', ['from', 'to']).map(([from, to]) => ({ from, to }));
  const curated = table(folder, 'curated.tsv', ['id']).map(([id]) => id);
  const known = new Set(popular.map(row => row.id.toLowerCase()));
  const unmeasured = [...curated, ...moved.map(move => move.to)].filter(id => !known.has(id.toLowerCase()));
  return {
    date:
      popular
        .map(row => row.asOf)
        .sort()
        .at(-1) ?? '',
    provenance: readFileSync(path.join(folder, 'PROVENANCE.txt'), 'utf8').trim().replaceAll('\n', ' '),
    repos: [...popular.map(({ id, downloads }) => ({ id, downloads })), ...unmeasured.map(id => ({ id }))],
    siblings: table(folder, 'siblings.tsv', ['namespace']).map(([namespace]) => namespace),
    moved,
  };
}

function table<const Names extends readonly string[]>(folder: string, name: string, columns: Names) {
  return readColumns(readFileSync(path.join(folder, name), 'utf8'), columns);
}
