import type { NameIndex, NameJudgement } from '../names/nameIndex.ts';
import type { Reference } from '../references/reference.ts';
import type { Finding } from '../rules/finding.ts';
import { downloadsUpTo } from '../rules/words.ts';
import type { Assessment } from '../trust/assessment.ts';
import { codeSpan, markdown, messageMarkdown } from './escape.ts';
import { checkedLines, type HubKnowledge, hubLines, nothingLookedUp } from './hubLines.ts';
import { mootFindings } from './moot.ts';
import { verdictWords } from './verdictWords.ts';

/** Findings of the card at most, alone and below the editor's own paragraphs; the report has the rest. */
const SHOWN = 4;
const SHOWN_BELOW = 2;

export interface HoverStyle {
  /** The editor tells what is marked right above our card: then the card tells the rest. */
  readonly diagnosticsShown: boolean;
  /** The address that opens the report of a repo; absent in editors that have none. */
  readonly reportLink?: (repo: Pick<Reference, 'id' | 'kind'>) => string;
}

/** The hover card of a reference: Markdown, every stranger's word escaped. Reads from what matters to what was not checked. */
export function referenceHover(
  reference: Reference,
  findings: readonly Finding[],
  assessment: Assessment,
  names: NameIndex,
  style: HoverStyle,
  known: HubKnowledge = nothingLookedUp,
): string {
  const moot = new Set([...mootFindings(findings).values()].flat());
  const live = findings.filter(finding => isToBeTold(finding, style) || moot.has(finding));
  const shown = style.diagnosticsShown ? SHOWN_BELOW : SHOWN;
  const rest = live.length - shown;
  const checked = checkedLines(known, assessment);
  return [
    `**${codeSpan(reference.id)}** ${markdown(`(${reference.kind === 'unknown' ? 'repo' : reference.kind} on the Hub): ${verdictWords(assessment)}`)}`,
    ...live.slice(0, shown).map(finding => `- ${findingLine(finding)}`),
    ...(rest > 0 && !style.diagnosticsShown ? [`- ${markdown(`and ${rest} more`)}`] : []),
    ...hubLines(known, names),
    ...standingLine(reference, names, assessment, known),
    ...(style.diagnosticsShown && checked.length > 0 ? [checked.join(' ')] : checked),
    ...(style.reportLink ? [`[Open the trust report](${style.reportLink(reference)})`] : []),
  ].join('\n\n');
}

/** The hover card of hazards; empty where the editor has told all of it. */
export const hazardHover = (findings: readonly Finding[], style: HoverStyle): string =>
  findings
    .filter(finding => isToBeTold(finding, style))
    .slice(0, SHOWN)
    .map(findingLine)
    .join('\n\n');

const isToBeTold = ({ suppressed, severity }: Finding, { diagnosticsShown }: HoverStyle): boolean =>
  !suppressed && (severity === 'hint' || !diagnosticsShown);

const findingLine = ({ rule, severity, message }: Finding): string =>
  `**${severity}** ${messageMarkdown(message)} (${codeSpan(rule)})`;

/** What the index knows of the repo, or, where it is taken for another one, of the one that is meant. */
function standingLine(
  { id, kind }: Reference,
  names: NameIndex,
  { signals }: Assessment,
  { facts }: HubKnowledge,
): string[] {
  if (kind !== 'model' && kind !== 'unknown') return [markdown('The name index holds models only.')];
  const where = `in the name index of ${names.info.date}`;
  const own = names.judge(id);
  // The Hub's own numbers are newer than the index's, and say more.
  const asked = facts.repo.state === 'known' && facts.publisher.state === 'known';
  if (own.listed) {
    return asked ? [] : [`${codeSpan(own.canonical ?? id)} ${markdown(`is ${where}${downloadsOf(own, names)}.`)}`];
  }
  if (own.publisherListed) return [markdown(`Its publisher is ${where}; this repo is not.`)];
  const meant = signals.find(({ target }) => target !== undefined && names.judge(target).listed)?.target;
  const nobody = `Neither the repo nor its publisher is ${where}`;
  if (!meant) return asked ? [] : [markdown(`${nobody}. That is so for most honest repos.`)];
  return [`${markdown(nobody)}; ${codeSpan(meant)} ${markdown(`is${downloadsOf(names.judge(meant), names)}.`)}`];
}

/** With their date: the Hub's own numbers may stand beside them, and are of another day. */
const downloadsOf = ({ downloads }: NameJudgement, { info }: NameIndex): string =>
  downloads ? `, with ${downloadsUpTo(info.date, downloads)}` : '';
