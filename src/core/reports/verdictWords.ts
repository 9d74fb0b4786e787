import type { Verdict } from '../trust/assessment.ts';
import type { Style } from './terminal.ts';

/** A verdict, and what its reader does about it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  trusted: 'trusted',
  clear: 'clear: nothing speaks against it',
  caution: 'caution: check before you run it',
  risky: 'risky: do not run it unchecked',
  dangerous: 'dangerous: do not run it',
  unknown: 'unknown: not enough is known to judge',
};

/** How loudly a verdict is painted. Neither `trusted` nor `clear` is green: nothing here proves a repo good. */
export const VERDICT_STYLE: Readonly<Record<Verdict, Style>> = {
  trusted: 'strong',
  clear: 'strong',
  caution: 'warning',
  risky: 'error',
  dangerous: 'error',
  unknown: 'faint',
};
