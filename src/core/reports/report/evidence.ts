import type { Facts } from '../../facts/facts.ts';
import { ruleById } from '../../rules/registry.ts';
import type { AssessedSignal } from '../../trust/assessment.ts';
import { IN_THE_PRIOR, partsOf } from '../../trust/parts.ts';
import { learnedFrom } from './learned.ts';
import type { Evidence } from './trustReport.ts';

/** Which of the Hub's facts a rule looks at first. Rules that need none are not here. */
const LOOKS_AT: Readonly<Record<string, keyof Facts>> = {
  'missing-repo': 'repo',
  'moved-repo': 'repo',
  'reborn-repo': 'repo',
  velocity: 'repo',
  'config-runs-code': 'repo',
  'remote-code': 'repo',
  'same-name': 'publisher',
  'lookalike-publisher': 'publisher',
  'young-publisher': 'publisher',
  'unknown-publisher': 'publisher',
  'launcher-files': 'files',
  'hub-scan-flagged': 'files',
  'loader-instructions': 'card',
  'privileged-instructions': 'card',
  'pipe-to-shell': 'card',
  'paste-to-run': 'card',
  'outside-download': 'card',
};

/** A hint of these comes from the name index alone. */
const BY_THE_INDEX: ReadonlySet<string> = new Set(['same-name', 'lookalike-publisher']);

/** Each signal with its part in the sum, where it comes from and what to do. Strongest first, as the assessment has them. */
export function evidenceOf(signals: readonly AssessedSignal[], facts: Facts): readonly Evidence[] {
  const parts = partsOf(signals);
  return signals.map((signal, at) => {
    const { rule: id, severity, message, source } = signal;
    const rule = ruleById(id);
    const looksAt = severity === 'hint' && BY_THE_INDEX.has(id) ? undefined : LOOKS_AT[id];
    const learned = looksAt && learnedFrom(facts[looksAt]);
    return {
      rule: id,
      title: rule?.title ?? id,
      severity,
      message,
      part: parts[at]!,
      because: partWords(signal, parts[at]!),
      ...(source !== undefined && { source }),
      ...(learned && learned.state !== 'unknown' && { learned }),
      ...(rule && { advice: rule.advice }),
    };
  });
}

function partWords({ rule, weight, severity }: AssessedSignal, part: number): string {
  if (part > 0) return `what a finding of severity ${severity} by this rule is worth`;
  if (IN_THE_PRIOR.has(rule)) return "the publisher's standing is where the sum begins, and does not count twice";
  if (weight > 0) return 'a rule counts once, and its strongest answer counts already';
  return 'it says something of the line of code, not of the repo';
}
