import type { NameIndex } from '../names/nameIndex.ts';
import type { RepoKind } from '../references/reference.ts';
import type { Finding } from '../rules/finding.ts';
import { bySeverity } from '../rules/severity.ts';
import type { AssessedSignal, Assessment, Verdict } from './assessment.ts';

/** What local depth cannot say of any repo. */
const NOT_CHECKED = [
  { what: 'publisher', why: 'local checks only, no look-ups on the Hub' },
  { what: 'current numbers', why: 'local checks only, no look-ups on the Hub' },
  { what: 'files', why: 'local checks only, no look-ups on the Hub' },
];

/** Adds the findings of a repo's references up to what is to be said of the repo. Suppressed findings do not count. */
export function assess(id: string, kind: RepoKind, findings: readonly Finding[], names: NameIndex): Assessment {
  const signals = distinct(findings.filter(finding => !finding.suppressed).map(signalOf));
  return {
    id,
    kind,
    verdict: verdictOf(signals, isInIndex(id, kind, names)),
    signals,
    facts: null,
    notChecked: NOT_CHECKED,
  };
}

/**
 * Local depth knows no facts, so the strongest severity decides: any error makes `dangerous`, any warning `caution`.
 * Without either, an id in the index is `clear` and any other `unknown`: not looked up is neither good nor bad.
 */
function verdictOf(signals: readonly AssessedSignal[], inIndex: boolean): Verdict {
  const strongest = signals[0]?.severity;
  if (strongest === 'error') return 'dangerous';
  if (strongest === 'warning') return 'caution';
  return inIndex ? 'clear' : 'unknown';
}

function isInIndex(id: string, kind: RepoKind, names: NameIndex): boolean {
  if (kind !== 'model' && kind !== 'unknown') return false;
  const { listed, movedTo } = names.judge(id);
  return listed || movedTo !== undefined;
}

function signalOf({ rule, severity, message, weight, target, distance, source }: Finding): AssessedSignal {
  return {
    rule,
    severity,
    message,
    weight: Math.round(weight * 100) / 100,
    ...(target === undefined ? {} : { target }),
    ...(distance === undefined ? {} : { distance }),
    ...(source === undefined ? {} : { source }),
  };
}

/** The same thing said at ten places is one signal of the repo. Strongest first. */
function distinct(signals: readonly AssessedSignal[]): AssessedSignal[] {
  const unique = new Map(signals.map(signal => [`${signal.rule}\n${signal.severity}\n${signal.message}`, signal]));
  return [...unique.values()].sort(
    (a, b) => bySeverity(a.severity, b.severity) || b.weight - a.weight || (a.rule < b.rule ? -1 : 1),
  );
}
