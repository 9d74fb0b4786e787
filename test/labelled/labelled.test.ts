import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { f1, readLabels, scoreFiles } from './score.ts';

const root = join(import.meta.dirname, 'files');
const labels = readLabels(join(import.meta.dirname, 'labels.jsonl'));
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  );

test('every label stands where it says', () => {
  const wrong = labels.filter(({ file, line, column, id }) => {
    const text = readFileSync(join(root, file), 'utf8');
    return !text.startsWith(id, new LineIndex(text).offset({ line: line - 1, column }));
  });
  expect(wrong).toEqual([]);
  expect(files.length).toBeGreaterThanOrEqual(40);
});

test('the finder finds what a person found, and nothing that a person did not', () => {
  const score = scoreFiles(root, files, labels);
  expect(score.invented).toEqual([]);
  expect(f1(score), JSON.stringify(score.missed)).toBeGreaterThanOrEqual(0.98);
});
