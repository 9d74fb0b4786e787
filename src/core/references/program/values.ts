import type { Call, Expression, Located, Member, Parameter, Scope, Step } from './expression.ts';
import { lastName } from './expression.ts';
import { enclosingClass, isSelf, type Program, relatives, scopeOf, storeKey } from './program.ts';

/** What a value comes down to: an expression that can be followed no further, or a parameter that the caller fills. */
export type Origin =
  | { readonly type: 'value'; readonly at: Located }
  | { readonly type: 'parameter'; readonly scope: Scope; readonly parameter: Parameter };

/** How far a value is followed. Enough for a constant in a record of a class of a wrapper; bounded for hostile files. */
const MAX_DEPTH = 12;
const MAX_STEPS = 500;

/** Follows names through one file: flow is not watched, so a name has all the values that it is ever given. */
export class Values {
  readonly program: Program;
  /** Names that are being followed: one that is made out of itself stands for nothing more. */
  readonly #open = new Map<Scope, Set<string>>();
  #steps = 0;

  constructor(program: Program) {
    this.program = program;
  }

  /** Everything that the expression can be; with `steps`, everything that this part of it can be. */
  origins(at: Located, steps: readonly Step[] = []): Origin[] {
    this.#steps = 0;
    const found: Origin[] = [];
    for (const each of this.#stepped([at], steps, 0)) this.#follow(each, 0, found);
    return found;
  }

  /** The values among the origins. */
  known(at: Located, steps: readonly Step[] = []): Located[] {
    return this.origins(at, steps).flatMap(origin => (origin.type === 'value' ? [origin.at] : []));
  }

  /** The one value, where there is only one. */
  single(at: Located, steps: readonly Step[] = []): Located | undefined {
    const origins = this.origins(at, steps);
    const [only] = origins;
    return origins.length === 1 && only?.type === 'value' ? only.at : undefined;
  }

  #follow(at: Located, depth: number, found: Origin[]): void {
    if (depth > MAX_DEPTH || ++this.#steps > MAX_STEPS) return;
    const { expression } = at;
    const before = found.length;
    switch (expression.type) {
      case 'name':
        this.#name(expression.name, at.scope, depth, found);
        break;
      case 'either':
        for (const each of expression.options) this.#follow({ ...at, expression: each }, depth + 1, found);
        return;
      case 'member':
        this.#all(this.#component({ ...at, expression: expression.object }, expression.name, depth), depth, found);
        this.#all(this.#elsewhere(expression, at.scope), depth, found);
        break;
      case 'index':
        this.#all(
          this.#component({ ...at, expression: expression.object }, keyOf(expression.index), depth),
          depth,
          found,
        );
        break;
      case 'call':
        this.#call({ ...at, expression }, depth, found);
        break;
    }
    if (found.length === before) found.push({ type: 'value', at });
  }

