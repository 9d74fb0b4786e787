import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openNameIndex } from '../../src/core/names/openNameIndex.ts';
import { readNameSeed } from '../../src/tools/nameSeed.ts';
import { type Flag, falseAlarms, generateBenchmark, type Recall, recallByKind } from './nameQuality.ts';

/* Quality of the lookalike rules. tsx test/bench/names.ts [--negatives FILE] [--seed N] [--show missed|flags] */
const { values } = parseArgs({
  options: {
    negatives: { type: 'string' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', multiple: true, default: [] },
  },
});

const data = new URL('../../src/data/names/', import.meta.url);
const seed = readNameSeed(data.pathname);
const index = openNameIndex(readFileSync(new URL('index.bin', data)));
const benchmark = generateBenchmark(seed, index, { randomSeed: Number(values.seed) });

console.log(`Index of ${index.info.date}: ${index.info.ids} ids of ${index.info.publishers} publishers\n`);
printRecall('Publisher squats that copy a name', recallByKind(index, benchmark.copied, 'publisher'), true);
printRecall('Publisher squats with a new name', recallByKind(index, benchmark.fresh, 'publisher'), false);
printRecall('Slips in the name, right publisher', recallByKind(index, benchmark.slips, 'name'), false);
const bumps = falseAlarms(index, benchmark.bumps);
console.log(
  `Version bumps: ${bumps.asked} asked, ${share(bumps.flags.filter(isPublisher).length, bumps.asked)} as publisher squat,`,
);
console.log(`  ${share(bumps.flags.filter(flag => !isPublisher(flag)).length, bumps.asked)} as "did you mean"`);
if (values.show.includes('flags')) printFlags(bumps.flags);

if (values.negatives) {
  const bytes = readFileSync(values.negatives);
  const text = (values.negatives.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const ids = [
    ...new Set(
      text
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ].filter(id => !index.judge(id).listed);
  printAlarms(falseAlarms(index, ids));
}

function isPublisher(flag: Flag): boolean {
  return flag.lookalike.kind === 'publisher';
}

function printRecall(title: string, rows: readonly Recall[], warningsMatter: boolean): void {
  console.log(`${title.padEnd(36)} asked    warning      information  right target`);
  for (const row of rows) {
    const cells = [share(row.warned, row.asked), share(row.informed, row.asked), share(row.right, row.informed)];
    console.log(
      `  ${row.kind.padEnd(34)}${String(row.asked).padStart(5)}    ${cells.map(cell => cell.padEnd(13)).join('')}`,
    );
    const missed = warningsMatter ? row.missed : row.missed.filter(line => line.endsWith('-'));
    if (values.show.includes('missed') && row.kind !== 'all') for (const line of missed) console.log(`      ${line}`);
  }
  console.log('');
}

function printAlarms({ flags, sameName, asked }: ReturnType<typeof falseAlarms>): void {
  console.log(`\nHonest ids outside the index: ${asked}`);
  for (const tier of ['warning', 'information'] as const) {
    const of = flags.filter(flag => flag.tier === tier);
    const unknown = of.filter(flag => !flag.publisherListed).length;
    console.log(
      `  ${tier.padEnd(12)} ${of.length} (${share(of.length, asked)}): ${unknown} under unknown owners, ${of.length - unknown} under known ones`,
    );
  }
  console.log(`  same-name    ${sameName} (${share(sameName, asked)})`);
  if (values.show.includes('flags')) printFlags(flags);
}

function printFlags(flags: readonly Flag[]): void {
  for (const { id, tier, lookalike } of [...flags].sort((a, b) => b.lookalike.score - a.lookalike.score)) {
    console.log(
      `    ${tier.padEnd(11)} ${lookalike.score.toFixed(2)} ${id} ~ ${lookalike.target} (${lookalike.relation}; ${lookalike.name}; ${lookalike.edit})`,
    );
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(part === whole ? 0 : part / whole < 0.01 ? 3 : 1)} %`;
}
