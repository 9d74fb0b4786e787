import type { Reading } from '../reading.ts';
import type { Reference } from '../references/reference.ts';
import type { Finding } from '../rules/finding.ts';
import type { Fix } from '../rules/rule.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { withoutTokens } from '../text/token.ts';

/** What a report says of one file. It holds no more of the text than it shows, so that thousands of them stay small. */
export interface FileReport {
  readonly path: string;
  readonly bytes: number;
  readonly references: readonly PlacedReference[];
  readonly findings: readonly PlacedFinding[];
}

/** Lines count from 1, columns from 0 in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface PlacedReference {
  readonly reference: Reference;
  readonly place: Place;
}

export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: Place;
  readonly quote: Quote;
  readonly fix?: PlacedFix;
}

/** A piece of the source line around the start of a finding. */
export interface Quote {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export interface PlacedFix {
  readonly title: string;
  readonly edits: readonly { readonly place: Place; readonly newText: string }[];
}

const NONE: readonly never[] = [];

/** Turns offsets into lines and columns; the one place where that happens for reports. */
export function fileReport(reading: Reading, findings: readonly Finding[], bytes: number): FileReport {
  // Of a hundred thousand files most say nothing.
  if (reading.references.length === 0 && findings.length === 0)
    return { path: detached(reading.path), bytes, references: NONE, findings: NONE };
  const lines = new LineIndex(reading.text);
  return detached({
    path: reading.path,
    bytes,
    references: reading.references.map(reference => ({ reference, place: placeOf(reference.span, lines) })),
    findings: findings.map(finding => {
      const fix = finding.fixes?.find(one => one.preferred);
      return {
        finding,
        place: placeOf(finding.span, lines),
        quote: quoteOf(reading.text, finding.span, lines),
        ...(fix && { fix: placedFix(fix, lines) }),
      };
    }),
  });
}

/** A copy. A piece that was cut from a text keeps the whole text in memory, notebooks with their pictures included. */
const detached = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function placeOf(span: Span, lines: LineIndex): Place {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return { line: start.line + 1, column: start.column, endLine: end.line + 1, endColumn: end.column };
}

const placedFix = ({ title, edits }: Fix, lines: LineIndex): PlacedFix => ({
  title,
  edits: edits.map(edit => ({ place: placeOf(edit.span, lines), newText: edit.newText })),
});

/** A line of a notebook or a minified script has no end: this much of it is shown on either side, and of the mark itself. */
const CONTEXT = 60;
const MARKED = 100;
const LONGEST_TOKEN = 50;

function quoteOf(text: string, span: Span, lines: LineIndex): Quote {
  const { line } = lines.position(span.start);
  const lineStart = lines.lineStart(line);
  const lineEnd = lineStart + text.slice(lineStart, lines.lineEnd(line)).replace(/[\r\n]+$/, '').length;
  const end = Math.min(span.end, lineEnd, span.start + MARKED);
  const from = Math.max(lineStart, span.start - CONTEXT);
  const to = Math.min(lineEnd, end + CONTEXT);
  // Some more on either side, so that a token which is cut is known for one.
  const first = Math.max(lineStart, from - LONGEST_TOKEN);
  const shown = withoutTokens(text.slice(first, Math.min(lineEnd, to + LONGEST_TOKEN)));
  const piece = (start: number, stop: number) => shown.slice(start - first, Math.max(start, stop) - first);
  return {
    before: (from > lineStart ? '…' : '') + piece(from, span.start),
    marked: piece(span.start, end) + (end < Math.min(span.end, lineEnd) ? '…' : ''),
    after: piece(end, to) + (to < lineEnd ? '…' : ''),
  };
}
