import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openNameIndex } from '../../../src/core/names/openNameIndex.ts';

export const dataFolder = fileURLToPath(new URL('../../../src/data/names', import.meta.url));

/** The index that ships. */
export const shippedIndex = openNameIndex(readFileSync(`${dataFolder}/index.bin`));
