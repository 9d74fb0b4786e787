import { optionKey, storeKey } from './fieldNames.ts';
import { ask, classesNamed, enclosingClass, isSelf, type Located, lastName, type Module, type Scope } from './scope.ts';

/** More classes than this with a field of one name say nothing about whose field is meant. */
export const MAX_OWNERS = 8;

/** The classes that the attribute of `object` can belong to; every class with such a field when nothing tells. */
export function ownersOf({ expression, scope }: Located, field: string, module: Module): readonly Scope[] {
  const classNamed = (name: string | undefined) => (name === undefined ? [] : classesNamed(module, name));
  const own = isSelf(expression) ? enclosingClass(scope) : undefined;
  if (own) return [own, ...own.bases.flatMap(base => classNamed(lastName(base)))];
  const direct = classNamed(lastName(expression));
  if (direct.length > 0) return direct;
  ask(module, 'field', field);
  if (module.crowded.has(field)) return [];
  const owners = module.owners.get(field) ?? [];
  return owners.length > MAX_OWNERS ? [] : owners;
}

/** Values of `name["key"] = …` and `name.key = …` anywhere in the program. */
export function storedValues(name: string, key: string, module: Module): readonly Located[] {
  const place = storeKey(name, key);
  ask(module, 'place', place);
  return module.stores.get(place) ?? [];
}

/** Defaults of `parser.add_argument("--model-name", default=…)` behind `args.model_name`. */
export function optionDefaults(name: string, module: Module): readonly Located[] {
  const option = optionKey(name);
  ask(module, 'place', option);
  return module.options.get(option) ?? [];
}
