import type { Located, Module } from './scope.ts';

/** Whoever follows names through a program, for those who have to know what one of its expressions is. */
export interface Follower {
  readonly module: Module;
  /** What the expression comes down to, parameters aside; `depth` counts what was followed on the way there. */
  readonly terminals: (at: Located, depth: number) => Located[];
}
