import type { IdArgument } from '../catalogue/loader.ts';
import type { Text } from './expression.ts';
import type { LoaderCall } from './loaderCalls.ts';
import type { Located } from './scope.ts';
import { keyedValues } from './stated.ts';
import type { Values } from './values.ts';

/** The expressions in the argument's place: by keyword, else by position; also from a dictionary in the way. */
export function givenArguments({ call, early }: LoaderCall, argument: IdArgument, values: Values): Located[] {
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
