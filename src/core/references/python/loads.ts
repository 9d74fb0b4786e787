import { type Span, shifted } from '../../text/span.ts';
import type { IdArgument, Loader } from '../catalogue/loader.ts';
import { loaderTable, mayLoad, rowsFor } from '../catalogue/matching.ts';
import { PYTHON_LOADERS } from '../catalogue/pythonLoaders.ts';
import { type ReadId, readId } from '../idForms.ts';
import { absent, type Reference, type RepoKind, type Stated, unstated } from '../reference.ts';
import { type Callee, calleesOf, isForeign } from './callee.ts';
import type { Call, Expression, Text } from './expression.ts';
import { callsNamed, isAliased, type Located, lastName, type Scope } from './scope.ts';
import { argumentFor, asBoolean, asText, type Frame, statedKeyword } from './stated.ts';
import type { Values } from './values.ts';

const TABLE = loaderTable(PYTHON_LOADERS);

/** What a loader's argument names: a repo, or a folder that it would ask the Hub for. */
export interface Load {
  readonly reference: Reference;
  readonly judged: ReadId['judged'];
  /** The loader is told to stay off the network. */
  readonly localOnly: boolean;
}

interface Matched {
  readonly row: Loader;
  readonly call: Located<Call>;
  readonly api: string;
  /** Bare names count: an import says that this is the Hub's loader. */
  readonly certain: boolean;
}

/** How many calls of a wrapper are followed, and how deep wrappers may be nested. */
const MAX_CALLS = 200;
const MAX_WRAPPERS = 2;

/** Every literal that the call takes as a loader, at the literal. */
export function readLoads(call: Located<Call>, values: Values): Load[] {
  const found: Load[] = [];
  if (call.expression.telling) {
    for (const matched of toldByKeyword(call, values)) readMatched(matched, values, found);
  }
  const { callee } = call.expression;
  const name = lastName(callee);
  if (name === undefined) return found;
  if (!mayLoad(TABLE, name) && !isAliased({ ...call, expression: callee }, values.module)) return found;
  const matched = matchedRow(call, values);
  if (matched) readMatched(matched, values, found);
  return found;
}

function readMatched(matched: Matched, values: Values, found: Load[]): void {
  for (const argument of matched.row.ids) readArgument(matched, argument, values, found);
}

/** Rows that hold for any callee, unless it is another hub's. */
function toldByKeyword(call: Located<Call>, values: Values): Matched[] {
  const rows = TABLE.anywhere.filter(row => row.ids.some(id => hasKeyword(call.expression, id.keywords)));
  const callees = calleesOf({ ...call, expression: call.expression.callee }, values.module);
  if (callees.every(isForeign)) return [];
  const api = apiName(call.expression.callee);
  return rows.map(row => ({ row, call, api, certain: false }));
}

function matchedRow(call: Located<Call>, values: Values): Matched | undefined {
  const { callee: written } = call.expression;
  for (const callee of calleesOf({ ...call, expression: written }, values.module)) {
    if (isForeign(callee) || (callee.root === 'file' && callee.path.length === 1)) continue;
    const rows = rowsFor(TABLE, callee.path);
    const row =
      rows.find(each => exports(each, callee) && accepts(each, callee)) ?? rows.find(each => accepts(each, callee));
    if (!row) continue;
    const certain = callee.root === 'import' || row.from.length === 0;
    return { row, call, api: shownName(callee, apiName(written)), certain };
  }
  return undefined;
}

const hasKeyword = (call: Call, keywords: readonly string[]) =>
  call.arguments.some(each => each.role === 'keyword' && keywords.includes(each.name ?? ''));

/** Does the import name the row's own library? */
const exports = (row: Loader, callee: Callee) => callee.root === 'import' && row.from.includes(callee.path[0]!);

