import { type Binding, type Located, type Module, scopeOf } from './scope.ts';

/**
 * The bindings that count where a name is used, by the order of the text: the last that surely happened before, and
 * those since that may have. Nothing where the order does not tell: the name belongs to another scope, or every binding
 * before stands in a block that the use is not part of.
 */
export function latestBindings({ expression, base, scope }: Located, module: Module): readonly Binding[] | undefined {
  if (expression.type !== 'name' || scopeOf(expression.name, scope, module) !== scope) return undefined;
  const use = base + expression.from;
  const bindings = scope.bindings.get(expression.name) ?? [];
  const before = bindings.filter(({ value }) => value.base + value.expression.to <= use);
  const sure = before.findLastIndex(binding => use < binding.blockEnd);
  return sure < 0 ? undefined : before.slice(sure);
}
