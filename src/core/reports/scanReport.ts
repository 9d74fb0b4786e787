import type { Engine, JudgeOptions } from '../engine.ts';
import type { Finding } from '../rules/finding.ts';
import type { Severity } from '../rules/severity.ts';
import { count } from '../text/count.ts';
import type { Assessment } from '../trust/assessment.ts';
import type { FileReport } from './fileReport.ts';

/** A whole scan, ready to be told in any format. */
export interface ScanReport {
  /** Of the program that made it. */
  readonly version: string;
  /** Sorted by path. */
  readonly files: readonly FileReport[];
  /** Sorted by key: `models/org/name`. */
  readonly repos: ReadonlyMap<string, Assessment>;
  /** What was left out, and why. Sorted by path. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly path: string;
  readonly why: string;
}

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** Puts the files in order and asks the engine for the verdict on each repo, given all that was found about it. */
export function scanReport(
  engine: Pick<Engine, 'assess' | 'repoKey'>,
  scanned: { version: string; files: readonly FileReport[]; skipped: readonly Skipped[] },
  options: JudgeOptions = {},
): ScanReport {
  const files = scanned.files.toSorted(byPath);
  const findings = new Map<string, Finding[]>();
  for (const { finding } of files.flatMap(file => file.findings)) {
    if (finding.id === null) continue;
    const key = engine.repoKey({ id: finding.id, kind: finding.kind });
    const known = findings.get(key);
    if (known) known.push(finding);
    else findings.set(key, [finding]);
  }
  const repos = new Map<string, Assessment>();
  for (const { reference } of files.flatMap(file => file.references)) {
    const key = engine.repoKey(reference);
    if (!repos.has(key)) repos.set(key, engine.assess(reference.id, reference.kind, findings.get(key) ?? [], options));
  }
  return {
    version: scanned.version,
    files,
    repos: new Map([...repos].sort(([a], [b]) => (a < b ? -1 : 1))),
    skipped: scanned.skipped.toSorted(byPath),
  };
}

/** Findings that nobody silenced, counted by severity. */
export function severityCounts(report: ScanReport): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const file of report.files) {
    for (const { finding } of file.findings) if (!finding.suppressed) counts[finding.severity]++;
  }
  return counts;
}

/** `2 errors, 1 warning, 3 information`, without hints; empty when there is none. */
export function severityWords(
  counts: Record<Severity, number>,
  paint = (_severity: Severity, text: string) => text,
): string {
  const loud = (['error', 'warning', 'information'] as const).filter(severity => counts[severity] > 0);
  return loud
    .map(severity =>
      paint(
        severity,
        severity === 'information' ? `${counts[severity]} information` : counted(counts[severity], severity),
      ),
    )
    .join(', ');
}

export const counted = (some: number, noun: string): string => `${count(some)} ${noun}${some === 1 ? '' : 's'}`;

/** What was not checked, said once a reason: `publisher, files of 3 of 40 repos (no connection)`. */
export function notCheckedWords(report: ScanReport): string {
  const byReason = new Map<string, { what: Set<string>; repos: Set<string> }>();
  for (const [key, { notChecked }] of report.repos) {
    for (const { what, why } of notChecked) {
      const said = byReason.get(why) ?? { what: new Set(), repos: new Set() };
      byReason.set(why, said);
      said.what.add(what);
      said.repos.add(key);
    }
  }
  const all = report.repos.size;
  const of = (some: number) => (some === all ? '' : ` of ${count(some)} of ${counted(all, 'repo')}`);
  return [...byReason].map(([why, { what, repos }]) => `${[...what].join(', ')}${of(repos.size)} (${why})`).join('; ');
}
