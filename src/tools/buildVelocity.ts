/**
 * Derives `src/data/velocity/reference.json` from a table of what public trackers saw of models over time.
 *
 *   npx tsx src/tools/buildVelocity.ts VELOCITY.tsv[.gz]
 *
 * Columns: source, id, as_of, downloads_30d, likes, created_at; rows without created_at are passed over. Deterministic. The
 * shipped file suffices for everything else. Also counts how many of each sample's models would light up when the
 * reference is made of the other half of the models.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { heldOut } from './velocityHeldOut.ts';
import { SAMPLES } from './velocitySamples.ts';
import { firstSeen, QUANTILES, sampleTables } from './velocityTables.ts';

const [input] = process.argv.slice(2);
if (!input) {
  console.error('usage: buildVelocity.ts VELOCITY.tsv[.gz]');
  process.exit(2);
}
const bytes = readFileSync(input);
const seen = firstSeen((input.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
const reference = {
  about:
    'Downloads (of 30 days) and likes of models by age. One model counts once in a bucket: by its first observation at that age. Samples are selected in different ways and are not to be pooled.',
  isNot:
    'No random sample of the Hub. createdAt can precede publication, which makes honest models look slower, never faster. The samples hold what was later found to be bad too, if nobody removed it.',
  quantiles: QUANTILES,
  samples: sampleTables(seen),
  sources: SAMPLES.map(({ id, source, licence }) => ({ id, source, licence })),
  heldOut: heldOut(seen),
};
const file = new URL('../data/velocity/reference.json', import.meta.url);
const lines = JSON.stringify(reference, null, 1).replace(
  /\[\s+([\d.,\s]+?)\s+\]/g,
  (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`,
);
writeFileSync(file, `${lines}\n`);
console.error(`${reference.samples.length} samples, ${lines.length} bytes`);
