import type { Reference } from '../../core/references/reference.ts';
import { ignoreOnLine } from '../../core/rules/ignoreFix.ts';
import { atLeast } from '../../core/rules/severity.ts';
import type { Judged } from '../judging.ts';
import { toProtocolEdit, toRange } from '../protocolRange.ts';
import type { IgnoreHere, Ignoring } from './codeActions.ts';

/** Where the comment goes depends on the line around a finding, so it is worked out when it is asked for. */
function ignoreHereIn(judged: Judged): IgnoreHere {
  return (rules, range) => {
    const finding = judged.findings.find(one => {
      const { start } = toRange(judged.lines, one.span);
      return rules.includes(one.rule) && start.line === range.start.line && start.character === range.start.character;
    });
    const fix = finding && ignoreOnLine(judged.reading, { ...finding, rule: rules.join(', ') });
    return fix?.edits.map(edit => toProtocolEdit(judged.lines, edit));
  };
}

/** Rules by which people have decided of a repo. */
const DECIDED: ReadonlySet<string> = new Set(['known-malicious', 'blocked-by-policy']);

/**
 * Is the repo listed as bad, or blocked by the team? To silence what is said of it must take more than a click: a comment
 * or a policy that somebody writes by hand, and others read. A demonstration, which harms nobody, is information alone.
 */
const decidedIn =
  ({ findings }: Judged) =>
  (repo: Pick<Reference, 'id' | 'kind'>): boolean =>
    findings.some(
      ({ rule, severity, id, kind, suppressed }) =>
        !suppressed && id === repo.id && kind === repo.kind && DECIDED.has(rule) && atLeast(severity, 'warning'),
    );

export const ignoringIn = (judged: Judged): Ignoring => ({ here: ignoreHereIn(judged), decided: decidedIn(judged) });
