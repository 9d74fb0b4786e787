import { atLeast, type Severity } from '../core/rules/severity.ts';

/** The promise to scripts: see the foot of every `--help`. */
export const exitCode = { clean: 0, found: 1, badUsage: 2, unfinished: 3, interrupted: 130 } as const;

export type FailOn = Severity | 'never';

export const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'information', 'hint', 'never'];

/** Does one of these severities make the run fail? */
export const fails = (severity: Severity, failOn: FailOn): boolean => failOn !== 'never' && atLeast(severity, failOn);
