import type { AssessedSignal, Assessment, Verdict } from '../trust/assessment.ts';
import { IN_THE_PRIOR } from '../trust/parts.ts';
import type { Style } from './terminal.ts';

/** A verdict, and what its reader does about it. */
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  trusted: 'trusted',
  clear: 'clear: nothing speaks against it',
  caution: 'caution: check before you run it',
  risky: 'risky: do not run it unchecked',
  dangerous: 'dangerous: do not run it',
  unknown: 'unknown: not enough is known to judge',
};

/** A verdict in words, that do not say "nothing" above a hint that says something. */
export const verdictWords = ({ verdict, signals }: Pick<Assessment, 'verdict' | 'signals'>): string =>
  verdict === 'clear' && signals.some(speaksAgainst)
    ? 'clear: no warning, but read what was found'
    : VERDICT_WORDS[verdict];

/** It says something of the repo or its publisher, and not of the line of code alone. */
export const speaksAgainst = ({ rule, weight }: Pick<AssessedSignal, 'rule' | 'weight'>): boolean =>
  weight > 0 || IN_THE_PRIOR.has(rule);

/** How loudly a verdict is painted. Neither `trusted` nor `clear` is green: nothing here proves a repo good. */
export const VERDICT_STYLE: Readonly<Record<Verdict, Style>> = {
  trusted: 'strong',
  clear: 'strong',
  caution: 'warning',
  risky: 'error',
  dangerous: 'error',
  unknown: 'faint',
};
