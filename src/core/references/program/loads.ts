import type { CallArgument, CallLoader } from '../catalogue/callLoader.ts';
import { type LoaderTable, mayLoad, rowsFor } from '../catalogue/matching.ts';
import { type ReadId, readId } from '../idForms.ts';
import { absent, type Reference, type RepoKind, type Stated, unstated } from '../reference.ts';
import { apiName, type Callee, calleesOf } from './callee.ts';
import { type Call, type Expression, type Located, lastName, type Scope, type Text } from './expression.ts';
import { placed } from './placed.ts';
import { optionsOf, type RevisionSyntax, revisionByPosition, revisionOf } from './revision.ts';
import type { Origin, Values } from './values.ts';

/** What a language's reader brings along. */
export interface LoadReading {
  readonly table: LoaderTable<CallLoader>;
  readonly values: Values;
  readonly syntax: RevisionSyntax;
}

interface Matched {
  readonly row: CallLoader;
  readonly call: Located<Call>;
  readonly api: string;
  /** Bare names count: an import says that this is the Hub's loader. */
  readonly certain: boolean;
}

/** How many calls of a wrapper are followed, and how deep wrappers may be nested. */
const MAX_CALLS = 200;
const MAX_WRAPPERS = 2;

/** Every literal that the call takes as a loader, at the literal. */
export function readLoads(call: Located<Call>, reading: LoadReading): Reference[] {
  const name = lastName(call.expression.callee);
  if (name === undefined) return [];
  const matched = matchedRow(call, name, reading);
  if (!matched) return [];
  const found: Reference[] = [];
  for (const argument of matched.row.ids) {
    const given = call.expression.arguments[argument.position];
    if (!given) continue;
    readValue({ at: { ...call, expression: given }, steps: argument.keys }, matched, argument, reading, found, []);
  }
  return found;
}

/** Is it a call of a row that takes no repo, or writes to one? */
export function matchedRow(call: Located<Call>, name: string, reading: LoadReading): Matched | undefined {
  const { table, values } = reading;
  const { callee } = call.expression;
  if (!mayLoad(table, name) && callee.type !== 'name') return undefined;
  for (const each of calleesOf({ ...call, expression: callee }, values)) {
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
    const texts = values.known({ ...call, expression: first }).flatMap(each => textOf(each.expression));
    if (texts.length > 0 && !texts.some(each => row.first!.has(each))) return false;
    if (texts.length === 0 && callee.root !== 'import') return false;
  }
  return row.only === undefined || [call, ...callee.made].some(each => mentions(each, row.only!, values));
}

const textOf = (expression: Expression) => (expression.type === 'text' ? [expression.value] : []);

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

interface Way {
  readonly at: Located;
  readonly steps: readonly string[];
}

/** The call of a wrapper of this file, through which a parameter gets its value. */
export interface Frame {
  readonly parameter: { readonly scope: object };
  readonly call: Located<Call>;
}

function readValue(
  { at, steps }: Way,
  matched: Matched,
  argument: CallArgument,
  reading: LoadReading,
  found: Reference[],
  frames: readonly Frame[],
): void {
  const { values } = reading;
  const origins = values.origins(at, steps);
  const taken: Taken = {
    matched,
    argument,
    frame: frames.at(-1),
    isClosed: origins.every(each => isInSight(each, values)),
    isNear: true,
  };
  for (const origin of origins) {
    if (origin.type === 'value') {
      readLiteral(origin.at, { ...taken, isNear: isAround(origin.at.scope, at.scope) }, reading, found);
      continue;
    }
    if (frames.length >= MAX_WRAPPERS) continue;
    for (const call of callsOf(origin.scope, values)) {
      if (frames.some(frame => frame.call.expression === call.expression)) continue;
      const given = call.expression.arguments[origin.parameter.position];
      if (!given) continue;
      const frame: Frame = { parameter: { scope: origin.scope }, call };
      const way = { at: { ...call, expression: given }, steps: origin.parameter.steps as readonly string[] };
      readValue(way, matched, argument, reading, found, [frame, ...frames]);
    }
  }
}

/** An id may also come from where we can not see: then a revision for the ids in sight would break the others. */
function isInSight(origin: Origin, values: Values): boolean {
  if (origin.type === 'parameter') return callsOf(origin.scope, values).length > 0;
  const { expression } = origin.at;
  return (
    /^(?:text|list|record)$/.test(expression.type) || (expression.type === 'constant' && expression.value === null)
  );
}

/** How an id is taken. */
interface Taken {
  readonly matched: Matched;
  readonly argument: CallArgument;
  readonly frame: Frame | undefined;
  readonly isClosed: boolean;
  /** The literal stands around the call, and is not what another function of the file answers. */
  readonly isNear: boolean;
}

