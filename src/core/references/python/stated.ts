import { type Span, shifted } from '../../text/span.ts';
import { absent, type Stated } from '../reference.ts';
import type { Argument, Call, Expression, Parameter, Text } from './expression.ts';
import { type Located, lastName, type Scope } from './scope.ts';
import type { Values } from './values.ts';

/** The call of a wrapper of this file, through which a parameter gets its value. */
export interface Frame {
  readonly called: Scope;
  readonly call: Located<Call>;
}

/** What a call says about a keyword. `frames`: the calls of wrappers that lead here, the nearest last. */
export function statedKeyword(
  call: Located<Call>,
  keyword: string,
  options: readonly string[],
  values: Values,
  frames: readonly Frame[] = [],
): Stated<boolean | string> {
  const given = call.expression.arguments;
  const direct = keywordArgument(call.expression, keyword);
  if (direct) return statedValue({ ...call, expression: direct.value }, values, frames);
  for (const option of given) {
    if (option.role !== 'keyword' || !options.includes(option.name ?? '')) continue;
    const found = inDictionary({ ...call, expression: option.value }, keyword, values, frames);
    if (found.state !== 'absent') return found;
  }
  for (const spread of given) {
    if (spread.role !== 'spreadKeywords') continue;
    const found = inDictionary({ ...call, expression: spread.value }, keyword, values, frames);
    if (found.state !== 'absent') return found;
  }
  return absent;
}

export const keywordArgument = (call: Call, keyword: string): Argument | undefined =>
  call.arguments.find(argument => argument.role === 'keyword' && argument.name === keyword);

/** The value of a dictionary's entry, if every dictionary that it can be is in sight. */
function inDictionary(
  at: Located,
  keyword: string,
  values: Values,
  frames: readonly Frame[],
): Stated<boolean | string> {
  const unknown = { state: 'unknown', span: shifted(rangeOf(at.expression), at.base) } as const;
  for (const origin of values.origins(at)) {
    if (origin.type === 'parameter') {
      const rest = restOf(origin.scope, origin.parameter, frames);
      if (!rest || hasParameter(origin.scope, keyword)) return unknown;
      const handed = statedKeyword(rest.call, keyword, [], values, frames.slice(0, -1));
      if (handed.state !== 'absent') return handed;
      continue;
    }
    const entries = keyedValues(origin.at.expression);
    if (!entries) return unknown;
    const value = entries.get(keyword);
    if (value) return statedValue({ ...origin.at, expression: value }, values, frames);
  }
  return absent;
}

/** The call that fills the `**kwargs` of a wrapper. */
export function restOf(scope: Scope, parameter: Parameter, frames: readonly Frame[]): Frame | undefined {
  const frame = frames.at(-1);
  return parameter.variadic && frame?.called === scope ? frame : undefined;
}

const hasParameter = (scope: Scope, name: string) => scope.parameters.some(each => each.name === name);

/** The entries of `{…}` and of `dict(…)` by their keys; nothing where some are not in sight. */
export function keyedValues(expression: Expression): Map<string, Expression> | undefined {
  if (expression.type === 'dictionary') {
    if (expression.entries.some(entry => !entry.key)) return undefined;
    return new Map(expression.entries.flatMap(({ key, value }) => (key?.type === 'text' ? [[key.value, value]] : [])));
  }
  if (expression.type === 'call' && lastName(expression.callee) === 'dict') {
    if (expression.arguments.some(each => each.role !== 'keyword')) return undefined;
    return new Map(expression.arguments.flatMap(each => (each.name ? [[each.name, each.value]] : [])));
  }
  return undefined;
}

function statedValue(at: Located, values: Values, frames: readonly Frame[] = []): Stated<boolean | string> {
  const span = shifted(rangeOf(at.expression), at.base);
  const origins = values.origins(at);
  const parameter = origins.find(origin => origin.type === 'parameter');
  const frame = frames.at(-1);
  if (parameter?.type === 'parameter' && frame && parameter.scope === frame.called) {
    const given = argumentFor(frame.call.expression, frame.called, parameter.parameter);
    if (given) return statedValue({ ...frame.call, expression: given.value }, values, frames.slice(0, -1));
    if (frame.call.expression.arguments.some(each => each.role === 'spreadKeywords' || each.role === 'spread'))
      return { state: 'unknown', span };
  } else if (parameter) {
    return { state: 'unknown', span };
  }
  const known = origins.flatMap(origin => (origin.type === 'value' ? [origin.at] : []));
  const [only] = known;
  if (known.length !== 1 || !only) return { state: 'unknown', span };
  const value = only.expression;
  const place = shifted(rangeOf(value), only.base);
  if (value.type === 'constant' && value.value === null) return absent;
  if (value.type === 'constant' && typeof value.value === 'boolean')
    return { state: 'known', value: value.value, span: place };
  if (value.type === 'text') return { state: 'known', value: value.value, span: contentOf(value, only.base) };
  return { state: 'unknown', span };
}

/** What stands between the quotes; all of it, where escapes or joined literals part the characters. */
export const contentOf = (text: Text, base: number): Span =>
  text.excerpt
    ? shifted(rangeOf(text), base)
    : { start: base + text.start, end: base + text.start + text.value.length };

export const rangeOf = (expression: Expression) => ({ start: expression.from, end: expression.to });

/** The argument of a call that fills the parameter; methods and constructors are called without `self`. */
export function argumentFor(call: Call, called: Scope, parameter: Parameter): Argument | undefined {
  const keyword = call.arguments.find(each => each.role === 'keyword' && each.name === parameter.name);
  if (keyword) return keyword;
  const names = called.parameters.map(each => each.name);
  const bound = names[0] === 'self' || names[0] === 'cls' ? 1 : 0;
  const place = names.indexOf(parameter.name) - bound;
  if (place < 0 || parameter.variadic) return undefined;
  const before = call.arguments.slice(0, place + 1);
  return before.every(each => each.role === 'positional') ? before[place] : undefined;
}

export function asBoolean(stated: Stated<boolean | string>): Stated<boolean> {
  if (stated.state !== 'known') return stated;
  if (typeof stated.value === 'boolean') return { ...stated, value: stated.value };
  return { state: 'unknown', span: stated.span };
}

export function asText(stated: Stated<boolean | string>): Stated<string> {
  if (stated.state !== 'known') return stated;
  if (typeof stated.value === 'string') return { ...stated, value: stated.value };
  return { state: 'unknown', span: stated.span };
}
