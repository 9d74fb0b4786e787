import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../../src/core/languageOf.ts';
import { readReferences } from '../../src/core/references/readReferences.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';

/** A place that a person found by reading. */
export interface Label {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units, of the id's first character. */
  readonly column: number;
  readonly id: string;
  readonly link: boolean;
  /** `neutral`: the undecided middle; finding it counts neither way. */
  readonly verdict?: 'yes' | 'neutral';
}

export type Found = Omit<Label, 'verdict'>;

export interface Score {
  readonly files: number;
  readonly right: number;
  readonly missed: readonly Label[];
  readonly invented: readonly Found[];
  /** Found in files that hold no reference. */
  readonly inventedInEmpty: number;
  readonly emptyFiles: number;
}

export const precision = ({ right, invented }: Score): number => (right + 1e-9) / (right + invented.length + 1e-9);
export const recall = ({ right, missed }: Score): number => (right + 1e-9) / (right + missed.length + 1e-9);

export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return (2 * p * r) / (p + r);
}

/** The references of one file as the tool finds them. */
function findIn(root: string, file: string): Found[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '');
  const lines = new LineIndex(text);
  return readReferences({ path: file, language: languageOf(file), text }).references.map(({ id, span, link }) => {
    const { line, column } = lines.position(span.start);
    return { file, line: line + 1, column, id, link };
  });
}

/** Strictly: file, line, column, id, and whether it is a mere link. */
export function scoreFiles(root: string, files: readonly string[], labels: readonly Label[]): Score {
  const missed: Label[] = [];
  const invented: Found[] = [];
  let right = 0;
  let inventedInEmpty = 0;
  let emptyFiles = 0;
  for (const file of files) {
    const own = labels.filter(label => label.file === file);
    const wanted = own.filter(label => label.verdict !== 'neutral');
    const neutral = new Set(own.filter(label => label.verdict === 'neutral').map(placeOf));
    const found = findIn(root, file);
    const keys = new Set(found.map(keyOf));
    const wantedKeys = new Set(wanted.map(keyOf));
    right += wanted.filter(label => keys.has(keyOf(label))).length;
    missed.push(...wanted.filter(label => !keys.has(keyOf(label))));
    const wrong = found.filter(each => !wantedKeys.has(keyOf(each)) && !neutral.has(placeOf(each)));
    invented.push(...wrong);
    if (wanted.length === 0) {
      emptyFiles++;
      inventedInEmpty += wrong.length;
    }
  }
  return { files: files.length, right, missed, invented, inventedInEmpty, emptyFiles };
}

const placeOf = ({ line, column, id }: Found) => `${line}:${column} ${id}`;
const keyOf = (found: Found) => `${placeOf(found)} ${found.link}`;

export function readLabels(path: string): Label[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim())
    .map(line => JSON.parse(line) as Label);
}

/** What a file is scored under: the folder that it lies in. */
export const groupOf = (file: string): string => file.slice(0, file.indexOf('/'));
