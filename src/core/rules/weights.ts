import type { Severity } from './severity.ts';

/**
 * Weight of evidence by severity, in log-odds towards "do not trust". A starting point in round numbers, not a calibration:
 * it only orders signals within local depth, where the verdict follows from the strongest severity (see trust/verdict.ts).
 */
export const WEIGHT: Readonly<Record<Severity, number>> = { error: 6, warning: 3, information: 1, hint: 0.3 };
