/** Writes the generated pages and tables: `npm run docs`. A test holds them against the registry and the manifest. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './docs.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));
const files = generatedFiles(path => readFileSync(join(top, path), 'utf8'));
for (const [path, text] of files) {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}
console.error(`${files.size} files written`);
