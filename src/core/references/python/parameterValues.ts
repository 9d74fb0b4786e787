import { entriesOf } from './dictionary.ts';
import type { Call, Expression, Parameter } from './expression.ts';
import { optionName } from './fieldNames.ts';
import type { Follower } from './follower.ts';
import { itemsOf } from './items.ts';
import { functionsNamed, type Located, lastName, type Scope } from './scope.ts';

/** What a parameter is when no caller in sight fills it: by its default, its decorators, its class or a fixture. */
export function* parameterValues(
  scope: Scope,
  parameter: Parameter,
  depth: number,
  follower: Follower,
): Generator<Located> {
  const { parent } = scope;
  const { name, fallback } = parameter;
  if (fallback) yield { expression: fallback, base: scope.base, scope: parent ?? scope };
  for (const each of parent?.kind === 'class' ? [...scope.decorators, ...parent.decorators] : scope.decorators) {
    yield* [...decoratedDefaults(each, name), ...parametrized(each, parameter, depth, follower)];
  }
  if (parent?.kind === 'class') yield* offeredInputs(parent, name, depth, follower);
  // A test gets what the fixture of that name gives.
  if (!scope.name.startsWith('test')) return;
  for (const fixture of functionsNamed(follower.module, name)) yield* fixture.gives;
}

/** Defaults that a decorator gives a parameter: `@click.option("--model", default=…)`. */
function decoratedDefaults(decorator: Located<Call>, name: string): Located[] {
  if (optionName(decorator.expression) !== name) return [];
  return decorator.expression.arguments.flatMap(each =>
    each.name === 'default' ? [{ ...decorator, expression: each.value }] : [],
  );
}

/** What a node of ComfyUI offers for an input: `INPUT_TYPES` gives `{"required": {"model": ([…], {"default": …})}}`. */
function offeredInputs(owner: Scope, name: string, depth: number, follower: Follower): Located[] {
  const declared = functionsNamed(follower.module, 'INPUT_TYPES').filter(each => each.parent === owner);
  return declared
    .flatMap(each => each.gives)
    .flatMap(give => follower.terminals(give, depth))
    .flatMap(({ expression, ...at }) => {
      const groups = expression.type === 'dictionary' ? expression.entries.map(entry => entry.value) : [];
      return groups
        .flatMap(group => (group.type === 'dictionary' ? entriesOf(group, name) : []))
        .flatMap(input => (input.type === 'sequence' ? input.items.slice(0, 2) : []))
        .flatMap(each => (each.type === 'dictionary' ? entriesOf(each, 'default') : [each]))
        .map(each => ({ ...at, expression: each }));
    });
}

/** `@pytest.mark.parametrize("name, size", [("org/name", 1), …])`: the values that the parameter gets. */
function parametrized(decorator: Located<Call>, parameter: Parameter, depth: number, follower: Follower): Located[] {
  const { callee, arguments: given } = decorator.expression;
  const [names, values] = given.map(argument => argument.value);
  if (lastName(callee) !== 'parametrize' || !names || !values) return [];
  const listed = listedNames(names);
  const index = listed.indexOf(parameter.name);
  if (index < 0) return [];
  return itemsOf({ ...decorator, expression: values }, depth + 1, follower).flatMap(item => {
    const { expression } = item;
    const isCase = expression.type === 'call' && lastName(expression.callee) === 'param';
    const own = isCase
      ? expression.arguments.flatMap(each => (each.role === 'positional' ? [each.value] : []))
      : expression.type === 'sequence'
        ? expression.items
        : [expression];
    const value = listed.length === 1 && !isCase ? expression : own[index];
    return value ? [{ ...item, expression: value }] : [];
  });
}

/** `"a, b"`, `["a", "b"]`: names as text. */
function listedNames(expression: Expression): string[] {
  if (expression.type === 'text') return expression.value.split(',').map(name => name.trim());
  if (expression.type !== 'sequence') return [];
  return expression.items.map(item => (item.type === 'text' ? item.value : ''));
}
