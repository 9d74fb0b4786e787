import type { Finding } from '../rules/finding.ts';
import type { Severity } from '../rules/severity.ts';
import { messageText } from './escape.ts';

/** A finding as an editor marks it; the server only changes offsets into positions. */
export interface DiagnosticReport {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'hint'>;
  readonly message: string;
  readonly finding: Finding;
}

/** What is to be marked: suppressed findings are not, and a hint is for the hover card and the report only. Said once where two say the same. */
export function diagnosticReports(findings: readonly Finding[]): DiagnosticReport[] {
  const seen = new Set<string>();
  return findings.flatMap(finding => {
    const { rule, severity, span, suppressed } = finding;
    const key = `${rule} ${span.start} ${span.end} ${finding.message}`;
    if (suppressed || severity === 'hint' || seen.has(key)) return [];
    seen.add(key);
    return [{ rule, severity, message: messageText(finding.message), finding }];
  });
}
