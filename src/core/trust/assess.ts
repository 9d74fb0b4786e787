import { type Facts, notLookedUp } from '../facts/facts.ts';
import { standingOf } from '../facts/standing.ts';
import type { NameIndex } from '../names/nameIndex.ts';
import type { RepoKind } from '../references/reference.ts';
import type { Decision } from '../rules/decision.ts';
import type { Finding } from '../rules/finding.ts';
import { bySeverity } from '../rules/severity.ts';
import { publisherOf } from '../rules/words.ts';
import type { AssessedSignal, Assessment, Verdict } from './assessment.ts';
import { EVIDENCE, RISKY_FROM, TRUSTED_UNTIL } from './evidence.ts';
import { partsOf, priorOf } from './parts.ts';
import { notChecked, toldFacts } from './toldFacts.ts';

/**
 * Adds the findings of a repo's references up to what is to be said of the repo. Suppressed findings do not count. Without
 * facts, as at local depth, the strongest severity decides.
 */
export function assess(
  id: string,
  kind: RepoKind,
  findings: readonly Finding[],
  names: NameIndex,
  facts: Facts = notLookedUp,
  decision?: Decision,
): Assessment {
  const signals = distinct(findings.filter(finding => !finding.suppressed).map(signalOf));
  return {
    id,
    kind,
    verdict: decided(verdictOf(signals, facts, id, kind, names), signals, decision),
    signals,
    ...(decision && { decision }),
    facts: toldFacts(facts),
    notChecked: notChecked(facts),
  };
}

/** The sum of what speaks against a repo, from where its publisher's standing begins. In log-odds of "do not trust". */
export function oddsOf(
  signals: readonly Pick<AssessedSignal, 'rule' | 'weight'>[],
  facts: Facts,
  id: string,
  names: NameIndex,
): number {
  return partsOf(signals).reduce((sum, part) => sum + part, priorOf(facts, id, names).weight);
}

/** People who have looked at a repo know more than its numbers say, but no more than what asks for an action. */
function decided(verdict: Verdict, signals: readonly AssessedSignal[], decision: Decision | undefined): Verdict {
  const asksForAction = signals.some(({ severity }) => severity === 'error' || severity === 'warning');
  return decision?.what === 'approved' && !asksForAction ? 'trusted' : verdict;
}

function verdictOf(
  signals: readonly AssessedSignal[],
  facts: Facts,
  id: string,
  kind: RepoKind,
  names: NameIndex,
): Verdict {
  const strongest = signals[0]?.severity;
  const looked = facts.repo.state === 'known';
  const odds = oddsOf(signals, facts, id, names);
  if (strongest === 'error') {
    const alone = signals.some(({ rule, severity }) => severity === 'error' && DECIDES_ALONE.has(rule));
    return alone || !looked || odds >= RISKY_FROM ? 'dangerous' : 'risky';
  }
  if (strongest === 'warning') return looked && odds >= RISKY_FROM ? 'risky' : 'caution';
  if (looked && odds >= 0) return 'caution';
  const inIndex = isInIndex(id, kind, names);
  if (!looked || facts.publisher.state !== 'known')
    return inIndex && facts.repo.state !== 'missing' ? 'clear' : 'unknown';
  const { files, scan } = facts;
  const filesSeen = files.state === 'known' && files.partial === undefined && scan.state === 'known';
  if (!filesSeen) return inIndex ? 'clear' : 'unknown';
  const scanned = scan.value.done;
  // Time and a handful of followers can be had for patience: trust takes people who would notice.
  const heard = standingOf(facts, publisherOf(facts.repo.value.id), names).hasAudience;
  return scanned && heard && odds <= TRUSTED_UNTIL && !facts.repo.value.disabled ? 'trusted' : 'clear';
}

/** Decided by people: no sum is asked. */
export const DECIDES_ALONE: ReadonlySet<string> = new Set(['known-malicious', 'blocked-by-policy']);

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
    weight: Math.round((EVIDENCE[rule]?.[severity] ?? weight) * 100) / 100,
    ...(target === undefined ? {} : { target }),
    ...(distance === undefined ? {} : { distance }),
    ...(source === undefined ? {} : { source }),
  };
}

/** The same thing said at ten places is one signal of the repo, and what one place says of it more weakly is none. Strongest first. */
function distinct(signals: readonly AssessedSignal[]): AssessedSignal[] {
  const unique = new Map(signals.map(signal => [`${signal.rule}\n${signal.severity}\n${signal.message}`, signal]));
  const sorted = [...unique.values()].sort(
    (a, b) => bySeverity(a.severity, b.severity) || b.weight - a.weight || (a.rule < b.rule ? -1 : 1),
  );
  return sorted.filter((signal, at) => !sorted.slice(0, at).some(stronger => saysMore(stronger, signal)));
}

/** Of a repo that is taken for another one a place with more signs around it says more; both mean the same other one. */
const saysMore = (one: AssessedSignal, other: AssessedSignal): boolean =>
  one.rule === other.rule &&
  one.target !== undefined &&
  one.target === other.target &&
  bySeverity(one.severity, other.severity) < 0;
