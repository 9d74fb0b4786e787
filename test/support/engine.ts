import { readFileSync } from 'node:fs';
import { indexAdvisories, readOsv } from '../../src/core/advisories/osv.ts';
import { createEngine } from '../../src/core/createEngine.ts';
import type { Engine } from '../../src/core/engine.ts';
import { openNameIndex } from '../../src/core/names/openNameIndex.ts';

const file = (path: string) => readFileSync(new URL(`../../src/data/${path}`, import.meta.url));

let engine: Engine | undefined;

/** The engine on the data that ships: one for all tests of a file. */
export function shippedEngine(): Engine {
  engine ??= createEngine({
    names: openNameIndex(file('names/index.bin')),
    advisories: indexAdvisories(
      ['incidents', 'demonstrations'].flatMap(
        name => readOsv(JSON.parse(file(`advisories/${name}.json`).toString('utf8'))).advisories,
      ),
    ),
  });
  return engine;
}
