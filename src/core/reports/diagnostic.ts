import type { Finding } from '../rules/finding.ts';
import type { Fix } from '../rules/rule.ts';
import type { Severity } from '../rules/severity.ts';
import { messageText } from './escape.ts';
import { mootFindings } from './moot.ts';

/** A finding as an editor marks it; the server only changes offsets into positions. */
export interface DiagnosticReport {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'hint'>;
  readonly message: string;
  readonly finding: Finding;
  /** Its own, and those of the findings that it stands for. */
  readonly fixes: readonly Fix[];
}

/**
 * What is to be marked: suppressed findings are not, and a hint is for the hover card and the report only. Said once where
 * two say the same; what an advisory makes moot is named behind it, and told in the card and the report.
 */
export function diagnosticReports(findings: readonly Finding[]): DiagnosticReport[] {
  const moot = mootFindings(findings);
  const folded = new Set([...moot.values()].flat());
  const seen = new Set<string>();
  return findings.flatMap(finding => {
    const { rule, severity, span, suppressed } = finding;
    const key = `${rule} ${span.start} ${span.end} ${finding.message}`;
    if (suppressed || severity === 'hint' || folded.has(finding) || seen.has(key)) return [];
    seen.add(key);
    const others = moot.get(finding) ?? [];
    const message = messageText(finding.message) + alsoFound(others);
    return [{ rule, severity, message, finding, fixes: [finding, ...others].flatMap(one => fixesFor(one, finding)) }];
  });
}

const alsoFound = (others: readonly Finding[]): string =>
  others.length === 0 ? '' : ` Also found here: ${[...new Set(others.map(({ rule }) => rule))].join(', ')}.`;

/** Of a finding that another stands for: what puts another id in its place. The rest would mend a load that is to go. */
const fixesFor = ({ fixes = [] }: Finding, marked: Finding): readonly Fix[] =>
  fixes === marked.fixes
    ? fixes
    : fixes.filter(({ edits }) => edits.every(({ span }) => span.start === marked.span.start));
