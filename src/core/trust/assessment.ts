import type { RepoKind } from '../references/reference.ts';
import type { Decision } from '../rules/decision.ts';
import type { Severity } from '../rules/severity.ts';
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

export interface AssessedSignal {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly weight: number;
  readonly target?: string;
  readonly distance?: number;
  readonly source?: string;
}
