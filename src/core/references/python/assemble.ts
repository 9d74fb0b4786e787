import type { Call, Fact } from './expression.ts';
import { declaredOptions, optionKey, storedField, storeKey } from './fieldNames.ts';
import { MAX_OWNERS } from './fields.ts';
import { type NameKind, type Names, noNames } from './nameSets.ts';
import {
  type Binding,
  constructed,
  enclosingClass,
  inheritedKey,
  isAlias,
  isSelf,
  type Located,
  lastName,
  type Module,
  type PlacedUnits,
  type Scope,
} from './scope.ts';

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
    fillable: fact?.fillable ?? false,
    attributes: fact?.kind === 'class' ? new Map() : NO_ATTRIBUTES,
    decorators: fact?.decorators.length
      ? fact.decorators.map(expression => ({ expression, base, scope: parent! }))
      : NO_DECORATORS,
    base,
    gives: [],
  };
}

/** A top-level statement and the names that the others can find it by. */
export interface Offering extends PlacedUnits {
  readonly offers: Names;
}

/** More searches than this through all statements, and an index costs less. */
const MAX_SEARCHES = 30;

/**
 * Puts a program together, each statement when it is first reached: by its place, or by one of the names that it offers.
 * After a keystroke few are.
 */
export function assemble(statements: readonly Offering[]): Module {
  const top = openScope(undefined, undefined, 0);
  const lists = {
    callsByName: new Map<string, Located<Call>[]>(),
    functions: new Map<string, Scope[]>(),
    classes: new Map<string, Scope[]>(),
    owners: new Map<string, Scope[]>(),
    stores: new Map<string, Located[]>(),
    options: new Map<string, Located[]>(),
  };
  const aliases = new Set<string>();
  const crowded = new Set<string>();
  const calls: (Located<Call>[] | undefined)[] = [];
  const reached = noNames();
  const find = finder(statements);

  const callsOf = (index: number): readonly Located<Call>[] => {
    const known = calls[index];
    if (known) return known;
    const own: Located<Call>[] = [];
    calls[index] = own;
    addStatement(statements[index]!, own);
    return own;
  };

  const reach = (kind: NameKind, name: string) => {
    if (reached[kind].has(name)) return;
    reached[kind].add(name);
    const places = find(kind, name);
    if (kind === 'field' && places.length > MAX_OWNERS) {
      crowded.add(name);
      return;
    }
    for (const index of places) callsOf(index);
    const { callsByName, functions, classes, owners, stores, options } = lists;
    if (kind === 'call') inOrder(callsByName.get(name), located);
    else if (kind === 'top') inOrder(top.bindings.get(name), binding => binding.value.base);
    else if (kind === 'definition') for (const map of [functions, classes]) inOrder(map.get(name), located);
    else if (kind === 'field') inOrder(owners.get(name), located);
    else {
      inOrder(stores.get(name), located);
      inOrder(options.get(name), located);
    }
  };

  const addStatement = ({ start, units }: Offering, own: Located<Call>[]) => {
    let scope = top;
    for (const unit of units) {
      const base = start + unit.base;
      const unitEnd = start + unit.blockEnd;
      for (const fact of unit.facts) {
        switch (fact.type) {
          case 'enter':
            scope = openScope(fact, scope, base);
            add(fact.kind === 'class' ? lists.classes : lists.functions, fact.name, scope);
            break;
          case 'leave':
            scope = scope.parent ?? top;
            break;
          case 'bind': {
            if (isAlias(fact.name, fact.value)) aliases.add(fact.name);
            if (scope.kind === 'class') addOwner(scope, fact.name);
            const blockEnd = fact.blockEnd === undefined ? unitEnd : base + fact.blockEnd;
            const value = { expression: fact.value, base, scope };
            add(scope.bindings, fact.name, { value, steps: fact.steps, blockEnd });
            break;
          }
          case 'store': {
            const value = { expression: fact.value, base, scope };
            const { target } = fact;
            const owner = isSelf(target.object) ? enclosingClass(scope) : undefined;
            const field = storedField(target);
            if (owner && target.type === 'attribute') {
              addOwner(owner, target.name);
              add(owner.attributes, target.name, { value, steps: [], blockEnd: unitEnd });
            } else if (typeof field === 'string') {
              add(lists.stores, storeKey(lastName(target.object) ?? '', field), value);
            }
            break;
          }
          case 'give':
            scope.gives.push({ expression: fact.value, base, scope });
            break;
          case 'call':
            addCall({ expression: fact.call, base, scope }, own);
        }
      }
    }
  };

  const addOwner = (scope: Scope, field: string) => {
    if (!scope.bindings.has(field) && !scope.attributes.has(field)) add(lists.owners, field, scope);
  };

  const addCall = (call: Located<Call>, own: Located<Call>[]) => {
    own.push(call);
    const name = lastName(call.expression.callee);
    if (name === undefined) return;
    add(lists.callsByName, name, call);
    for (const base of constructed(name, enclosingClass(call.scope)?.bases ?? [])) {
      add(lists.callsByName, inheritedKey(base), call);
    }
    for (const option of declaredOptions(call.expression, name)) {
      add(lists.options, optionKey(option.name), { ...call, expression: option.value });
    }
  };

  return { top, ...lists, aliases, crowded, callsOf, reach, asked: noNames() };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const located = (at: { readonly base: number }) => at.base;

/** By the order of the text: statements are put in as they are reached. */
function inOrder<T>(list: T[] | undefined, baseOf: (each: T) => number): void {
  if (list && list.length > 1) list.sort((a, b) => baseOf(a) - baseOf(b));
}

/** Tells which statements offer a name. */
function finder(statements: readonly Offering[]): (kind: NameKind, name: string) => readonly number[] {
  let searches = 0;
  let index: Readonly<Record<NameKind, ReadonlyMap<string, readonly number[]>>> | undefined;
  return (kind, name) => {
    if (!index && searches++ < MAX_SEARCHES) {
      const found: number[] = [];
      for (let i = 0; i < statements.length; i++) if (statements[i]!.offers[kind].has(name)) found.push(i);
      return found;
    }
    index ??= indexOf(statements);
    return index[kind].get(name) ?? [];
  };
}

function indexOf(statements: readonly Offering[]) {
  const indexed = (kind: NameKind) => {
    const places = new Map<string, number[]>();
    statements.forEach(({ offers }, place) => {
      for (const name of offers[kind]) add(places, name, place);
    });
    return places;
  };
  return {
    top: indexed('top'),
    definition: indexed('definition'),
    field: indexed('field'),
    place: indexed('place'),
    call: indexed('call'),
  };
}
