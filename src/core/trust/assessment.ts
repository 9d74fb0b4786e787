import type { RepoKind } from '../references/reference.ts';
import type { Decision } from '../rules/decision.ts';
import type { Signal } from '../rules/rule.ts';
import type { ToldFacts } from './toldFacts.ts';

/** `unknown`: the facts are not to be had; never painted green. */
export type Verdict = 'trusted' | 'clear' | 'caution' | 'risky' | 'dangerous' | 'unknown';

/** All signals of a repo and the verdict they add up to: the same in `scan`, `check` and `report`. */
export interface Assessment {
  readonly id: string;
  readonly kind: RepoKind;
  readonly verdict: Verdict;
  readonly signals: readonly AssessedSignal[];
  /** What the team has decided of it, where it has. */
  readonly decision?: Decision;
  /** What the Hub tells of the repo; null where nothing of it is known. */
  readonly facts: ToldFacts | null;
  readonly notChecked: readonly { readonly what: string; readonly why: string }[];
}

/** What a rule said of the repo; what to change in a file belongs to its place there. */
export interface AssessedSignal extends Omit<Signal, 'fixes'> {
  readonly rule: string;
}
