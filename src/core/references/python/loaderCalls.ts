import type { Loader } from '../catalogue/loader.ts';
import { loaderTable, mayLoad, rowsFor } from '../catalogue/matching.ts';
import { PYTHON_LOADERS } from '../catalogue/pythonLoaders.ts';
import { type Callee, calleesOf, isForeign } from './callee.ts';
import type { Call, Expression } from './expression.ts';
import { toldKind } from './repoKind.ts';
import { isAliased, type Located, lastName, type Module } from './scope.ts';

const TABLE = loaderTable(PYTHON_LOADERS);

/** A call as one row of the catalogue understands it. */
export interface LoaderCall {
  readonly row: Loader;
  readonly call: Located<Call>;
  /** The `partial(…)` that gave some of the arguments already. */
  readonly early?: Located<Call>;
  readonly api: string;
  /** Bare names count: an import says that this is the Hub's loader. */
  readonly certain: boolean;
}

/** The rows that the call is read by: its own, and those that one of its keywords tells. */
export function* loaderCalls(call: Located<Call>, module: Module): Generator<LoaderCall> {
  const { callee, telling } = call.expression;
  const name = lastName(callee);
  const isNamed = name !== undefined && (mayLoad(TABLE, name) || isAliased({ ...call, expression: callee }, module));
  const matched = isNamed ? ownRow(call, module) : undefined;
  if (matched) yield matched;
  if (telling) yield* toldByKeyword(call, matched?.row, module);
}

/** Rows that hold for any callee, unless it is another hub's, or its own row takes that keyword already. */
function toldByKeyword(call: Located<Call>, own: Loader | undefined, module: Module): LoaderCall[] {
  const isTaken = (keyword: string) => own?.ids.some(id => id.keywords.includes(keyword)) ?? false;
  const rows = TABLE.anywhere.filter(row =>
    row.ids.some(id => {
      const open = id.keywords.filter(keyword => !isTaken(keyword));
      return hasKeyword(call.expression, open);
    }),
  );
  if (rows.length === 0) return [];
  const callees = calleesOf({ ...call, expression: call.expression.callee }, module);
  if (callees.every(isForeign)) return [];
  const api = apiName(call.expression.callee);
  return rows.map(row => ({ row, call, api, certain: false }));
}

function ownRow(call: Located<Call>, module: Module): LoaderCall | undefined {
  const { callee: written } = call.expression;
  for (const callee of calleesOf({ ...call, expression: written }, module)) {
    if (isForeign(callee) || (callee.root === 'file' && callee.path.length === 1)) continue;
    const rows = rowsFor(TABLE, callee.path);
    const row =
      rows.find(each => exports(each, callee) && accepts(each, callee, call.expression)) ??
      rows.find(each => accepts(each, callee, call.expression));
    if (!row) continue;
    const certain = callee.root === 'import' || row.from.length === 0;
    const { early } = callee;
    return { row, call, ...(early && { early }), api: shownName(callee, apiName(written)), certain };
  }
  return undefined;
}

const hasKeyword = (call: Call, keywords: readonly string[]) =>
  call.arguments.some(each => each.role === 'keyword' && keywords.includes(each.name ?? ''));

/** Does the import name the row's own library? */
const exports = (row: Loader, callee: Callee) => callee.root === 'import' && row.from.includes(callee.path[0]!);

function accepts(row: Loader, callee: Callee, call: Call): boolean {
  if (row.told && toldKind(row, call) === undefined) return false;
  if (row.only && !madeWith(callee, row.only)) return false;
  return exports(row, callee) || row.byName;
}

/** Was the client that is called made with this text in this keyword? */
function madeWith(callee: Callee, only: NonNullable<Loader['only']>): boolean {
  return callee.made.some(({ expression }) =>
    expression.arguments.some(
      each => each.name === only.keyword && each.value.type === 'text' && each.value.value.includes(only.contains),
    ),
  );
}

/** `AutoModel.from_pretrained`: the last two words as written. */
function apiName(callee: Expression): string {
  if (callee.type === 'name') return callee.name;
  if (callee.type !== 'attribute') return 'call';
  const owner = lastName(callee.object);
  return owner ? `${owner}.${callee.name}` : callee.name;
}

/** The class behind an alias or a variable, where the file says it. */
function shownName(callee: Callee, written: string): string {
  if (callee.root === 'unknown') return written;
  const words = callee.path.filter(word => word !== '()' && word !== '.');
  const last = words.slice(-2);
  return last.length === 2 && /^[a-z_.]+$/.test(last[0]!) ? last[1]! : last.join('.');
}
