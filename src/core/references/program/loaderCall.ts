import type { CallLoader } from '../catalogue/callLoader.ts';
import { mayLoad, rowsFor } from '../catalogue/matching.ts';
import type { RepoKind } from '../reference.ts';
import { apiName, type Callee } from './callee.ts';
import { type Call, type Expression, type Located, lastName, textIn } from './expression.ts';
import type { LoadReading } from './loadReading.ts';
import type { Values } from './values.ts';

/** A call of a loader that the catalogue knows. */
export interface LoaderCall {
  readonly row: CallLoader;
  readonly call: Located<Call>;
  readonly api: string;
  /** Bare names count: an import says that this is the Hub's loader. */
  readonly certain: boolean;
}

/** The row of the catalogue that speaks of this call; some rows take no repo, or write to one. */
export function loaderCall(call: Located<Call>, name: string, reading: LoadReading): LoaderCall | undefined {
  const { table, values, callees } = reading;
  const { callee } = call.expression;
  if (!mayLoad(table, name) && callee.type !== 'name') return undefined;
  for (const each of callees.of({ ...call, expression: callee })) {
    const rows = rowsFor(table, each.path).filter(row => holds(row, call, each, values));
    const row = rows.find(one => exports(one, each)) ?? rows.find(one => takesAny(one, each, values));
    if (!row) continue;
    const certain = row.from.length === 0 ? each.root === 'import' : importsAny(row, values) || exports(row, each);
    return { row, call, api: apiName(each), certain };
  }
  return undefined;
}

const exports = (row: CallLoader, callee: Callee) => callee.root === 'import' && row.from.includes(callee.package!);

const importsAny = (row: CallLoader, values: Values) => row.from.some(each => values.program.packages.has(each));

function takesAny(row: CallLoader, callee: Callee, values: Values): boolean {
  if (callee.root === 'import' && row.from.length > 0 && !row.byName) return row.anyReceiver && isBuiltIn(callee);
  if (row.from.length === 0 && callee.root === 'unknown') return true;
  return row.byName || (row.anyReceiver && importsAny(row, values));
}

/** An import of the file's own project may hand on what another package gives. */
const isBuiltIn = (callee: Callee) => callee.package!.startsWith('.');

/** Do the conditions of the row hold for this call? */
function holds(row: CallLoader, call: Located<Call>, callee: Callee, values: Values): boolean {
  if (row.first) {
    const [first] = call.expression.arguments;
    if (!first) return false;
    const texts = values.known({ ...call, expression: first }).flatMap(each => textIn(each.expression));
    if (texts.length > 0 && !texts.some(each => row.first!.has(each))) return false;
    if (texts.length === 0 && callee.root !== 'import') return false;
  }
  return row.only === undefined || [call, ...callee.made].some(each => mentions(each, row.only!, values));
}

/** Has an argument of the call that text in it, at the top or one record down? */
function mentions(call: Located<Call>, text: string, values: Values): boolean {
  const seen = (expression: Expression, depth: number): boolean =>
    values.known({ ...call, expression }).some(({ expression: value }) => {
      if (value.type === 'text') return value.value.includes(text);
      if (value.type === 'template') return value.parts.some(part => depth < 3 && seen(part, depth + 1));
      return value.type === 'record' && depth < 2 && value.entries.some(entry => seen(entry.value, depth + 1));
    });
  return call.expression.arguments.some(each => seen(each, 0));
}

/** The kind that an argument of the call says: `RepoType::Dataset`. */
export function kindByPosition({ row, call }: LoaderCall, values: Values): RepoKind | undefined {
  const given = row.kindAt === undefined ? undefined : call.expression.arguments[row.kindAt];
  if (!given) return undefined;
  const names = values
    .known({ ...call, expression: given })
    .flatMap(({ expression }) =>
      expression.type === 'imported' ? expression.path.slice(-1) : (lastName(expression) ?? []),
    );
  return kindNamed(names.map(name => name.toLowerCase()));
}

const KINDS: Readonly<Record<string, RepoKind>> = { model: 'model', dataset: 'dataset', space: 'space' };

/** The kind that a file calls by these names; unknown where they are several, or none that the Hub has. */
export const kindNamed = (names: readonly string[]): RepoKind =>
  names.length === 1 ? (KINDS[names[0]!] ?? 'unknown') : 'unknown';