  #all(values: readonly Located[], depth: number, found: Origin[]): void {
    for (const each of values) this.#follow(each, depth + 1, found);
  }

  #name(name: string, from: Scope, depth: number, found: Origin[]): void {
    const scope = scopeOf(name, from);
    if (!scope) return;
    const open = this.#open.get(scope) ?? new Set();
    this.#open.set(scope, open);
    if (open.has(name)) return;
    open.add(name);
    this.#bound(name, scope, depth, found);
    open.delete(name);
  }

  #bound(name: string, scope: Scope, depth: number, found: Origin[]): void {
    for (const { value, steps } of scope.bindings.get(name) ?? []) {
      this.#all(this.#stepped([value], steps, depth), depth, found);
    }
    for (const parameter of scope.parameters) {
      if (parameter.name !== name) continue;
      if (parameter.fallback) this.#follow({ expression: parameter.fallback, scope }, depth + 1, found);
      const handed = this.#handed(scope, parameter);
      if (handed) this.#all(this.#stepped([handed.at], [...handed.steps, ...parameter.steps], depth), depth, found);
      else found.push({ type: 'parameter', scope, parameter });
    }
  }

  /** What a callback is called with: an item of the list that it is handed to. */
  #handed(scope: Scope, parameter: Parameter): { at: Located; steps: readonly Step[] } | undefined {
    const call = scope.handedTo;
    const callee = call?.expression.callee;
    if (!call || callee?.type !== 'member' || parameter.position !== 0) return undefined;
    const way = own(this.program.idioms.handing, callee.name);
    return way && { at: { expression: callee.object, scope: call.scope }, steps: way === 'item' ? ['item'] : [] };
  }

  /** Values that are put into a field from outside, and those of a field whose object is not in sight. */
  #elsewhere({ object, name }: Member, scope: Scope): Located[] {
    const owner = lastName(object);
    const stored = owner === undefined ? [] : (this.program.stores.get(storeKey(owner, name)) ?? []);
    const isOwn = isSelf(object) && enclosingClass(scope);
    return isOwn ? [...stored] : [...stored, ...(this.program.options.get(name) ?? [])];
  }

  #call(at: Located<Call>, depth: number, found: Origin[]): void {
    const { callee, arguments: given } = at.expression;
    const name = lastName(callee);
    if (name === undefined) return;
    const { passing, keeping, picking } = this.program.idioms;
    const positions = own(passing, name) ?? [];
    for (const position of positions) {
      const value = given[position];
      if (value) this.#follow({ ...at, expression: value }, depth + 1, found);
    }
    if (callee.type === 'member' && keeping.has(name)) {
      this.#follow({ ...at, expression: callee.object }, depth + 1, found);
      // A type of the file may have its own method of that name: `fn as_str(&self)`.
      for (const each of this.program.functions.get(name)?.slice(0, 20) ?? []) this.#all(each.gives, depth, found);
    } else if (callee.type === 'member' && picking.has(name)) {
      this.#all(this.#items({ ...at, expression: callee.object }, depth + 1), depth, found);
    } else if (positions.length === 0) {
      const gives = (this.program.functions.get(name) ?? []).slice(0, 20).flatMap(scope => scope.gives);
      this.#all(gives, depth, found);
    }
  }

  #stepped(values: readonly Located[], steps: readonly Step[], depth: number): readonly Located[] {
    return steps.reduce<readonly Located[]>(
      (all, step) =>
        all.flatMap(each => (step === 'item' ? this.#items(each, depth) : this.#component(each, step, depth))),
      values,
    );
  }

  /** What the expression is, as far as it goes, without parameters. */
  #terminals(at: Located, depth: number): Located[] {
    const found: Origin[] = [];
    this.#follow(at, depth + 1, found);
    return found.flatMap(origin => (origin.type === 'value' ? [origin.at] : []));
  }

  /** The items that a loop over the value meets. */
  #items(at: Located, depth: number): Located[] {
    if (depth > MAX_DEPTH || ++this.#steps > MAX_STEPS) return [];
    const { expression } = at;
    if (expression.type === 'call' && expression.callee.type === 'member') {
      const { object, name } = expression.callee;
      const [first] = expression.arguments;
      if (lastName(object) === 'Object' && first && (name === 'values' || name === 'entries')) {
        return this.#terminals({ ...at, expression: first }, depth).flatMap(each => entryValues(each, name));
      }
      const way = own(this.program.idioms.handing, name);
      if (way === 'item' && name === 'map' && first?.type === 'function') {
        return first.scope.gives.flatMap(give => this.#terminals(give, depth));
      }
      if (way === 'item') return this.#items({ ...at, expression: object }, depth + 1);
    }
    return this.#terminals(at, depth).flatMap(each =>
      each.expression.type === 'list' ? each.expression.items.map(item => ({ ...each, expression: item })) : [],
    );
  }

  /** The entry of a record, the component of a list, the field of an object; without a key, any of them. */
  #component(at: Located, key: string | number | undefined, depth: number): Located[] {
    if (depth > MAX_DEPTH || ++this.#steps > MAX_STEPS) return [];
    if (isSelf(at.expression) && typeof key === 'string') return this.#field(enclosingClass(at.scope), key);
    const found: Located[] = [];
    const classes = this.program.classes;
    const written = lastName(at.expression);
    if (typeof key === 'string' && written !== undefined) {
      for (const each of classes.get(written) ?? []) found.push(...this.#field(each, key));
    }
    if (at.expression.type === 'call' && own(this.program.idioms.passing, lastName(at.expression.callee) ?? '')) {
      const value = at.expression.arguments[0];
      if (value && key === 0) return [{ ...at, expression: value }];
    }
    for (const each of this.#terminals(at, depth)) {
      const { expression } = each;
      if (expression.type === 'record') {
        for (const entry of expression.entries.slice(0, 300)) {
          const place = { ...each, expression: entry.value };
          if (entry.key === undefined) found.push(...(key === undefined ? [] : this.#component(place, key, depth + 2)));
          else if (key === undefined || entry.key === String(key)) found.push(place);
        }
      } else if (expression.type === 'text' && typeof key === 'string' && this.program.idioms.unwrapping.has(key)) {
        found.push(each);
      } else if (expression.type === 'list') {
        const items = typeof key === 'number' ? expression.items.slice(key, key + 1) : expression.items.slice(0, 300);
        if (typeof key !== 'string') found.push(...items.map(item => ({ ...each, expression: item })));
      } else if (expression.type === 'imported' && typeof key === 'string') {
        found.push({ ...each, expression: { ...expression, path: [...expression.path, key] } });
      } else if (expression.type === 'call' && typeof key === 'string') {
        const made = lastName(expression.callee);
        for (const each of (made !== undefined && classes.get(made)) || []) found.push(...this.#field(each, key));
      }
    }
    return found;
  }

  #field(of: Scope | undefined, name: string): Located[] {
    return of ? relatives(of, this.program).flatMap(each => each.fields.get(name) ?? []) : [];
  }
}

function entryValues(at: Located, way: 'values' | 'entries'): Located[] {
  if (at.expression.type !== 'record') return [];
  return at.expression.entries.map(({ value }) => {
    const pair: Expression = {
      type: 'list',
      items: [{ type: 'other', from: 0, to: 0 }, value],
      from: value.from,
      to: value.to,
    };
    return { ...at, expression: way === 'values' ? value : pair };
  });
}

/** The key that an index names; nothing when it is not in sight. */
function keyOf(index: Expression): string | number | undefined {
  if (index.type === 'text') return index.value;
  return index.type === 'constant' && typeof index.value === 'number' ? index.value : undefined;
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
