import { entriesOf } from './dictionary.ts';
import type { Call, Expression, Parameter } from './expression.ts';
import { optionDefaults, ownersOf, storedValues } from './fields.ts';
import type { Follower } from './follower.ts';
import { unpacked } from './items.ts';
import type { Origin } from './origin.ts';
import { parameterValues } from './parameterValues.ts';
import { handedOn, KEEPING } from './passing.ts';
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
import { entriesAt } from './subscripts.ts';

/** How far a value is followed. Enough for a constant in a dictionary of a class of a wrapper; bounded for hostile files. */
const MAX_DEPTH = 10;
const MAX_STEPS = 400;

/** Follows names through one file: flow is not watched, so a name has all the values that it is ever given. */
export class Values {
  readonly module: Module;
  readonly #follower: Follower;
  #steps = 0;
  /** Above zero while a default is followed. */
  #fallback = 0;

  constructor(module: Module) {
    this.module = module;
    this.#follower = { module, terminals: (at, depth) => this.#terminals(at, depth) };
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
        this.#entry({ ...at, expression: expression.object }, expression.index, depth, found);
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
    for (const value of parameterValues(scope, parameter, depth, this.#follower)) {
      this.#asFallback(() => this.#follow(value, depth + 1, found));
    }
  }

  #binding(binding: Binding, depth: number, found: Origin[]): void {
    for (const value of unpacked(binding.value, binding.steps, depth, this.#follower))
      this.#follow(value, depth + 1, found);
  }

  #terminals(at: Located, depth: number): Located[] {
    const found: Origin[] = [];
    this.#follow(at, depth + 1, found);
    return found.flatMap(origin => (origin.type === 'value' ? [origin.at] : []));
  }

  #entry(object: Located, index: Expression, depth: number, found: Origin[]): void {
    for (const each of entriesAt(object, index, depth + 1, this.#follower)) this.#follow(each, depth + 1, found);
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
    const handed = handedOn(at.expression);
    if (handed) {
      const follow = () => {
        for (const value of handed.values) this.#follow({ ...at, expression: value }, depth + 1, found);
      };
      if (handed.changes) follow();
      else this.#asFallback(follow);
      const key = given.find(argument => argument.role === 'positional')?.value;
      if (name === 'get' && callee.type === 'attribute' && key) {
        this.#entry({ ...at, expression: callee.object }, key, depth, found);
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
