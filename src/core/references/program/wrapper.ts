import type { Call, Located, Scope } from './expression.ts';
import type { Values } from './values.ts';

/** How many calls of a wrapper are followed. */
const MAX_CALLS = 200;
/** How deep wrappers may be nested. */
export const MAX_WRAPPERS = 2;

/** The call of a wrapper of this file, through which a parameter gets its value. */
export interface Frame {
  /** The wrapper's own scope, whose parameters the call fills. */
  readonly scope: Scope;
  readonly call: Located<Call>;
}

/** Calls of a function of this file; of a class, where the function makes its objects. */
export function callsOf(scope: Scope, values: Values): readonly Located<Call>[] {
  const isMaker = scope.name === 'constructor' && scope.parent?.kind === 'class';
  const name = isMaker ? scope.parent!.name : scope.name;
  return name === '' ? [] : (values.program.callsByName.get(name) ?? []).slice(0, MAX_CALLS);
}
