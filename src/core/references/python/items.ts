import type { Expression, Step } from './expression.ts';
import type { Follower } from './follower.ts';
import type { Located } from './scope.ts';

/** What a name gets that comes out of the value by these steps. */
export function unpacked(value: Located, steps: readonly Step[], depth: number, follower: Follower): Located[] {
  return steps.reduce<Located[]>(
    (values, step) =>
      values.flatMap(each =>
        step === 'item' ? itemsOf(each, depth, follower) : componentsOf(each, step, depth, follower),
      ),
    [value],
  );
}

/** The items that a loop over the value meets. */
export function itemsOf(at: Located, depth: number, follower: Follower): Located[] {
  const { expression } = at;
  const here = (next: Expression): Located => ({ ...at, expression: next });
  if (expression.type === 'call' && expression.callee.type === 'attribute') {
    const { object, name } = expression.callee;
    if (name === 'items' || name === 'values') {
      return follower.terminals(here(object), depth).flatMap(each => {
        if (each.expression.type !== 'dictionary') return [];
        return each.expression.entries.flatMap(({ key, value }) => {
          const pair: Expression = {
            type: 'sequence',
            items: key ? [key, value] : [],
            from: value.from,
            to: value.to,
          };
          return [{ ...each, expression: name === 'items' ? pair : value }];
        });
      });
    }
  }
  if (expression.type === 'call' && expression.callee.type === 'name') {
    const lists = expression.arguments.map(argument => here(argument.value));
    if (expression.callee.name === 'enumerate' && lists[0]) {
      const counter: Expression = { type: 'constant', value: 0, from: 0, to: 0 };
      return itemsOf(lists[0], depth, follower).map(each => ({
        ...each,
        expression: { type: 'sequence', items: [counter, each.expression], from: 0, to: 0 },
      }));
    }
    if (/^(?:tqdm|sorted|reversed|list|set|tuple)$/.test(expression.callee.name) && lists[0])
      return itemsOf(lists[0], depth, follower);
  }
  return follower.terminals(at, depth).flatMap(each => {
    const own = (next: Expression): Located => ({ ...each, expression: next });
    if (each.expression.type === 'sequence') return each.expression.items.map(own);
    if (each.expression.type === 'dictionary')
      return each.expression.entries.flatMap(({ key }) => (key ? [own(key)] : []));
    return [];
  });
}

function componentsOf(at: Located, index: number, depth: number, follower: Follower): Located[] {
  return follower.terminals(at, depth).flatMap(each => {
    const item = each.expression.type === 'sequence' ? each.expression.items[index] : undefined;
    return item ? [{ ...each, expression: item }] : [];
  });
}
