import { fileReport } from '../../../src/core/reports/fileReport.ts';
import type { ScanReport } from '../../../src/core/reports/scanReport.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { span } from '../../../src/core/text/span.ts';
import type { Assessment } from '../../../src/core/trust/assessment.ts';

/** A finding on the text between `‹` and `›`; the text without these marks is the file's. */
export function findingIn(marked: string, rest: Partial<Finding> = {}): { text: string; finding: Finding } {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const finding: Finding = {
    rule: 'some-rule',
    severity: 'warning',
    message: 'This is wrong.',
    weight: 1,
    span: span(start, end),
    id: null,
    kind: 'unknown',
    suppressed: false,
    ...rest,
  };
  return { text: marked.replace('‹', '').replace('›', ''), finding };
}

/** A report on one file with these findings, all on the same marked text. */
export function reportOn(path: string, marked: string, ...findings: Partial<Finding>[]): ScanReport {
  const made = findings.map(rest => findingIn(marked, rest));
  const text = made[0]?.text ?? marked;
  const reading = { path, language: 'python' as const, text, references: [], hazards: [], suppressions: [] };
  return {
    version: '1.2.3',
    files: [
      fileReport(
        { ...reading } as never,
        made.map(({ finding }) => finding),
        text.length,
      ),
    ],
    repos: new Map(),
    skipped: [],
  };
}

export const assessment = (rest: Partial<Assessment> = {}): Assessment => ({
  id: 'org/name',
  kind: 'model',
  verdict: 'unknown',
  signals: [],
  facts: null,
  notChecked: [{ what: 'publisher', why: 'offline' }],
  ...rest,
});
