import { type Span, shifted } from '../../text/span.ts';
import type { IdArgument, Loader } from '../catalogue/loader.ts';
import { loaderTable, mayLoad, rowsFor } from '../catalogue/matching.ts';
import { PYTHON_LOADERS } from '../catalogue/pythonLoaders.ts';
import { type ReadId, readId } from '../idForms.ts';
import { absent, type Reference, type RepoKind, type RevisionPlace, type Stated, unstated } from '../reference.ts';
import { type Callee, calleesOf, isForeign } from './callee.ts';
import type { Call, Expression, Text } from './expression.ts';
import { behindId, isPlain, revisionPlace } from './pins.ts';
import { callsNamed, enclosingClass, isAliased, type Located, lastName, type Scope } from './scope.ts';
import { argumentFor, asBoolean, asText, type Frame, keyedValues, keywordArgument, statedKeyword } from './stated.ts';
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
  /** The `partial(…)` that gave some of the arguments already. */
  readonly early?: Located<Call>;
  readonly api: string;
  /** Bare names count: an import says that this is the Hub's loader. */
  readonly certain: boolean;
}

/** One way in which a value reaches an argument. */
interface Passage {
  readonly matched: Matched;
  readonly argument: IdArgument;
  /** The calls of wrappers on the way, the nearest to the loader last. */
  readonly frames: readonly Frame[];
  /** It is the only value that the argument can have there. */
  readonly sure: boolean;
}

/** How many calls of a wrapper are followed, and how deep wrappers may be nested. */
const MAX_CALLS = 200;
const MAX_WRAPPERS = 3;

/** Every literal that the call takes as a loader, at the literal. */
export function readLoads(call: Located<Call>, values: Values): Load[] {
  const found: Load[] = [];
  const { callee, telling } = call.expression;
  const name = lastName(callee);
  const isNamed =
    name !== undefined && (mayLoad(TABLE, name) || isAliased({ ...call, expression: callee }, values.module));
  const matched = isNamed ? matchedRow(call, values) : undefined;
  if (matched) readMatched(matched, values, found);
  if (telling) for (const told of toldByKeyword(call, matched?.row, values)) readMatched(told, values, found);
  return found;
}

function readMatched(matched: Matched, values: Values, found: Load[]): void {
  for (const argument of matched.row.ids) readArgument(matched, argument, values, found);
}

