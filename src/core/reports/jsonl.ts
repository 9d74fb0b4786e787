import type { Assessment } from '../trust/assessment.ts';
import type { PlacedReference } from './fileReport.ts';
import { referenceRecord, safeJson } from './json.ts';

/** `refs --format jsonl`: one reference, one line. */
export const referenceLine = (file: string, placed: PlacedReference): string =>
  `${safeJson(referenceRecord(file, placed))}\n`;

/** `check --format jsonl`: one assessment, one line. */
export const assessmentLine = (assessment: Assessment): string => `${safeJson(assessment)}\n`;