function accepts(row: Loader, callee: Callee): boolean {
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

function readArgument(matched: Matched, argument: IdArgument, values: Values, found: Load[]): void {
  const given = givenArguments(matched.call.expression, argument);
  for (const value of given) {
    readValue({ ...matched.call, expression: value }, matched, argument, values, found);
  }
}

/** The expressions in the argument's place: by keyword, else by position; also from a dictionary in the way. */
function givenArguments(call: Call, argument: IdArgument): Expression[] {
  const byKeyword = call.arguments.filter(
    each => each.role === 'keyword' && argument.keywords.includes(each.name ?? ''),
  );
  const position = argument.position;
  const before = position === undefined ? [] : call.arguments.slice(0, position + 1);
  const byPosition =
    before.every(each => each.role === 'positional') && position !== undefined ? before[position] : undefined;
  const values = [...(byPosition ? [byPosition.value] : []), ...byKeyword.map(each => each.value)];
  const { key } = argument;
  if (key === undefined) return values;
  const index: Text = { type: 'text', value: key, from: 0, to: 0, start: 0 };
  return values.map(object => ({ type: 'subscript', object, index, from: object.from, to: object.to }));
}

function readValue(
  at: Located,
  matched: Matched,
  argument: IdArgument,
  values: Values,
  found: Load[],
  frames: readonly Frame[] = [],
): void {
  for (const origin of values.origins(at)) {
    if (origin.type === 'parameter') {
      if (frames.length >= MAX_WRAPPERS) continue;
      for (const call of callsOf(origin.scope, values)) {
        if (frames.some(frame => frame.call.expression === call.expression)) continue;
        const given = argumentFor(call.expression, origin.scope, origin.parameter);
        if (!given) continue;
        const frame: Frame = { called: origin.scope, call };
        readValue({ ...call, expression: given.value }, matched, argument, values, found, [frame, ...frames]);
      }
      continue;
    }
    readLiteral(origin.at, matched, argument, values, found, frames.at(-1));
  }
}

/** Calls of a function of this file; of a class, where the function makes its objects. */
function callsOf(scope: Scope, values: Values): readonly Located<Call>[] {
  const isMaker = scope.name === '__init__' && scope.parent?.kind === 'class';
  const name = isMaker ? scope.parent!.name : scope.name;
  return callsNamed(values.module, name).slice(0, MAX_CALLS);
}

function readLiteral(
  at: Located,
  matched: Matched,
  argument: IdArgument,
  values: Values,
  found: Load[],
  frame: Frame | undefined,
): void {
  const { expression } = at;
  if (expression.type === 'sequence' || expression.type === 'dictionary') {
    const items = expression.type === 'sequence' ? expression.items : expression.entries.map(entry => entry.value);
    for (const item of items.slice(0, 100)) {
      if (item.type === 'text') readLiteral({ ...at, expression: item }, matched, argument, values, found, frame);
    }
    return;
  }
  if (expression.type !== 'text') return;
  const read = readId(expression.value, argument.form, argument.kind, matched.certain);
  if (!read) return;
  const { row, call } = matched;
  const stated = (keyword: string) => statedKeyword(call, keyword, row.options, values, frame);
  const revision: Stated<string> = read.revision
    ? { state: 'known', value: read.revision.value, span: placed(expression, read.revision, at.base) }
    : asText(stated(argument.revision ?? row.revision));
  found.push({
    judged: read.judged,
    localOnly: isTrue(stated('local_files_only')),
    reference: {
      id: read.id,
      kind:
        read.kind ?? repoType(hasKeyword(call.expression, ['repo_type']) ? stated('repo_type') : absent, argument.kind),
      span: placed(expression, read, at.base),
      api: matched.api,
      link: false,
      ...unstated,
      pins: [],
      revision,
      codeRevision: asText(stated('code_revision')),
      trustRemoteCode: asBoolean(stated('trust_remote_code')),
      useSafetensors: asBoolean(stated('use_safetensors')),
    },
  });
}

const isTrue = (stated: Stated<boolean | string>) => stated.state === 'known' && stated.value === true;

const REPO_TYPES: Readonly<Record<string, RepoKind>> = { model: 'model', dataset: 'dataset', space: 'space' };

function repoType(stated: Stated<boolean | string>, usual: RepoKind): RepoKind {
  if (stated.state === 'absent') return usual;
  return stated.state === 'known' ? (REPO_TYPES[String(stated.value)] ?? usual) : 'unknown';
}

/** Where a stretch of a literal's value stands in the file. */
export function placed(text: Text, within: Span, base: number): Span {
  const inner = { start: within.start, end: within.end };
  return shifted(text.excerpt ? text.excerpt.toOuter(inner) : shifted(inner, text.start), base);
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