/** Rows that hold for any callee, unless it is another hub's, or its own row takes that keyword already. */
function toldByKeyword(call: Located<Call>, own: Loader | undefined, values: Values): Matched[] {
  const isTaken = (keyword: string) => own?.ids.some(id => id.keywords.includes(keyword)) ?? false;
  const rows = TABLE.anywhere.filter(row =>
    row.ids.some(id => {
      const open = id.keywords.filter(keyword => !isTaken(keyword));
      return hasKeyword(call.expression, open);
    }),
  );
  if (rows.length === 0) return [];
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

/** The kind of repo that a keyword of the call tells. */
function toldKind({ told }: Loader, call: Call): RepoKind | undefined {
  const value = told && keywordArgument(call, told.keyword)?.value;
  return value?.type === 'text' && Object.hasOwn(told!.kinds, value.value) ? told!.kinds[value.value] : undefined;
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
  for (const given of givenArguments(matched, argument, values)) {
    readValue(given, { matched, argument, frames: [], sure: true }, values, found);
  }
}

/** The expressions in the argument's place: by keyword, else by position; also from a dictionary in the way. */
function givenArguments({ call, early }: Matched, argument: IdArgument, values: Values): Located[] {
  const { arguments: all } = call.expression;
  const byKeyword = all.filter(each => each.role === 'keyword' && argument.keywords.includes(each.name ?? ''));
  const filled = early?.expression.arguments.filter(each => each.role === 'positional').length ?? 0;
  const position = argument.position === undefined ? -1 : argument.position - filled;
  const before = position < 0 ? [] : all.slice(0, position + 1);
  const byPosition = before.every(each => each.role === 'positional') ? before[position] : undefined;
  const given: Located[] = [...(byPosition ? [byPosition] : []), ...byKeyword].map(({ value }) => ({
    ...call,
    expression: value,
  }));
  if (given.length === 0) {
    for (const spread of all) {
      if (spread.role === 'spreadKeywords')
        given.push(...spreadValues({ ...call, expression: spread.value }, argument, values));
    }
  }
  const { key } = argument;
  if (key === undefined) return given;
  const index: Text = { type: 'text', value: key, from: 0, to: 0, start: 0, quote: '"' };
  return given.map(each => {
    const { expression: object } = each;
    return { ...each, expression: { type: 'subscript', object, index, from: object.from, to: object.to } };
  });
}

/** `f(**kwargs)`: what the dictionaries behind it give the argument. */
function spreadValues(at: Located, argument: IdArgument, values: Values): Located[] {
  return values.origins(at).flatMap(origin => {
    const entries = origin.type === 'value' ? keyedValues(origin.at.expression) : undefined;
    if (origin.type !== 'value' || !entries) return [];
    return argument.keywords.flatMap(keyword => {
      const value = entries.get(keyword);
      return value ? [{ ...origin.at, expression: value }] : [];
    });
  });
}

function readValue(at: Located, passage: Passage, values: Values, found: Load[]): void {
  const { frames } = passage;
  const origins = values.origins(at);
  for (const origin of origins) {
    const isOnly = origins.every(each => each === origin || (each.type === 'value' && each.fallback));
    if (origin.type === 'parameter') {
      if (frames.length >= MAX_WRAPPERS) continue;
      for (const call of callsOf(origin.scope, enclosingClass(passage.matched.call.scope), values)) {
        if (frames.some(frame => frame.call.expression === call.expression)) continue;
        const given = argumentFor(call.expression, origin.scope, origin.parameter);
        if (!given) continue;
        const frame: Frame = { called: origin.scope, call };
        const further = { ...passage, frames: [frame, ...frames], sure: passage.sure && isOnly };
        readValue({ ...call, expression: given.value }, further, values, found);
      }
      continue;
    }
    readLiteral(origin.at, { ...passage, sure: passage.sure && isOnly && !origin.fallback }, values, found);
  }
}

/**
 * Calls of a function of this file; of a class, where the function makes its objects. `user`: the class whose methods
 * load what the function was given.
 */
function callsOf(scope: Scope, user: Scope | undefined, values: Values): readonly Located<Call>[] {
  const isMaker = scope.name === '__init__' && scope.parent?.kind === 'class';
  if (!isMaker) return callsNamed(values.module, scope.name).slice(0, MAX_CALLS);
  const made = callsNamed(values.module, scope.parent!.name);
  return [...made, ...inheritedCalls(scope.parent!, user, values)].slice(0, MAX_CALLS);
}

/** `super().__init__(…)` in the classes that inherit from this one; when one of them loads, only its own. */
function inheritedCalls(base: Scope, user: Scope | undefined, { module }: Values): readonly Located<Call>[] {
  return callsNamed(module, '__init__').filter(call => {
    const own = enclosingClass(call.scope);
    const inherits = own?.bases.some(each => lastName(each) === base.name);
    return inherits && (user === base || user === own);
  });
}

function readLiteral(at: Located, passage: Passage, values: Values, found: Load[]): void {
  const { expression } = at;
  if (expression.type === 'sequence' || expression.type === 'dictionary') {
    const items = expression.type === 'sequence' ? expression.items : expression.entries.map(entry => entry.value);
    const further = { ...passage, sure: passage.sure && items.length === 1 };
    for (const item of items.slice(0, 100)) {
      if (item.type === 'text') readLiteral({ ...at, expression: item }, further, values, found);
    }
    return;
  }
  if (expression.type !== 'text') return;
  const { matched, argument, frames } = passage;
  const read = readId(expression.value, argument.form, argument.kind, matched.certain);
  if (!read) return;
  const { row, call, early } = matched;
  const stated = (keyword: string) => {
    const now = statedKeyword(call, keyword, row.options, values, frames);
    return now.state === 'absent' && early ? statedKeyword(early, keyword, row.options, values) : now;
  };
  const keyword = argument.revision ?? row.revision;
  const written: Stated<string> = read.revision
    ? { state: 'known', value: read.revision.value, span: placed(expression, read.revision, at.base) }
    : absent;
  const told = asText(stated(keyword));
  const place = pinOf({ ...at, expression }, read, passage, told, values);
  found.push({
    judged: read.judged,
    localOnly: isTrue(stated('local_files_only')),
    reference: {
      id: read.id,
      kind:
        read.kind ??
        toldKind(row, call.expression) ??
        repoType(hasKeyword(call.expression, ['repo_type']) ? stated('repo_type') : absent, argument.kind),
      span: placed(expression, read, at.base),
      api: matched.api,
      link: false,
      ...unstated,
      pins: place ? [place] : [],
      revision: written.state === 'absent' || (isOverruled(passage) && told.state !== 'absent') ? told : written,
      codeRevision: asText(stated('code_revision')),
      trustRemoteCode: asBoolean(stated('trust_remote_code')),
      useSafetensors: asBoolean(stated('use_safetensors')),
      weightsOnly: asBoolean(stated('weights_only')),
      subfolder: asText(stated('subfolder')),
      variant: asText(stated('variant')),
    },
  });
}

const homeOf = ({ matched, argument }: Passage) => argument.home ?? matched.row.home;

/** A loader of addresses that takes the revision as an argument lets that one count, whatever the address says. */
const isOverruled = (passage: Passage) => passage.argument.form === 'address' && homeOf(passage) === 'argument';

/** Where the revision of this load is written. */
function pinOf(
  at: Located<Text>,
  read: ReadId,
  passage: Passage,
  told: Stated<string>,
  values: Values,
): RevisionPlace | undefined {
  const { matched, argument, frames, sure } = passage;
  const home = homeOf(passage);
  if (read.revision && !isOverruled(passage)) {
    return isPlain(at.expression)
      ? { span: placed(at.expression, read.revision, at.base), before: '', after: '' }
      : undefined;
  }
  if (home === 'id' && told.state === 'absent') {
    const takes = isPlain(at.expression) && (!read.address || read.address === 'uri');
    return takes ? behindId(placed(at.expression, read, at.base)) : undefined;
  }
  if (!sure || sharesRevision(read.id, passage, values)) return undefined;
  const { row, call } = matched;
  const keyword = argument.revision ?? row.revision;
  return revisionPlace({ call, frames, keyword, home, options: row.options, quote: at.expression.quote }, values);
}

/** Does another repo in the same call take its revision from the same keyword? A commit of one is none of the other. */
function sharesRevision(id: string, { matched, argument }: Passage, values: Values): boolean {
  const keywordOf = (each: IdArgument) => each.revision ?? matched.row.revision;
  return matched.row.ids
    .filter(each => keywordOf(each) === keywordOf(argument) && (each.home ?? matched.row.home) !== 'id')
    .some(each =>
      givenArguments(matched, each, values)
        .flatMap(given => values.origins(given))
        .some(origin => {
          if (origin.type === 'parameter') return each !== argument;
          const { expression } = origin.at;
          return expression.type === 'text' && !expression.value.includes(id);
        }),
    );
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
