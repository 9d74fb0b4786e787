import type { Rule } from '../rules/rule.ts';
import { INVISIBLE } from './escape.ts';
import type { PlacedFinding, PlacedReference } from './fileReport.ts';
import type { ScanReport } from './scanReport.ts';

/** JSON that is also harmless when shown: what may steer a terminal or reorder text is written as an escape. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(INVISIBLE, hidden =>
    hidden.replace(/[\s\S]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** `scan --format json`, as `scan.schema.json` says. */
export function scanJson(report: ScanReport, repoKey: (reference: PlacedReference['reference']) => string): string {
  const references = report.files.flatMap(file =>
    file.references.map(placed => ({
      ...referenceRecord(file.path, placed),
      verdict: report.repos.get(repoKey(placed.reference))?.verdict ?? 'unknown',
    })),
  );
  const record = {
    version: report.version,
    scanned: {
      files: report.files.length,
      bytes: report.files.reduce((sum, file) => sum + file.bytes, 0),
      references: references.length,
    },
    references,
    findings: report.files.flatMap(file => file.findings.map(placed => findingRecord(file.path, placed))),
    repos: Object.fromEntries(report.repos),
    skipped: report.skipped,
  };
  return `${safeJson(record, 2)}\n`;
}

/** A reference as `refs` and `scan` print it. */
export function referenceRecord(file: string, { reference, place }: PlacedReference): object {
  return {
    file,
    line: place.line,
    column: place.column,
    endColumn: place.endColumn,
    id: reference.id,
    kind: reference.kind,
    revision: reference.revision.state === 'known' ? reference.revision.value : null,
    trustRemoteCode: reference.trustRemoteCode.state === 'known' ? reference.trustRemoteCode.value : null,
    api: reference.api,
    link: reference.link,
    ...(reference.cell && { cell: reference.cell }),
  };
}

function findingRecord(file: string, { finding, place, fix }: PlacedFinding): object {
  return {
    rule: finding.rule,
    severity: finding.severity,
    file,
    ...place,
    id: finding.id,
    message: finding.message,
    ...(finding.suppressed && { suppressed: true }),
    ...(finding.cell && { cell: finding.cell }),
    ...(fix && {
      fix: { title: fix.title, edits: fix.edits.map(({ place: at, newText }) => ({ ...at, newText })) },
    }),
  };
}

/** `rules --format json`: what a rule is, without the code that asks it. */
export function rulesJson(version: string, rules: readonly Rule[]): string {
  const records = rules.map(({ id, title, level, varies, depth, asks, why, advice, source, example }) => {
    return { id, title, level, ...(varies !== undefined && { varies }), depth, asks, why, advice, source, example };
  });
  return `${safeJson({ version, rules: records }, 2)}\n`;
}
