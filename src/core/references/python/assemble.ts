import type { Call, Fact } from './expression.ts';
import { noNames } from './nameSets.ts';
import {
  add,
  type Binding,
  enclosingClass,
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
    attributes: fact?.kind === 'class' ? new Map() : NO_ATTRIBUTES,
    decorators: fact?.decorators.length
      ? fact.decorators.map(expression => ({ expression, base, scope: parent! }))
      : NO_DECORATORS,
    base,
    gives: [],
  };
}

/** Puts the top-level statements of a program together. */
export function assemble(statements: readonly PlacedUnits[]): Module {
  const top = openScope(undefined, undefined, 0);
  const calls: Located<Call>[][] = [];
  const callsByName = new Map<string, Located<Call>[]>();
  const functions = new Map<string, Scope[]>();
  const classes = new Map<string, Scope[]>();
  const stores: Module['stores'][number][] = [];
  const aliases = new Set<string>();
  let scope = top;
  for (const { start, units } of statements) {
    const own: Located<Call>[] = [];
    calls.push(own);
    for (const unit of units) {
      const base = start + unit.base;
      for (const fact of unit.facts) {
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
            add(scope.bindings, fact.name, {
              value: { expression: fact.value, base, scope },
              steps: fact.steps,
              blockEnd: fact.blockEnd === undefined ? start + unit.blockEnd : base + fact.blockEnd,
            });
            break;
          case 'store': {
            const value = { expression: fact.value, base, scope };
            const { target } = fact;
            const owner = target.type === 'attribute' && isSelf(target.object) ? enclosingClass(scope) : undefined;
            if (owner && target.type === 'attribute')
              add(owner.attributes, target.name, { value, steps: [], blockEnd: start + unit.blockEnd });
            else stores.push({ target: { expression: target, base, scope }, value });
            break;
          }
          case 'give':
            scope.gives.push({ expression: fact.value, base, scope });
            break;
          case 'call': {
            const call = { expression: fact.call, base, scope };
            own.push(call);
            const name = lastName(fact.call.callee);
            if (name) add(callsByName, name, call);
          }
        }
      }
    }
  }
  return { top, calls, callsByName, functions, classes, aliases, stores, asked: noNames() };
}
