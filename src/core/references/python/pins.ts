import type { Span } from '../../text/span.ts';
import type { RevisionHome } from '../catalogue/loader.ts';
import type { RevisionPlace } from '../reference.ts';
import type { Call, Dictionary, Text } from './expression.ts';
import type { Located, Scope } from './scope.ts';
import { argumentFor, contentOf, type Frame, keyedValues, keywordArgument, restOf } from './stated.ts';
import type { Values } from './values.ts';

/** A load whose revision is to be written. */
export interface PinnedLoad {
  readonly call: Located<Call>;
  /** The calls of wrappers that lead to it, the nearest last. */
  readonly frames: readonly Frame[];
  /** The keyword that takes the revision. */
  readonly keyword: string;
  /** Where it goes when it is not stated yet. */
  readonly home: RevisionHome;
  /** Dictionaries that may state it. */
  readonly options: readonly string[];
  /** The mark that strings stand in hereabouts: in Python within another language the other one may not be written. */
  readonly quote: string;
}

/**
 * Where the load takes its revision from. Nothing where a part of that is not in sight, or where the place is shared: a
 * constant, a default and a dictionary with a name may mean the revision of another repo too, and the call is written
 * instead, or nothing.
 */
export function revisionPlace(load: PinnedLoad, values: Values): RevisionPlace | undefined {
  const { call, keyword, frames, options, home } = load;
  const direct = keywordArgument(call.expression, keyword);
  if (direct) return givenPlace({ ...call, expression: direct.value }, load, frames, values);
  for (const option of call.expression.arguments) {
    if (option.role !== 'keyword' || !options.includes(option.name ?? '')) continue;
    const at = { ...call, expression: option.value };
    const entries = keyedValues(option.value);
    const entry = entries?.get(keyword);
    if (entry) return givenPlace({ ...at, expression: entry }, load, frames, values);
    if (typeof home === 'object' && home.dictionary === option.name) {
      const isPlain = option.value.type === 'dictionary' && entries !== undefined;
      return isPlain && frames.length === 0 ? newEntry(at as Located<Dictionary>, load) : undefined;
    }
    if (!entries && mayState(at, keyword, values)) return undefined;
  }
  for (const spread of call.expression.arguments) {
    if (spread.role !== 'spreadKeywords') continue;
    const at = { ...call, expression: spread.value };
    const handed = handedOn(at, load, values);
    if (handed) return newKeyword(handed, keyword, load);
    if (mayState(at, keyword, values)) return undefined;
  }
  if (frames.length > 0 || home === 'nowhere' || home === 'id') return undefined;
  if (home === 'argument') return inserted(call, `${keyword}=`, load);
  return inserted(call, `${home.dictionary}={${load.quote}${keyword}${load.quote}: `, load, '}');
}

/** A revision that is given: its literal is replaced, a name for it by a literal, where that says the same. */
function givenPlace(
  at: Located,
  load: PinnedLoad,
  frames: readonly Frame[],
  values: Values,
): RevisionPlace | undefined {
  const { expression, base } = at;
  if (expression.type === 'text' && !expression.excerpt) {
    return { span: contentOf(expression, base), before: '', after: '' };
  }
  const whole = quoted({ start: base + expression.from, end: base + expression.to }, load);
  if (expression.type === 'text' || (expression.type === 'constant' && expression.value === null)) return whole;
  const origins = values.origins(at);
  const parameter = origins.find(origin => origin.type === 'parameter');
  if (parameter?.type === 'parameter') {
    const frame = frames.at(-1);
    if (frame?.called !== parameter.scope) return undefined;
    const given = argumentFor(frame.call.expression, frame.called, parameter.parameter);
    if (given) return givenPlace({ ...frame.call, expression: given.value }, load, frames.slice(0, -1), values);
    return frames.length === 1 ? newKeyword(frame.call, parameter.parameter.name, load) : undefined;
  }
  const [only] = origins;
  const isConstant = origins.length === 1 && only?.type === 'value' && !only.fallback;
  return isConstant && only.at.expression.type === 'text' ? whole : undefined;
}

/** The call whose further keywords `**kwargs` hands on to the load. */
function handedOn(at: Located, { frames, keyword }: PinnedLoad, values: Values): Located<Call> | undefined {
  if (frames.length !== 1) return undefined;
  const [only, ...others] = values.origins(at);
  if (only?.type !== 'parameter' || others.length > 0) return undefined;
  const takes = (scope: Scope) => scope.parameters.some(each => each.name === keyword);
  return takes(only.scope) ? undefined : restOf(only.scope, only.parameter, frames)?.call;
}

/** `keyword="…"` in a call: replaced, or one more argument. */
function newKeyword(call: Located<Call>, keyword: string, load: PinnedLoad): RevisionPlace | undefined {
  const given = keywordArgument(call.expression, keyword)?.value;
  if (!given) {
    const isOpen = call.expression.arguments.some(each => each.role === 'spreadKeywords' || each.role === 'spread');
    return isOpen ? undefined : inserted(call, `${keyword}=`, load);
  }
  return given.type === 'text' && !given.excerpt
    ? { span: contentOf(given, call.base), before: '', after: '' }
    : undefined;
}

/** May the dictionary state the keyword? Only when all that it can be is in sight, and none does, it does not. */
function mayState(at: Located, keyword: string, values: Values): boolean {
  const origins = values.origins(at);
  if (origins.length === 0) return true;
  return origins.some(origin => {
    const entries = origin.type === 'value' ? keyedValues(origin.at.expression) : undefined;
    return !entries || entries.has(keyword);
  });
}

function inserted(call: Located<Call>, before: string, load: PinnedLoad, after = ''): RevisionPlace | undefined {
  const { end, arguments: given } = call.expression;
  if (end === undefined) return undefined;
  const at = call.base + end;
  const place = quoted({ start: at, end: at }, load);
  return {
    ...place,
    before: `${given.length > 0 || call.expression.early ? ', ' : ''}${before}${place.before}`,
    after: place.after + after,
  };
}

function newEntry(at: Located<Dictionary>, load: PinnedLoad): RevisionPlace | undefined {
  const { end, entries } = at.expression;
  if (end === undefined) return undefined;
  const place = quoted({ start: at.base + end, end: at.base + end }, load);
  const key = `${load.quote}${load.keyword}${load.quote}: `;
  return { ...place, before: `${entries.length > 0 ? ', ' : ''}${key}${place.before}` };
}

const quoted = (span: Span, { quote }: PinnedLoad): RevisionPlace => ({ span, before: quote, after: quote });

/** Behind the id, within its string: `org/name@…`. */
export const behindId = (id: Span): RevisionPlace => ({
  span: { start: id.end, end: id.end },
  before: '@',
  after: '',
});

/** Does the string stand there as it was read, so that a revision can be written into it? */
export const isPlain = (text: Text): boolean => text.excerpt === undefined;
