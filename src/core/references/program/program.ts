import type { RepoKind } from '../reference.ts';
import {
  type Call,
  type Expression,
  type Located,
  lastName,
  newScope,
  type RecordValue,
  type Scope,
  type Template,
} from './expression.ts';

/** A value that stands under a name: an entry of a record, a constant, a field, a default. */
export interface Labelled {
  readonly label: string;
  readonly value: Located;
  /** What the part of the program that it stands in imports. */
  readonly packages: ReadonlySet<string>;
  /** What stands beside it under the name of a revision. */
  readonly revision?: Located;
  /** The record that it is an entry of. */
  readonly record?: RecordValue;
  /** Its own help says that it is a repo of the Hub, of this kind. */
  readonly told?: RepoKind;
}

/** Calls that hand on what they are given, and what they do to it. One table a language. */
export interface Idioms {
  /** By the last word of the callee, the positions of what may come out: `useState("id")`, `Some("id")`. */
  readonly passing: Readonly<Record<string, readonly number[]>>;
  /** Methods whose result is their receiver, as far as an id is concerned. */
  readonly keeping: ReadonlySet<string>;
  /** Fields that give what a value is wrapped in: `.current` of a React reference. */
  readonly unwrapping: ReadonlySet<string>;
  /** Methods whose result is one item of their receiver. */
  readonly picking: ReadonlySet<string>;
  /** Methods that call their argument with an item of the receiver, or with the receiver. */
  readonly handing: Readonly<Record<string, 'item' | 'whole'>>;
}

/** A program as names and calls: what its statements say, put together. */
export interface Program {
  readonly idioms: Idioms;
  readonly top: Scope;
  readonly calls: Located<Call>[];
  readonly callsByName: Map<string, Located<Call>[]>;
  readonly functions: Map<string, Scope[]>;
  readonly classes: Map<string, Scope[]>;
  /** Classes by the name of what they extend. */
  readonly heirs: Map<string, Scope[]>;
  /** `owner.field = …`, by {@link storeKey}. */
  readonly stores: Map<string, Located[]>;
  /** Defaults of command-line options by the name of their field. */
  readonly options: Map<string, Located[]>;
  readonly labelled: Labelled[];
  /** Texts with values in them. */
  readonly templates: Located<Template>[];
  /** The packages that it imports. */
  readonly packages: Set<string>;
}

export const newProgram = (idioms: Idioms): Program => ({
  idioms,
  top: newScope('module'),
  calls: [],
  callsByName: new Map(),
  functions: new Map(),
  classes: new Map(),
  heirs: new Map(),
  stores: new Map(),
  options: new Map(),
  labelled: [],
  templates: [],
  packages: new Set(),
});

export const storeKey = (owner: string, field: string) => `${owner}\n${field}`;

/** Adds to a list in a map. */
export function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Adds a call, and tells the functions among its arguments that they are handed to it. */
export function addCall(program: Program, call: Located<Call>): void {
  program.calls.push(call);
  const name = lastName(call.expression.callee);
  if (name !== undefined) addTo(program.callsByName, name, call);
  for (const given of call.expression.arguments) if (given.type === 'function') given.scope.handedTo = call;
}

/** Binds a name in the scope that already has it, else in this one. */
export function assign(scope: Scope, name: string, value: Located): void {
  let home: Scope = scope;
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at.kind !== 'class' && at.bindings.has(name)) {
      home = at;
      break;
    }
  }
  addTo(home.bindings, name, { value, steps: [] });
}

/** The scope that binds the name, outwards from here; fields of a class are no names. */
export function scopeOf(name: string, from: Scope): Scope | undefined {
  for (let at: Scope | undefined = from; at; at = at.parent) {
    if (at.kind === 'class') continue;
    if (at.bindings.has(name) || at.parameters.some(each => each.name === name)) return at;
  }
  return undefined;
}

export function enclosingClass(scope: Scope): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.kind === 'class') return at;
  return undefined;
}

export const isSelf = (expression: Expression): boolean =>
  expression.type === 'name' &&
  (expression.name === 'this' || expression.name === 'self' || expression.name === 'Self');

/** The class with what it extends and what extends it: a field of one is a field of all. */
export function relatives(own: Scope, program: Program): Scope[] {
  const all = new Set<Scope>([own]);
  for (const each of all) {
    if (all.size > 40) break;
    for (const base of each.bases) for (const found of program.classes.get(base) ?? []) all.add(found);
    if (each.name) for (const heir of program.heirs.get(each.name) ?? []) all.add(heir);
  }
  return [...all];
}