/** Families of the models that have no owner in their name: one of them is meant wherever it stands. */
const LEGACY = /^(?:albert|bart|bert|camembert|ctrl|distil\w+|gpt2|openai-gpt|roberta|t5|transfo-xl|xlm|xlnet)(?:-|$)/;

/** Does the function (or the file) that holds the one scope hold the other too? */
function isAround(outer: Scope, inner: Scope): boolean {
  let home: Scope | undefined = outer;
  while (home?.parent && home.kind !== 'function') home = home.parent;
  for (let each: Scope | undefined = inner; each; each = each.parent) if (each === home) return true;
  return false;
}

/** Calls of a function of this file; of a class, where the function makes its objects. */
function callsOf(scope: Scope, values: Values): readonly Located<Call>[] {
  const isMaker = scope.name === 'constructor' && scope.parent?.kind === 'class';
  const name = isMaker ? scope.parent!.name : scope.name;
  return name === '' ? [] : (values.program.callsByName.get(name) ?? []).slice(0, MAX_CALLS);
}

function readLiteral(at: Located, taken: Taken, reading: LoadReading, found: Reference[]): void {
  const { expression } = at;
  const { argument } = taken;
  if (expression.type === 'list') {
    for (const item of expression.items.slice(0, 100)) {
      if (item.type === 'text') readLiteral({ ...at, expression: item }, taken, reading, found);
    }
    return;
  }
  if (expression.type === 'record' && argument.form === 'repo') {
    readDesignation({ ...at, expression }, taken, reading, found);
  }
  if (expression.type !== 'text') return;
  const read = readId(
    expression.value,
    argument.form,
    argument.kind,
    taken.matched.certain && (taken.isNear || LEGACY.test(expression.value)),
  );
  if (read?.judged === 'repo') found.push(reference(expression, read, taken, reading));
}

/** `{ type: "dataset", name: "org/name" }`. */
function readDesignation(at: Located, taken: Taken, reading: LoadReading, found: Reference[]): void {
  const { argument } = taken;
  const types = reading.values.known(at, ['type']).flatMap(each => textOf(each.expression));
  const kind = types.length === 0 ? argument.kind : types.length === 1 ? (KINDS[types[0]!] ?? 'unknown') : 'unknown';
  for (const name of reading.values.known(at, ['name'])) {
    if (name.expression.type !== 'text') continue;
    readLiteral(name, { ...taken, argument: { ...argument, kind } }, reading, found);
  }
}

const KINDS: Readonly<Record<string, RepoKind>> = { model: 'model', dataset: 'dataset', space: 'space' };

function reference(text: Text, read: ReadId, taken: Taken, reading: LoadReading): Reference {
  const { matched, argument, frame, isClosed } = taken;
  const { row, call } = matched;
  const pinnedInside = read.revision;
  const options = optionsOf(call, row, argument, reading.values);
  const outside =
    row.revisionAt === undefined
      ? revisionOf(options, row, reading, frame)
      : revisionByPosition(call, row.revisionAt, reading, frame);
  const inside = pinnedInside && {
    revision: { state: 'known', value: pinnedInside.value, span: placed(text, pinnedInside) } as const,
    pins: text.excerpt ? [] : [{ span: placed(text, pinnedInside), before: '', after: '' }],
  };
  const { revision, pins } = inside ?? outside;
  return {
    id: read.id,
    kind: read.kind ?? positionedKind(matched, reading.values) ?? argument.kind,
    span: placed(text, read),
    api: matched.api,
    link: false,
    ...unstated,
    revision,
    pins: isClosed || inside ? pins : [],
    subfolder: options.state === 'record' ? statedText(options.at, 'subfolder', reading.values) : absent,
    ...(read.quantization && {
      quantization: {
        state: 'known' as const,
        value: read.quantization.value,
        span: placed(text, read.quantization),
      },
    }),
  };
}

function positionedKind({ row, call }: Matched, values: Values): RepoKind | undefined {
  const given = row.kindAt === undefined ? undefined : call.expression.arguments[row.kindAt];
  if (!given) return undefined;
  const names = values
    .known({ ...call, expression: given })
    .flatMap(({ expression }) =>
      expression.type === 'imported' ? expression.path.slice(-1) : (lastName(expression) ?? []),
    );
  return names.length === 1 ? (KINDS[names[0]!.toLowerCase()] ?? 'unknown') : 'unknown';
}

/** A text that the record gives under the key. */
export function statedText(record: Located, key: string, values: Values): Stated<string> {
  const origins = values.origins(record, [key]);
  if (origins.length === 0) return absent;
  const [only] = origins;
  const at = only?.type === 'value' ? only.at.expression : undefined;
  const span = { start: record.expression.from, end: record.expression.to };
  if (origins.length !== 1 || at?.type !== 'text') return { state: 'unknown', span };
  return { state: 'known', value: at.value, span: { start: at.from, end: at.to } };
}
