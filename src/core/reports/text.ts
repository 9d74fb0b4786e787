import { languageOf } from '../languageOf.ts';
import type { Finding } from '../rules/finding.ts';
import { messageText, visible } from './escape.ts';
import type { FileReport, PlacedFinding } from './fileReport.ts';
import { counted, notCheckedWords, type ScanReport, severityCounts, severityWords } from './scanReport.ts';
import { type Paint, plain, terminalWidth } from './terminal.ts';

/** Of paths that were not read but have the name of a language that we read. */
const MOST_UNREAD_NAMES = 5;

export interface TextOptions {
  readonly paint?: Paint;
  /** Show hints and silenced findings too, and every skipped path. */
  readonly verbose?: boolean;
}

/** A scan as a developer reads it: by file, each finding with its line and a mark under it, then the sum. */
export function scanText(report: ScanReport, { paint = plain, verbose = false }: TextOptions = {}): string {
  const files = report.files.map(file => fileText(file, paint, verbose)).filter(text => text !== '');
  return [...files, summary(report, paint, verbose)].join('\n');
}

function fileText(file: FileReport, paint: Paint, verbose: boolean): string {
  const shown = file.findings.filter(({ finding }) => isShown(finding, verbose));
  if (shown.length === 0) return '';
  const lines = shown.map((one, i) => {
    const next = shown[i + 1];
    const repeated = next && samePlace(one, next);
    return headline(one, paint) + (repeated ? '' : quoted(one, paint));
  });
  return `${paint('strong', visible(file.path))}\n${lines.join('')}`;
}

const isShown = (finding: Finding, verbose: boolean): boolean =>
  verbose || (finding.severity !== 'hint' && !finding.suppressed);

const samePlace = ({ finding: a }: PlacedFinding, { finding: b }: PlacedFinding): boolean =>
  a.span.start === b.span.start && a.span.end === b.span.end;

/** People and editors count columns from 1. */
function headline({ finding, place, fix }: PlacedFinding, paint: Paint): string {
  const advice = fix ? ` Fix: ${messageText(fix.title)}.` : '';
  const rule = finding.rule + (finding.suppressed ? ' (silenced by a comment)' : '');
  const cell = finding.cell ? ` (cell ${finding.cell.index + 1}, line ${finding.cell.line})` : '';
  return [
    `  ${place.line}:${place.column + 1}${cell}`,
    paint(finding.severity, finding.severity),
    messageText(finding.message) + advice,
    `${paint('faint', rule)}\n`,
  ].join('  ');
}

/** The source line, and a mark under what is meant. */
function quoted({ finding, place, quote }: PlacedFinding, paint: Paint): string {
  const before = visible(quote.before.trimStart());
  const marked = visible(quote.marked);
  const line = String(place.line);
  const caret = ' '.repeat(terminalWidth(before)) + '^'.repeat(Math.max(1, terminalWidth(marked)));
  return [
    `    ${paint('faint', `${line} |`)} ${before}${marked}${visible(quote.after.trimEnd())}`,
    `    ${paint('faint', `${' '.repeat(line.length)} |`)} ${paint(finding.severity, caret)}`,
    '',
  ].join('\n');
}

function summary(report: ScanReport, paint: Paint, verbose: boolean): string {
  const counts = severityCounts(report);
  const total = counts.error + counts.warning + counts.information;
  const silenced = report.files.flatMap(file => file.findings).filter(({ finding }) => finding.suppressed).length;
  const kept = [
    ...(counts.hint ? [counted(counts.hint, 'hint')] : []),
    ...(silenced ? [`${silenced} silenced by comments`] : []),
  ];
  const references = report.files.reduce((sum, file) => sum + file.references.length, 0);
  const bytes = report.files.reduce((sum, file) => sum + file.bytes, 0);
  const read = `${counted(report.files.length, 'file')} (${size(bytes)})`;
  const found = total === 0 ? 'No findings.' : `${counted(total, 'finding')}: ${severityWords(counts, paint)}.`;
  const notChecked = notCheckedWords(report);
  const rule = report.files.flatMap(file => file.findings).find(({ finding }) => isShown(finding, verbose))
    ?.finding.rule;
  return [
    paint('strong', report.files.length === 0 ? 'There was nothing to read.' : found),
    ...(rule ? [`What a rule means: model-trust rules ${rule}`] : []),
    ...(kept.length && !verbose ? [`Not shown: ${kept.join(', ')} (--verbose shows them).`] : []),
    `Read ${read} with ${counted(references, 'reference')} to ${counted(report.repos.size, 'repo')}.`,
    ...skippedText(report, verbose),
    ...(notChecked ? [`Not checked: ${visible(notChecked)}.`] : []),
    '',
  ].join('\n');
}

function skippedText(report: ScanReport, verbose: boolean): string[] {
  if (report.skipped.length === 0) return [];
  if (verbose) {
    return ['Not read:', ...report.skipped.map(({ path, why }) => `  ${visible(path)}: ${why}`)];
  }
  const reasons = new Map<string, number>();
  for (const { why } of report.skipped) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const words = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([why, count]) => `${count} × ${why}`);
  return [
    `Not read: ${counted(report.skipped.length, 'path')} (${words.join('; ')}).`,
    ...unreadNames(report.skipped, reasons),
  ];
}

/** Which of them one would have expected to be read: those that were left out for a rare reason come first. */
function unreadNames(skipped: ScanReport['skipped'], reasons: ReadonlyMap<string, number>): string[] {
  const expected = skipped
    .filter(({ path }) => languageOf(path) !== 'other')
    .sort((a, b) => reasons.get(a.why)! - reasons.get(b.why)!);
  if (expected.length === 0) return [];
  const names = expected.slice(0, MOST_UNREAD_NAMES).map(({ path }) => visible(path));
  const more = expected.length - names.length;
  return [`Among them: ${names.join(', ')}${more > 0 ? ` and ${more} more (--verbose shows them)` : ''}.`];
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
