import type { Attribute, Call, Expression, Fact, Parameter, Step, Subscript } from './expression.ts';
import type { Unit } from './statements.ts';

/** An expression where it stands: offsets count from `base`, names are looked up from `scope`. */
export interface Located<T extends Expression = Expression> {
  readonly expression: T;
  readonly base: number;
  readonly scope: Scope;
}

export interface Binding {
  readonly value: Located;
  readonly steps: readonly Step[];
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly name: string;
  readonly parent?: Scope;
  readonly bindings: Map<string, Binding[]>;
  readonly parameters: readonly Parameter[];
  readonly bases: readonly Expression[];
  /** `self.x = …` in the methods of a class. */
  readonly attributes: Map<string, Binding[]>;
  readonly decorators: readonly Located<Call>[];
  /** Offset that the defaults of the parameters count from. */
  readonly base: number;
  readonly gives: Located[];
}

/** A Python file as names and calls: what the statements say, put together. */
export interface Module {
  readonly top: Scope;
  /** Calls with a keyword that tells a loader, or a folder to write. */
  readonly tellingCalls: readonly Located<Call>[];
  readonly writingCalls: readonly Located<Call>[];
  /** Calls by the last word of what is called: `load` for `self.load(…)`. */
  readonly callsByName: ReadonlyMap<string, readonly Located<Call>[]>;
  readonly functions: ReadonlyMap<string, readonly Scope[]>;
  readonly classes: ReadonlyMap<string, readonly Scope[]>;
  /** Names that stand for something else: imported under another name, or kept in a variable. */
  readonly aliases: ReadonlySet<string>;
  readonly mentions: readonly { readonly fact: Extract<Fact, { type: 'mention' }>; readonly base: number }[];
  readonly stores: readonly { readonly target: Located<Attribute | Subscript>; readonly value: Located }[];
}

type Opened = Extract<Fact, { type: 'enter' }>;

/** Shared by all that have none: scopes are many, and made anew on every keystroke. */
const NO_ATTRIBUTES: Map<string, Binding[]> = new Map();

const NO_DECORATORS: readonly Located<Call>[] = [];

function openScope(fact: Opened | undefined, parent: Scope | undefined, base: number): Scope {
  return {
    kind: fact?.kind ?? 'module',
    name: fact?.name ?? '',
    ...(parent && { parent }),
    bindings: new Map(),
    parameters: fact?.parameters ?? [],
    bases: fact?.bases ?? [],
    attributes: fact?.kind === 'class' ? new Map() : NO_ATTRIBUTES,
    decorators: fact?.decorators.length
      ? fact.decorators.map(expression => ({ expression, base, scope: parent! }))
      : NO_DECORATORS,
    base,
    gives: [],
  };
}

export function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

export function assemble(units: readonly Unit[]): Module {
  const top = openScope(undefined, undefined, 0);
  const tellingCalls: Located<Call>[] = [];
  const writingCalls: Located<Call>[] = [];
  const callsByName = new Map<string, Located<Call>[]>();
  const functions = new Map<string, Scope[]>();
  const classes = new Map<string, Scope[]>();
  const mentions: Module['mentions'][number][] = [];
  const stores: Module['stores'][number][] = [];
  const aliases = new Set<string>();
  let scope = top;
  for (const { base, facts } of units) {
    for (const fact of facts) {
      switch (fact.type) {
        case 'enter':
          scope = openScope(fact, scope, base);
          add(fact.kind === 'class' ? classes : functions, fact.name, scope);
          break;
        case 'leave':
          scope = scope.parent ?? top;
          break;
        case 'bind':
          if (isAlias(fact.name, fact.value)) aliases.add(fact.name);
          add(scope.bindings, fact.name, { value: { expression: fact.value, base, scope }, steps: fact.steps });
          break;
        case 'store': {
          const value = { expression: fact.value, base, scope };
          const { target } = fact;
          const owner = enclosingClass(scope);
          const isSelf =
            target.type === 'attribute' && target.object.type === 'name' && /^(?:self|cls)$/.test(target.object.name);
          if (isSelf && owner) add(owner.attributes, target.name, { value, steps: [] });
          else stores.push({ target: { expression: target, base, scope }, value });
          break;
        }
        case 'give':
          scope.gives.push({ expression: fact.value, base, scope });
          break;
        case 'call': {
          const call = { expression: fact.call, base, scope };
          if (fact.call.telling) tellingCalls.push(call);
          if (fact.call.writing) writingCalls.push(call);
          const name = lastName(fact.call.callee);
          if (name) add(callsByName, name, call);
          break;
        }
        case 'mention':
          mentions.push({ fact, base });
      }
    }
  }
  return { top, tellingCalls, writingCalls, callsByName, functions, classes, aliases, mentions, stores };
}

function isAlias(name: string, value: Expression): boolean {
  if (value.type === 'imported') return value.path.at(-1) !== name;
  return value.type === 'attribute' || value.type === 'either';
}

export function lastName(callee: Expression): string | undefined {
  return callee.type === 'name' || callee.type === 'attribute' ? callee.name : undefined;
}

export function enclosingClass(scope: Scope | undefined): Scope | undefined {
  for (let at = scope; at; at = at.parent) if (at.kind === 'class') return at;
  return undefined;
}

/** The scope that binds the name, as Python looks it up: outwards, passing over classes from inside their methods. */
export function scopeOf(name: string, from: Scope): Scope | undefined {
  for (let at: Scope | undefined = from; at; at = at.parent) {
    if (at.kind === 'class' && at !== from) continue;
    if (at.bindings.has(name) || at.parameters.some(parameter => parameter.name === name)) return at;
  }
  return undefined;
}
