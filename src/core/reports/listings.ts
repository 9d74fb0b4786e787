import type { Rule } from '../rules/rule.ts';
import type { Assessment } from '../trust/assessment.ts';
import { messageText, visible } from './escape.ts';
import type { PlacedReference } from './fileReport.ts';
import { type Paint, plain } from './terminal.ts';
import { VERDICT_STYLE } from './verdictWords.ts';

/** `file:line:column  id  api`, as grep would print it. */
export function referenceText(file: string, { reference, place }: PlacedReference, paint: Paint = plain): string {
  const notes = [
    ...(reference.kind === 'model' ? [] : [reference.kind]),
    ...(reference.revision.state === 'known' ? [`revision ${visible(reference.revision.value)}`] : []),
    ...(reference.trustRemoteCode.state === 'known' && reference.trustRemoteCode.value ? ['trust_remote_code'] : []),
    ...(reference.link ? ['link'] : []),
  ];
  const at = `${visible(file)}:${place.line}:${place.column + 1}`;
  const api = paint('faint', [visible(reference.api), ...notes].join(', '));
  return `${at}  ${paint('strong', visible(reference.id))}  ${api}\n`;
}

/** One id's verdict, with its signals below. */
export function assessmentText(assessment: Assessment, paint: Paint = plain): string {
  const kind = assessment.kind === 'model' ? '' : ` (${assessment.kind})`;
  const verdict = paint(VERDICT_STYLE[assessment.verdict], assessment.verdict.padEnd(9));
  const signals = assessment.signals.map(
    signal =>
      `           ${paint(signal.severity, signal.severity)}  ${messageText(signal.message)}  ${paint('faint', signal.rule)}\n`,
  );
  return `${verdict}  ${visible(assessment.id)}${kind}\n${signals.join('')}`;
}

/** The rules, one a line. */
export function rulesText(rules: readonly Rule[], paint: Paint = plain): string {
  const width = Math.max(...rules.map(rule => rule.id.length));
  const lines = rules.map(rule => {
    const level = rule.level.padEnd('information'.length);
    const painted = rule.level === 'off' ? paint('faint', level) : paint(rule.level, level);
    return `${rule.id.padEnd(width)}  ${painted}  ${rule.title}\n`;
  });
  return lines.join('');
}

/** One rule, explained. */
export function ruleText(rule: Rule, paint: Paint = plain): string {
  const part = (title: string, text: string) => `${paint('strong', title)}\n${wrapped(text)}\n`;
  return [
    `${paint('strong', rule.id)}: ${rule.title}\n`,
    `Usually ${rule.level}${rule.varies ? ` (${rule.varies})` : ''}. Depth: ${rule.depth.join(', ')}.\n`,
    part('Asks', rule.asks),
    part('Why', rule.why),
    part('What to do', rule.advice),
    `${paint('strong', 'Example')}\n${rule.example.replace(/^/gm, '    ')}\n`,
    part('Source', rule.source),
  ].join('\n');
}

/** Breaks a paragraph into lines of at most 88 characters, indented. */
function wrapped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(.{1,86})(?: |$)/g, '  $1\n')
    .trimEnd();
}
