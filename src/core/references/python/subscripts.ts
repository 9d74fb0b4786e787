import { entriesOf, keyOf, keywordOf } from './dictionary.ts';
import type { Expression } from './expression.ts';
import { optionDefaults, storedValues } from './fields.ts';
import type { Follower } from './follower.ts';
import { type Located, lastName } from './scope.ts';

/** `object[index]`: the entry of that key, or all of them when the key is not known. */
export function entriesAt(object: Located, index: Expression, depth: number, follower: Follower): Located[] {
  const { module } = follower;
  const key = keyOf(index) ?? keyOf(follower.terminals({ ...object, expression: index }, depth)[0]?.expression);
  const stored =
    typeof key === 'string' && object.expression.type === 'name'
      ? storedValues(object.expression.name, key, module)
      : [];
  return [
    ...stored,
    ...follower.terminals(object, depth).flatMap(each => {
      const own = (next: Expression): Located => ({ ...each, expression: next });
      if (each.expression.type === 'dictionary') return entriesOf(each.expression, key).map(own);
      if (each.expression.type === 'call') {
        const isOptions =
          typeof key === 'string' && /^(?:vars|parse_args)$/.test(lastName(each.expression.callee) ?? '');
        const options = isOptions ? optionDefaults(key, module) : [];
        return [...options, ...keywordOf(each.expression, key).map(own)];
      }
      if (each.expression.type !== 'sequence') return [];
      const { items } = each.expression;
      const item = typeof key === 'number' ? items.at(key) : undefined;
      return item ? [own(item)] : items.map(own);
    }),
  ];
}
