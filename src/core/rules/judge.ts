import type { Reading } from '../reading.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { ANSWERED_BY_APPROVAL } from './decision.ts';
import type { Finding } from './finding.ts';
import { rules } from './registry.ts';
import type { Rule, RuleContext, Signal } from './rule.ts';
import { bySeverity, type Level } from './severity.ts';
import { silencer } from './suppressions.ts';

/** The rules that ask this question: each is put to a file's every reference on every keystroke. */
const asking = <Q extends 'onReference' | 'onHazard' | 'onSuppression' | 'onSignals'>(question: Q) =>
  rules.filter((rule): rule is Rule & Required<Pick<Rule, Q>> => rule[question] !== undefined);

const OF_REFERENCES = asking('onReference');
const OF_SIGNALS = asking('onSignals');
const OF_HAZARDS = asking('onHazard');
const OF_SUPPRESSIONS = asking('onSuppression');

/** What a user wishes of the rules. */
export interface Wishes {
  /** Severity by rule id; replaces whatever the rule would say. */
  readonly levels?: ReadonlyMap<string, Level>;
  /** Comments may silence findings. False in untrusted workspaces and with `--no-inline-ignores`. */
  readonly inlineIgnores?: boolean;
}

type Place = Pick<Finding, 'span' | 'id' | 'kind' | 'cell'>;

/** Asks every rule about every reference, hazard and suppression of a text. Sorted by position, then severity, then rule. */
export function judge(reading: Reading, context: RuleContext, wishes: Wishes = {}): readonly Finding[] {
  const lines = reading.suppressions.length > 0 ? new LineIndex(reading.text) : undefined;
  const isSilenced = silencer(reading.suppressions);
  const findings: Finding[] = [];
  const add = (rule: Rule, place: Place, signal: Signal | undefined, answered = false): void => {
    const wished = wishes.levels?.get(rule.id);
    const severity = wished ?? (rule.level === 'off' ? 'off' : signal?.severity);
    if (!signal || !severity || severity === 'off') return;
    const suppressed =
      answered ||
      (lines !== undefined &&
        wishes.inlineIgnores !== false &&
        isSilenced(rule.id, lines.position(place.span.start).line));
    findings.push({ ...withoutTornFixes(signal, place, reading.text), ...place, severity, rule: rule.id, suppressed });
  };

  for (const reference of reading.references) {
    const signals: { rule: Rule; signal: Signal }[] = [];
    for (const rule of OF_REFERENCES) {
      const signal = rule.onReference(reference, context);
      if (signal) signals.push({ rule, signal });
    }
    if (signals.length === 0) continue;
    const { span, id, kind, cell } = reference;
    const place: Place = { span, id, kind, ...(cell ? { cell } : {}) };
    const found = signals.map(({ signal }) => signal);
    const added = OF_SIGNALS.flatMap(rule =>
      isOff(rule, wishes) ? [] : (rule.onSignals(reference, found, context) ?? []),
    );
    const approved = context.decision(reference)?.what === 'approved';
    for (const { rule, signal } of signals) {
      add(rule, place, withSentences(signal, added), approved && ANSWERED_BY_APPROVAL.has(rule.id));
    }
  }
  for (const hazard of reading.hazards) {
    const { span, cell } = hazard;
    const place: Place = { span, id: null, kind: 'unknown', ...(cell ? { cell } : {}) };
    for (const rule of OF_HAZARDS) add(rule, place, rule.onHazard(hazard, context));
  }
  for (const named of reading.suppressions.flatMap(suppression => suppression.rules)) {
    const place: Place = { span: named.span, id: null, kind: 'unknown' };
    for (const rule of OF_SUPPRESSIONS) add(rule, place, rule.onSuppression(named, context));
  }
  return findings.sort(
    (a, b) => a.span.start - b.span.start || bySeverity(a.severity, b.severity) || (a.rule < b.rule ? -1 : 1),
  );
}

/**
 * An id that is put together of several literals stands there with quotes in between: an edit of the whole would leave
 * half a pair of them. Such a fix is not offered.
 */
function withoutTornFixes(signal: Signal, { id, span }: Place, text: string): Signal {
  if (id === null || !signal.fixes || text.slice(span.start, span.end) === id) return signal;
  return { ...signal, fixes: signal.fixes.filter(fix => fix.edits.every(edit => edit.span.start !== span.start)) };
}

const isOff = (rule: Rule, { levels }: Wishes): boolean => (levels?.get(rule.id) ?? rule.level) === 'off';

/** What belongs to the reference rather than to one rule is said once, with its strongest finding. */
function withSentences(signal: Signal, sentences: readonly string[]): Signal {
  if (sentences.length === 0 || signal.severity === 'hint' || signal.severity === 'information') return signal;
  return { ...signal, message: [signal.message, ...sentences].join(' ') };
}
