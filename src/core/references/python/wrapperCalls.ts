import type { Call } from './expression.ts';
import { callsNamed, enclosingClass, inheritedKey, type Located, type Module, type Scope } from './scope.ts';

/** How many calls of a wrapper are followed. */
const MAX_CALLS = 200;

/**
 * Calls of a function of this file; of a class, where the function makes its objects. `user`: the class whose methods
 * load what the function was given.
 */
export function wrapperCalls(scope: Scope, user: Scope | undefined, module: Module): readonly Located<Call>[] {
  const isMaker = scope.name === '__init__' && scope.parent?.kind === 'class';
  if (!isMaker) return callsNamed(module, scope.name).slice(0, MAX_CALLS);
  const made = callsNamed(module, scope.parent!.name);
  return [...made, ...inheritedCalls(scope.parent!, user, module)].slice(0, MAX_CALLS);
}

/** `super().__init__(…)` in the classes that inherit from this one; when one of them loads, only its own. */
function inheritedCalls(base: Scope, user: Scope | undefined, module: Module): readonly Located<Call>[] {
  const calls = callsNamed(module, inheritedKey(base.name));
  return user === base ? calls : calls.filter(call => user === enclosingClass(call.scope));
}
