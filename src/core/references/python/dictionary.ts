import type { Call, Dictionary, Expression } from './expression.ts';
import { lastName } from './scope.ts';

/** What an index or a key says, when it says it outright. */
export function keyOf(expression: Expression | undefined): string | number | undefined {
  if (expression?.type === 'text') return expression.value;
  return expression?.type === 'constant' && typeof expression.value === 'number' ? expression.value : undefined;
}

/** The values of a key; of every key when it is not known. */
export function entriesOf(dictionary: Dictionary, key: string | number | undefined): Expression[] {
  const keyed = dictionary.entries.filter(entry => entry.key);
  const exact = keyed.filter(entry => key !== undefined && keyOf(entry.key) === key);
  return (exact.length > 0 || key !== undefined ? exact : keyed).map(entry => entry.value);
}

/** `dict(model="org/name")["model"]`. */
export function keywordOf(call: Call, key: string | number | undefined): Expression[] {
  if (lastName(call.callee) !== 'dict') return [];
  return call.arguments.flatMap(each => (each.role === 'keyword' && each.name === key ? [each.value] : []));
}
