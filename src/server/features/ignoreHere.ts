import { ignoreOnLine } from '../../core/rules/ignoreFix.ts';
import type { Judged } from '../judging.ts';
import { toProtocolEdit, toRange } from '../protocolRange.ts';
import type { IgnoreHere } from './codeActions.ts';

/** Where the comment goes depends on the line around a finding, so it is worked out when it is asked for. */
export function ignoreHereIn(judged: Judged): IgnoreHere {
  return (rules, range) => {
    const finding = judged.findings.find(one => {
      const { start } = toRange(judged.lines, one.span);
      return rules.includes(one.rule) && start.line === range.start.line && start.character === range.start.character;
    });
    const fix = finding && ignoreOnLine(judged.reading, { ...finding, rule: rules.join(', ') });
    return fix?.edits.map(edit => toProtocolEdit(judged.lines, edit));
  };
}
