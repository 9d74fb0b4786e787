import type { Call, Expression, Parameter, Step, Unit } from './expression.ts';
import type { NameKind, NameSets } from './nameSets.ts';

/** An expression where it stands: offsets count from `base`, names are looked up from `scope`. */
export interface Located<T extends Expression = Expression> {
  readonly expression: T;
  readonly base: number;
  readonly scope: Scope;
}

export interface Binding {
  readonly value: Located;
  readonly steps: readonly Step[];
  /** Where the block ends that it stands in: up to there it has happened wherever it stands before. */
  readonly blockEnd: number;
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
  /** A class whose fields whoever makes an object may give other values. */
  readonly fillable: boolean;
  /** Offset that the defaults of the parameters count from. */
  readonly base: number;
  readonly gives: Located[];
}

/** A top-level statement of the program: its facts, which count from `start`. */
export interface PlacedUnits {
  readonly start: number;
  readonly units: readonly Unit[];
}

/**
 * A Python program as names and calls: what the statements say, put together. What is found by a name is there once it was
 * asked for.
 */
export interface Module {
  readonly top: Scope;
  /** Calls by the last word of what is called: `load` for `self.load(…)`. */
  readonly callsByName: ReadonlyMap<string, readonly Located<Call>[]>;
  readonly functions: ReadonlyMap<string, readonly Scope[]>;
  readonly classes: ReadonlyMap<string, readonly Scope[]>;
  /** The classes that have a field of that name; of those that are not crowded. */
  readonly owners: ReadonlyMap<string, readonly Scope[]>;
  /** Fields of so many classes that nothing tells whose is meant. */
  readonly crowded: ReadonlySet<string>;
  /** What is put into fields and entries elsewhere, and the defaults of options; see `fieldNames.ts` for their keys. */
  readonly stores: ReadonlyMap<string, readonly Located[]>;
  readonly options: ReadonlyMap<string, readonly Located[]>;
  /** Names that stand for something else: imported under another name, or kept in a variable. */
  readonly aliases: ReadonlySet<string>;
  /** The calls of a top-level statement, by its place among them. */
  readonly callsOf: (statement: number) => readonly Located<Call>[];
  readonly reach: (kind: NameKind, name: string) => void;
  /** The names that were asked for since this was last set. */
  asked: NameSets;
}

/** Everything that is looked up by a name is asked for first: that makes it known, and keeps in mind who needs it. */
export function ask(module: Module, kind: NameKind, name: string): void {
  const asked = module.asked[kind];
  if (asked.has(name)) return;
  asked.add(name);
  module.reach(kind, name);
}

export function callsNamed(module: Module, name: string): readonly Located<Call>[] {
  ask(module, 'call', name);
  return module.callsByName.get(name) ?? [];
}

export function functionsNamed(module: Module, name: string): readonly Scope[] {
  ask(module, 'definition', name);
  return module.functions.get(name) ?? [];
}

export function classesNamed(module: Module, name: string): readonly Scope[] {
  ask(module, 'definition', name);
  return module.classes.get(name) ?? [];
}

/** Can what is called stand for something with another name? A field can only where the class itself says so. */
export function isAliased({ expression, scope }: Located, module: Module): boolean {
  if (expression.type === 'name') {
    ask(module, 'top', expression.name);
    return module.aliases.has(expression.name);
  }
  if (expression.type !== 'attribute' || lastName(expression.object) !== 'self') return false;
  return enclosingClass(scope)?.bindings.has(expression.name) ?? false;
}

export function isAlias(name: string, value: Expression): boolean {
  if (value.type === 'imported') return value.path.at(-1) !== name;
  return value.type === 'attribute' || value.type === 'either' || (value.type === 'call' && value.early === true);
}

export function lastName(callee: Expression): string | undefined {
  return callee.type === 'name' || callee.type === 'attribute' ? callee.name : undefined;
}

/**
 * What a call of a constructor is found by, beside its own name, from a class that its class inherits from:
 * `super().__init__(…)`. Most classes have such a call, and few of them concern each other.
 */
export const inheritedKey = (base: string) => `${base}.__init__`;

/** The classes that the constructor may be of which is called so; none where it is no constructor. */
export function constructed(name: string, bases: readonly Expression[]): ReadonlySet<string> {
  if (name !== '__init__') return NO_CLASSES;
  return new Set(bases.flatMap(each => lastName(each) ?? []));
}

const NO_CLASSES: ReadonlySet<string> = new Set();

export const isSelf = (object: Expression): boolean =>
  object.type === 'name' && (object.name === 'self' || object.name === 'cls');

export function enclosingClass(scope: Scope | undefined): Scope | undefined {
  for (let at = scope; at; at = at.parent) if (at.kind === 'class') return at;
  return undefined;
}

/** The scope that binds the name, as Python looks it up: outwards, passing over classes from inside their methods. */
export function scopeOf(name: string, from: Scope, module: Module): Scope | undefined {
  for (let at: Scope | undefined = from; at; at = at.parent) {
    if (at.kind === 'module') ask(module, 'top', name);
    if (at.kind === 'class' && at !== from) continue;
    if (at.bindings.has(name) || hasParameter(at.parameters, name)) return at;
  }
  return undefined;
}

function hasParameter(parameters: readonly Parameter[], name: string): boolean {
  for (const parameter of parameters) if (parameter.name === name) return true;
  return false;
}
