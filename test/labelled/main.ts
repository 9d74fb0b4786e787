import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { f1, groupOf, precision, readLabels, recall, type Score, scoreFiles } from './score.ts';

/**
 * `npm run labelled [-- --show] [--root DIR --labels FILE… [--files LIST…]]`: how well the finder does on files that a
 * person has labelled, by kind of file. Without options on the files of this folder.
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    labels: { type: 'string', multiple: true },
    files: { type: 'string', multiple: true },
    show: { type: 'boolean', default: false },
  },
});

const here = dirname(fileURLToPath(import.meta.url));
const root = values.root ?? join(here, 'files');
const labels = (values.labels ?? [join(here, 'labels.jsonl')]).flatMap(readLabels);
const files = values.files
  ? values.files.flatMap(list => readFileSync(list, 'utf8').split('\n').filter(Boolean))
  : readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1));

const row = (name: string, score: Score) =>
  [
    name.padEnd(12),
    String(score.files).padStart(5),
    String(score.right + score.missed.length).padStart(7),
    String(score.missed.length).padStart(7),
    String(score.invented.length).padStart(9),
    precision(score).toFixed(4).padStart(10),
    recall(score).toFixed(4).padStart(7),
    f1(score).toFixed(4).padStart(7),
    `${score.inventedInEmpty} in ${score.emptyFiles}`.padStart(15),
  ].join('');

console.log('kind        files labels missed invented precision recall     F1 false, no label');
for (const group of [...new Set(files.map(groupOf))].sort()) {
  const own = files.filter(file => groupOf(file) === group);
  console.log(row(group, scoreFiles(root, own, labels)));
}
const all = scoreFiles(root, files, labels);
console.log(row('all', all));
if (values.show) {
  for (const { file, line, column, id, link } of all.missed)
    console.log(`missed   ${file}:${line}:${column} ${id}${link ? ' (link)' : ''}`);
  for (const { file, line, column, id, link } of all.invented)
    console.log(`invented ${file}:${line}:${column} ${id}${link ? ' (link)' : ''}`);
}
