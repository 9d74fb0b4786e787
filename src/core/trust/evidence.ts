import type { StandingLevel } from '../facts/standing.ts';
import type { Severity } from '../rules/severity.ts';

/**
 * Log-odds that a repo is not to be trusted before any evidence, by its publisher's standing. Set by hand, in round numbers:
 * of the repos that anybody refers to, few are bad. `npm run bench -- calibration` fits weights to labelled cases, holds them
 * against these on cases that were kept apart, and says in media/docs/calibration.md which are to be used, and why.
 */
export const PRIOR: Readonly<Record<StandingLevel, number>> = {
  'well-known': -6,
  known: -5,
  'not-known': -4,
  unknown: -3.5,
  young: -2.5,
};

/** Log-odds of a signal where it is not what its severity usually is worth. Publisher hints are in the prior already. */
export const EVIDENCE: Readonly<Record<string, Partial<Readonly<Record<Severity, number>>>>> = {
  'young-publisher': { hint: 0 },
  'unknown-publisher': { hint: 0 },
  'same-name': { error: 6, warning: 3, hint: 0.4 },
  'missing-repo': { warning: 2, information: 0.5 },
  'launcher-files': { information: 0.8 },
};

/** From these odds on, a warning makes `risky` and an error `dangerous`. */
export const RISKY_FROM = 1;
/** Above these odds nothing is called `trusted`. */
export const TRUSTED_UNTIL = -4.5;
