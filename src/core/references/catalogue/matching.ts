import type { Loader } from './loader.ts';

/** A row of any language: what is called, from the end. */
interface Called {
  readonly callee: string;
}

interface Prepared<Row> {
  readonly row: Row;
  /** From the end; `*` stands for any letters. */
  readonly words: readonly RegExp[];
}

/** Rows by the last word of their callee, so that a call meets only the few that it can be. */
export interface LoaderTable<Row extends Called = Loader> {
  readonly exact: ReadonlyMap<string, readonly Prepared<Row>[]>;
  readonly patterned: readonly Prepared<Row>[];
  /** Rows that hold for any callee: a keyword decides. */
  readonly anywhere: readonly Row[];
  /** Answers of {@link rowsFor} so far. */
  readonly answers: Map<string, readonly Row[]>;
  /** Answers of {@link mayLoad} so far. */
  readonly endings: Map<string, boolean>;
}

/** More different paths than one process meets in ordinary work. */
const MAX_ANSWERS = 20_000;

export function loaderTable<Row extends Called>(rows: readonly Row[]): LoaderTable<Row> {
  const exact = new Map<string, Prepared<Row>[]>();
  const patterned: Prepared<Row>[] = [];
  const anywhere: Row[] = [];
  for (const row of rows) {
    const words = row.callee.replaceAll('()', '.()').split('.').reverse();
    const last = words[0]!;
    if (last === '*' && words.length === 1) {
      anywhere.push(row);
      continue;
    }
    const prepared = { row, words: words.map(pattern) };
    if (last.includes('*')) patterned.push(prepared);
    else exact.set(last, [...(exact.get(last) ?? []), prepared]);
  }
  return { exact, patterned, anywhere, answers: new Map(), endings: new Map() };
}

function pattern(word: string): RegExp {
  return new RegExp(`^${word.replace(/[()]/g, '\\$&').replaceAll('*', '\\w*')}$`);
}

/** The rows whose callee ends like this path; the narrowest first. */
export function rowsFor<Row extends Called>(table: LoaderTable<Row>, path: readonly string[]): readonly Row[] {
  const key = path.slice(-6).join('.');
  const known = table.answers.get(key);
  if (known) return known;
  const fits = ({ words }: Prepared<Row>) => words.every((word, index) => word.test(path.at(-1 - index) ?? ''));
  const last = path.at(-1) ?? '';
  const rows = [...(table.exact.get(last) ?? []), ...table.patterned]
    .filter(fits)
    .sort((a, b) => b.words.length - a.words.length)
    .map(each => each.row);
  if (table.answers.size >= MAX_ANSWERS) table.answers.clear();
  table.answers.set(key, rows);
  return rows;
}

/** May any row at all end in this word? */
export function mayLoad<Row extends Called>(table: LoaderTable<Row>, last: string): boolean {
  if (table.exact.has(last)) return true;
  const known = table.endings.get(last);
  if (known !== undefined) return known;
  const may = table.patterned.some(({ words }) => words[0]!.test(last));
  if (table.endings.size >= MAX_ANSWERS) table.endings.clear();
  table.endings.set(last, may);
  return may;
}
