import { entriesOf, keyOf, keywordOf } from './dictionary.ts';
import type { Argument, Call, Expression, Parameter, Step } from './expression.ts';
import { optionName } from './fieldNames.ts';
import { optionDefaults, ownersOf, storedValues } from './fields.ts';
import { KEEPING, PASSING } from './passing.ts';
import {
  type Binding,
  callsNamed,
  functionsNamed,
  type Located,
  lastName,
  type Module,
  type Scope,
  scopeOf,
} from './scope.ts';

/** What a value comes down to: an expression that is no name any more, or a parameter that the caller fills. */
export type Origin =
  | {
      readonly type: 'value';
      readonly at: Located;
      /** Only one of several, or a default: the same expression may also come down to something else. */
      readonly fallback: boolean;
    }
  | { readonly type: 'parameter'; readonly scope: Scope; readonly parameter: Parameter };

/** How far a value is followed. Enough for a constant in a dictionary of a class of a wrapper; bounded for hostile files. */
const MAX_DEPTH = 10;
const MAX_STEPS = 400;

/** Follows names through one file: flow is not watched, so a name has all the values that it is ever given. */
export class Values {
  readonly module: Module;
  #steps = 0;
  /** Above zero while a default is followed. */
  #fallback = 0;

  constructor(module: Module) {
    this.module = module;
  }

  /** Everything that the expression can be, parameters and their defaults both. */
  origins(at: Located): Origin[] {
    this.#steps = 0;
    this.#fallback = 0;
    const found: Origin[] = [];
    this.#follow(at, 0, found);
    return found;
  }

  /** The one value, where there is only one. */
  single(at: Located): Located | undefined {
    const origins = this.origins(at);
    const [only] = origins;
    return origins.length === 1 && only?.type === 'value' ? only.at : undefined;
  }

  /** Everything that the binding can give its name. */
  bound(binding: Binding): Origin[] {
    this.#steps = 0;
    const found: Origin[] = [];
    this.#binding(binding, 0, found);
    return found;
  }

  #follow(at: Located, depth: number, found: Origin[]): void {
    if (depth > MAX_DEPTH || ++this.#steps > MAX_STEPS) return;
    const { expression } = at;
    const go = (next: Expression) => this.#follow({ ...at, expression: next }, depth + 1, found);
    switch (expression.type) {
      case 'name':
        this.#name(expression.name, at, depth, found);
        return;
      case 'either':
        this.#asFallback(() => expression.options.forEach(go));
        return;
      case 'attribute':
        this.#attribute(at as Located<typeof expression>, depth, found);
        return;
      case 'subscript':
        for (const each of this.#entries({ ...at, expression: expression.object }, expression.index, depth + 1)) {
          this.#follow(each, depth + 1, found);
        }
        return;
      case 'call':
        this.#call(at as Located<Call>, depth, found);
        return;
      default:
        this.#find(at, found);
    }
  }

  #find(at: Located, found: Origin[]): void {
    found.push({ type: 'value', at, fallback: this.#fallback > 0 });
  }

  #asFallback(follow: () => void): void {
    this.#fallback++;
    follow();
    this.#fallback--;
  }

