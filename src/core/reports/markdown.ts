import { bySeverity } from '../rules/severity.ts';
import { codeSpan, markdown, messageMarkdown, uncalled } from './escape.ts';
import type { PlacedFinding } from './fileReport.ts';
import { counted, notCheckedWords, type ScanReport, severityCounts, severityWords } from './scanReport.ts';

/** A forge cuts a comment off at 65,536 characters; a list of this many stays below. */
const SHOWN = 100;

/** A scan as the comment of a pull request: the sum, what to look at, and what was not checked. */
export function scanMarkdown(report: ScanReport): string {
  const counts = severityCounts(report);
  const found = report.files
    .flatMap(file => file.findings.map(placed => ({ path: file.path, ...placed })))
    .filter(({ finding }) => !finding.suppressed && finding.severity !== 'hint')
    .sort((a, b) => bySeverity(a.finding.severity, b.finding.severity));
  const references = report.files.reduce((sum, file) => sum + file.references.length, 0);
  const notChecked = notCheckedWords(report);
  return [
    '### Model Trust',
    found.length === 0 ? 'No findings.' : `**${severityWords(counts)}**`,
    ...(found.length > 0 ? [found.slice(0, SHOWN).map(item).join('\n')] : []),
    ...(found.length > SHOWN ? [`${found.length - SHOWN} more are not shown.`] : []),
    [
      `Read ${counted(report.files.length, 'file')} with ${counted(references, 'reference')} to ${counted(report.repos.size, 'repo')}.`,
      ...(counts.hint > 0 ? [`Not shown: ${counted(counts.hint, 'hint')}.`] : []),
      ...(report.skipped.length > 0 ? [`Not read: ${counted(report.skipped.length, 'path')}.`] : []),
      ...(notChecked ? [`Not checked: ${markdown(notChecked)}.`] : []),
    ].join(' '),
  ]
    .join('\n\n')
    .concat('\n');
}

function item({ path, place, finding, fix }: PlacedFinding & { path: string }): string {
  const advice = fix ? ` Fix: ${messageMarkdown(fix.title)}.` : '';
  const words = `${messageMarkdown(finding.message)}${advice}`;
  return uncalled(
    `- **${finding.severity}** ${codeSpan(`${path}:${place.line}`)} ${words} (${codeSpan(finding.rule)})`,
  );
}
