import { keyOf } from './dictionary.ts';
import type { Attribute, Call, Subscript } from './expression.ts';
import {
  add,
  ask,
  classesNamed,
  enclosingClass,
  isSelf,
  type Located,
  lastName,
  type Module,
  type Scope,
} from './scope.ts';

/** More classes than this with a field of one name say nothing about whose field is meant. */
const MAX_OWNERS = 8;

/** Where the values of fields, entries and options are said; each index is made when it is first asked for. */
export class Fields {
  readonly #module: Module;
  #ownersByField: Map<string, Scope[]> | undefined;
  #storesByKey: Map<string, Located[]> | undefined;
  #optionsByName: Map<string, Located[]> | undefined;

  constructor(module: Module) {
    this.#module = module;
  }

  /** The classes that the attribute of `object` can belong to; every class with such a field when nothing tells. */
  owners(object: Located, field: string): readonly Scope[] {
    const { expression } = object;
    if (isSelf(expression)) {
      const own = enclosingClass(object.scope);
      if (own) return [own, ...own.bases.flatMap(base => this.#classNamed(lastName(base)))];
    }
    const direct = this.#classNamed(lastName(expression));
    if (direct.length > 0) return direct;
    ask(this.#module, 'field', field);
    this.#ownersByField ??= indexOwners(this.#module);
    const owners = this.#ownersByField.get(field) ?? [];
    return owners.length > MAX_OWNERS ? [] : owners;
  }

  #classNamed(name: string | undefined): readonly Scope[] {
    return name === undefined ? [] : classesNamed(this.#module, name);
  }

  /** Values of `name["key"] = …` and `name.key = …` anywhere in the program. */
  stored(name: string, key: string): readonly Located[] {
    const place = storeKey(name, key);
    ask(this.#module, 'field', place);
    this.#storesByKey ??= indexStores(this.#module);
    return this.#storesByKey.get(place) ?? [];
  }

  /** Defaults of `parser.add_argument("--model-name", default=…)` behind `args.model_name`. */
  optionDefaults(name: string): readonly Located[] {
    ask(this.#module, 'field', optionKey(name));
    this.#optionsByName ??= indexOptions(this.#module);
    return this.#optionsByName.get(name) ?? [];
  }
}

function indexOwners(module: Module): Map<string, Scope[]> {
  const index = new Map<string, Scope[]>();
  for (const owners of module.classes.values()) {
    for (const owner of owners) {
      for (const field of owner.bindings.keys()) add(index, field, owner);
      for (const field of owner.attributes.keys()) if (!owner.bindings.has(field)) add(index, field, owner);
    }
  }
  return index;
}

function indexStores(module: Module): Map<string, Located[]> {
  const index = new Map<string, Located[]>();
  for (const { target, value } of module.stores) {
    const owner = lastName(target.expression.object);
    const field = storedField(target.expression);
    if (owner && typeof field === 'string') add(index, storeKey(owner, field), value);
  }
  return index;
}

/** What `owner.field = …` and `owner["field"] = …` are found by. */
export const storeKey = (owner: string, field: string) => `${owner}\n${field}`;

export const storedField = (place: Attribute | Subscript) =>
  place.type === 'attribute' ? place.name : keyOf(place.index);

function indexOptions(module: Module): Map<string, Located[]> {
  const index = new Map<string, Located[]>();
  for (const call of module.callsByName.get('add_argument') ?? []) {
    const name = optionName(call.expression);
    const given = call.expression.arguments.find(argument => argument.name === 'default');
    if (name !== undefined && given) add(index, name, { ...call, expression: given.value });
  }
  return index;
}

/** What an option is asked for by: a name that no field can have. */
export const optionKey = (name: string) => `--${name}`;

/** The name that a command-line option gives its value: `--model-name` is `model_name`, unless `dest` says otherwise. */
export function optionName(call: Call): string | undefined {
  const dest = call.arguments.find(argument => argument.name === 'dest')?.value;
  if (dest?.type === 'text') return dest.value;
  const flags = call.arguments.flatMap(each =>
    each.role === 'positional' && each.value.type === 'text' ? [each.value.value] : [],
  );
  const plain = flags.find(flag => !flag.startsWith('-'));
  const long = plain ?? flags.find(flag => flag.startsWith('--')) ?? flags[0];
  return long?.replace(/^-+|\/.*$/g, '').replace(/-/g, '_');
}