  #name(name: string, at: Located, depth: number, found: Origin[]): void {
    const scope = scopeOf(name, at.scope, this.module);
    if (!scope) {
      this.#find(at, found);
      return;
    }
    for (const binding of scope.bindings.get(name) ?? []) this.#binding(binding, depth + 1, found);
    const parameter = scope.parameters.find(each => each.name === name);
    if (parameter) this.#parameter(scope, parameter, depth, found);
  }

  #parameter(scope: Scope, parameter: Parameter, depth: number, found: Origin[]): void {
    found.push({ type: 'parameter', scope, parameter });
    if (parameter.fallback) {
      const home = scope.parent ?? scope;
      const { fallback } = parameter;
      this.#asFallback(() => this.#follow({ expression: fallback, base: scope.base, scope: home }, depth + 1, found));
    }
    const { parent } = scope;
    for (const each of parent?.kind === 'class' ? [...scope.decorators, ...parent.decorators] : scope.decorators) {
      for (const value of [...decoratedDefaults(each, parameter.name), ...this.#parametrized(each, parameter, depth)]) {
        this.#asFallback(() => this.#follow(value, depth + 1, found));
      }
    }
    if (parent?.kind === 'class') {
      for (const value of this.#offered(parent, parameter.name, depth)) {
        this.#asFallback(() => this.#follow(value, depth + 1, found));
      }
    }
    // A test gets what the fixture of that name gives.
    if (!scope.name.startsWith('test')) return;
    for (const fixture of functionsNamed(this.module, parameter.name)) {
      this.#asFallback(() => {
        for (const give of fixture.gives) this.#follow(give, depth + 1, found);
      });
    }
  }

  /** What a node of ComfyUI offers for an input: `INPUT_TYPES` gives `{"required": {"model": ([…], {"default": …})}}`. */
  #offered(owner: Scope, name: string, depth: number): Located[] {
    const declared = functionsNamed(this.module, 'INPUT_TYPES').filter(each => each.parent === owner);
    return declared
      .flatMap(each => each.gives)
      .flatMap(give => this.#terminals(give, depth))
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
  #parametrized(decorator: Located<Call>, parameter: Parameter, depth: number): Located[] {
    const { callee, arguments: given } = decorator.expression;
    const [names, values] = given.map(argument => argument.value);
    if (lastName(callee) !== 'parametrize' || !names || !values) return [];
    const listed = listedNames(names);
    const index = listed.indexOf(parameter.name);
    if (index < 0) return [];
    return this.#items({ ...decorator, expression: values }, depth + 1).flatMap(item => {
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

  #binding(binding: Binding, depth: number, found: Origin[]): void {
    for (const value of this.#stepped(binding.value, binding.steps, depth)) this.#follow(value, depth + 1, found);
  }

  #stepped(value: Located, steps: readonly Step[], depth: number): Located[] {
    return steps.reduce<Located[]>(
      (values, step) => {
        return values.flatMap(each =>
          step === 'item' ? this.#items(each, depth) : this.#component(each, step, depth),
        );
      },
      [value],
    );
  }

  /** The items that a loop over the value meets. */
  #items(at: Located, depth: number): Located[] {
    const { expression } = at;
    const here = (next: Expression): Located => ({ ...at, expression: next });
    if (expression.type === 'call' && expression.callee.type === 'attribute') {
      const { object, name } = expression.callee;
      if (name === 'items' || name === 'values') {
        return this.#terminals(here(object), depth).flatMap(each => {
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
        return this.#items(lists[0], depth).map(each => ({
          ...each,
          expression: { type: 'sequence', items: [counter, each.expression], from: 0, to: 0 },
        }));
      }
      if (/^(?:tqdm|sorted|reversed|list|set|tuple)$/.test(expression.callee.name) && lists[0])
        return this.#items(lists[0], depth);
    }
    return this.#terminals(at, depth).flatMap(each => {
      const own = (next: Expression): Located => ({ ...each, expression: next });
      if (each.expression.type === 'sequence') return each.expression.items.map(own);
      if (each.expression.type === 'dictionary')
        return each.expression.entries.flatMap(({ key }) => (key ? [own(key)] : []));
      return [];
    });
  }

  #component(at: Located, index: number, depth: number): Located[] {
    return this.#terminals(at, depth).flatMap(each => {
      const item = each.expression.type === 'sequence' ? each.expression.items[index] : undefined;
      return item ? [{ ...each, expression: item }] : [];
    });
  }

  #terminals(at: Located, depth: number): Located[] {
    const found: Origin[] = [];
    this.#follow(at, depth + 1, found);
    return found.flatMap(origin => (origin.type === 'value' ? [origin.at] : []));
  }

  /** `object[index]`: the entry of that key, or all of them when the key is not known. */
  #entries(object: Located, index: Expression, depth: number): Located[] {
    const key = keyOf(index) ?? keyOf(this.#terminals({ ...object, expression: index }, depth)[0]?.expression);
    const stored =
      typeof key === 'string' && object.expression.type === 'name'
        ? storedValues(object.expression.name, key, this.module)
        : [];
    return [
      ...stored,
      ...this.#terminals(object, depth).flatMap(each => {
        const own = (next: Expression): Located => ({ ...each, expression: next });
        if (each.expression.type === 'dictionary') return entriesOf(each.expression, key).map(own);
        if (each.expression.type === 'call') {
          const isOptions =
            typeof key === 'string' && /^(?:vars|parse_args)$/.test(lastName(each.expression.callee) ?? '');
          const options = isOptions ? optionDefaults(key, this.module) : [];
          return [...options, ...keywordOf(each.expression, key).map(own)];
        }
        if (each.expression.type !== 'sequence') return [];
        const { items } = each.expression;
        const item = typeof key === 'number' ? items.at(key) : undefined;
        return item ? [own(item)] : items.map(own);
      }),
    ];
  }

  #attribute(at: Located<Extract<Expression, { type: 'attribute' }>>, depth: number, found: Origin[]): void {
    const { object, name } = at.expression;
    const before = found.length;
    if (name === 'value' && (object.type === 'attribute' || object.type === 'name')) {
      this.#follow({ ...at, expression: object }, depth + 1, found);
      if (found.length > before) return;
    }
    for (const owner of ownersOf({ ...at, expression: object }, name, this.module))
      this.#field(owner, name, depth, found);
    const label = lastName(object);
    if (label) for (const value of storedValues(label, name, this.module)) this.#follow(value, depth + 1, found);
    this.#asFallback(() => {
      for (const value of optionDefaults(name, this.module)) this.#follow(value, depth + 1, found);
    });
    if (found.length === before) this.#made({ ...at, expression: object }, name, depth, found);
    if (found.length === before) this.#find(at, found);
  }

  /** The field of what a call made with that keyword, or with a dictionary: `OmegaConf.create({"model": …}).model`. */
  #made(object: Located, name: string, depth: number, found: Origin[]): void {
    if (object.expression.type !== 'name') return;
    for (const each of this.#terminals(object, depth)) {
      const { expression } = each;
      if (expression.type !== 'call') continue;
      for (const { role, name: keyword, value } of expression.arguments) {
        if (role === 'keyword' && keyword === name) this.#follow({ ...each, expression: value }, depth + 1, found);
        else if (role === 'positional' && value.type === 'dictionary') {
          for (const entry of entriesOf(value, name)) this.#follow({ ...each, expression: entry }, depth + 1, found);
        }
      }
    }
  }

  #field(owner: Scope, name: string, depth: number, found: Origin[]): void {
    const follow = () => {
      for (const binding of owner.bindings.get(name) ?? []) this.#binding(binding, depth + 1, found);
    };
    if (owner.fillable) this.#asFallback(follow);
    else follow();
    for (const binding of owner.attributes.get(name) ?? []) this.#binding(binding, depth + 1, found);
    if (!owner.bindings.has(name) || owner.bindings.has('__init__')) return;
    for (const call of callsNamed(this.module, owner.name)) {
      const given = call.expression.arguments.find(argument => argument.name === name);
      if (given) this.#follow({ ...call, expression: given.value }, depth + 1, found);
    }
  }

  #call(at: Located<Call>, depth: number, found: Origin[]): void {
    const { callee, arguments: given } = at.expression;
    const name = lastName(callee);
    const before = found.length;
    const passing = name && Object.hasOwn(PASSING, name) ? PASSING[name] : undefined;
    if (passing) {
      const positional = given.filter(argument => argument.role === 'positional');
      const handed = [
        ...passing.positions.map(position => positional[position]),
        ...given.filter(argument => argument.name !== undefined && passing.keywords.includes(argument.name)),
      ];
      const follow = () => {
        for (const argument of handed)
          if (argument) this.#follow({ ...at, expression: produced(argument) }, depth + 1, found);
      };
      if (passing.changes) follow();
      else this.#asFallback(follow);
      if (name === 'get' && callee.type === 'attribute' && positional[0]) {
        for (const each of this.#entries({ ...at, expression: callee.object }, positional[0].value, depth + 1)) {
          this.#follow(each, depth + 1, found);
        }
      }
    } else if (name && KEEPING.has(name) && callee.type === 'attribute') {
      this.#follow({ ...at, expression: callee.object }, depth + 1, found);
    } else if (name && name !== 'dict') {
      for (const called of functionsNamed(this.module, name)) {
        for (const give of called.gives) this.#follow(give, depth + 2, found);
      }
    }
    if (found.length === before) this.#find(at, found);
  }
}

/** Defaults that a decorator gives a parameter: `@click.option("--model", default=…)`. */
function decoratedDefaults(decorator: Located<Call>, name: string): Located[] {
  if (optionName(decorator.expression) !== name) return [];
  return decorator.expression.arguments.flatMap(each =>
    each.name === 'default' ? [{ ...decorator, expression: each.value }] : [],
  );
}

/** `"a, b"`, `["a", "b"]`: names as text. */
function listedNames(expression: Expression): string[] {
  if (expression.type === 'text') return expression.value.split(',').map(name => name.trim());
  if (expression.type !== 'sequence') return [];
  return expression.items.map(item => (item.type === 'text' ? item.value : ''));
}

/** What an argument hands on; of a factory, what it makes: `default_factory=lambda: ["org/name"]`. */
function produced({ name, value }: Argument): Expression {
  const isFactory = name === 'default_factory' || name === 'factory';
  return isFactory && value.type === 'other' ? (value.parts.at(-1) ?? value) : value;
}
