import type { NameIndex } from '../names/nameIndex.ts';
import type { Reference } from '../references/reference.ts';
import type { Finding } from '../rules/finding.ts';
import { count } from '../rules/words.ts';
import type { Assessment, Verdict } from '../trust/assessment.ts';
import { codeSpan, markdown, messageMarkdown } from './escape.ts';

const VERDICT: Readonly<Record<Verdict, string>> = {
  trusted: 'trusted',
  clear: 'clear: nothing speaks against it',
  caution: 'caution: check before you run it',
  risky: 'risky: do not run it unchecked',
  dangerous: 'dangerous: do not run it',
  unknown: 'unknown: not enough is known to judge',
};

/** Findings of the card at most; the report has the rest. */
const SHOWN = 4;

/** The hover card of a reference: Markdown, every stranger's word escaped. Reads from what matters to what was not checked. */
export function referenceHover(
  reference: Reference,
  findings: readonly Finding[],
  assessment: Assessment,
  names: NameIndex,
): string {
  const live = findings.filter(finding => !finding.suppressed);
  const rest = live.length - SHOWN;
  return [
    `**${codeSpan(reference.id)}** ${markdown(`(${reference.kind === 'unknown' ? 'repo' : reference.kind} on the Hub): ${VERDICT[assessment.verdict]}`)}`,
    ...live.slice(0, SHOWN).map(finding => `- ${findingLine(finding)}`),
    ...(rest > 0 ? [`- ${markdown(`and ${rest} more`)}`] : []),
    popularityLine(reference, names),
    ...(assessment.notChecked.length > 0
      ? [
          `*${markdown(`Not checked: ${assessment.notChecked.map(({ what }) => what).join(', ')} (${assessment.notChecked[0]!.why}).`)}*`,
        ]
      : []),
  ].join('\n\n');
}

/** The hover card of a hazard. */
export const hazardHover = (findings: readonly Finding[]): string =>
  findings
    .filter(finding => !finding.suppressed)
    .slice(0, SHOWN)
    .map(findingLine)
    .join('\n\n');

const findingLine = ({ rule, severity, message }: Finding): string =>
  `**${severity}** ${messageMarkdown(message)} (${codeSpan(rule)})`;

function popularityLine({ id, kind }: Reference, names: NameIndex): string {
  if (kind !== 'model' && kind !== 'unknown') return markdown('The name index holds models only.');
  const { listed, canonical, downloads, publisherListed } = names.judge(id);
  const where = `in the name index of ${names.info.date}`;
  if (listed)
    return `${codeSpan(canonical ?? id)} ${markdown(`is ${where}${downloads ? `, with ${count(downloads)} downloads in 30 days` : ''}.`)}`;
  return markdown(
    publisherListed
      ? `Its publisher is ${where}; this repo is not.`
      : `Neither the repo nor its publisher is ${where}. That is so for most honest repos.`,
  );
}
