import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openNameIndex } from '../core/names/openNameIndex.ts';
import { packNameIndex } from '../core/names/packNameIndex.ts';
import { listPopularModels } from './listHub.ts';
import { type PopularRow, popularRows, readColumns, readExcluded, readNameSeed, writePopular } from './nameSeed.ts';

const HELP = `Builds src/data/names/index.bin and publishers.json from the seed tables beside it.

  tsx src/tools/buildNameIndex.ts                    pack the tables as they are
  tsx src/tools/buildNameIndex.ts --from TABLE       first rewrite popular.tsv from a table with the columns
                                                     id, downloads_30d (or downloads) and as_of
  tsx src/tools/buildNameIndex.ts --hub URL          first rewrite popular.tsv from the Hub's listing

  --least N      fewest downloads in 30 days of a row of popular.tsv (default 1000)
  --as-of DAY    the day of the listing's figures (default today)
  --data DIR     the folder of the tables (default src/data/names)
`;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    hub: { type: 'string' },
    least: { type: 'string', default: '1000' },
    'as-of': { type: 'string', default: new Date().toISOString().slice(0, 10) },
    data: { type: 'string', default: fileURLToPath(new URL('../data/names', import.meta.url)) },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  const rows = values.from ? readRows(values.from) : values.hub ? await listHub(values.hub) : undefined;
  if (rows) {
    const kept = popularRows(rows, Number(values.least), readExcluded(values.data));
    writeFileSync(path.join(values.data, 'popular.tsv'), writePopular(kept));
  }
  const seed = readNameSeed(values.data);
  const packed = packNameIndex(seed);
  const { ids, publishers, date, bytes } = openNameIndex(packed).info;
  writeFileSync(path.join(values.data, 'index.bin'), packed);
  writeFileSync(path.join(values.data, 'publishers.json'), `${JSON.stringify(publishersOf(seed.repos), null, 1)}\n`);
  const each = (bytes / ids).toFixed(1);
  process.stdout.write(
    `${ids} ids of ${publishers} publishers, newest figure of ${date}: ${bytes} bytes, ${each} an id\n`,
  );
}

/** Everybody who has a repo of the index, for the readers: they know no more of the index than that. */
function publishersOf(repos: readonly { readonly id: string }[]): string[] {
  const owners = repos.filter(({ id }) => id.includes('/')).map(({ id }) => id.slice(0, id.indexOf('/')));
  return [...new Set(owners)].sort();
}

function readRows(file: string): PopularRow[] {
  const columns = ['id', 'downloads_30d', 'downloads', 'as_of'] as const;
  return readColumns(readFileSync(file, 'utf8'), columns).map(([id, recent, downloads, asOf]) => ({
    id,
    downloads: Number(recent || downloads) || 0,
    asOf: asOf || values['as-of'],
  }));
}

function listHub(endpoint: string): Promise<PopularRow[]> {
  const onPage = (rows: number) => process.stderr.write(`${rows} models so far\n`);
  return listPopularModels({ endpoint, least: Number(values.least), asOf: values['as-of'], fetch, onPage });
}
