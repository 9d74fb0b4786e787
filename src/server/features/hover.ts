import { type ClientCapabilities, type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Engine } from '../../core/engine.ts';
import type { Reference } from '../../core/references/reference.ts';
import { type HoverStyle, hazardHover, referenceHover } from '../../core/reports/hover.ts';
import type { HubKnowledge } from '../../core/reports/hubLines.ts';
import type { Decide } from '../../core/rules/decision.ts';
import type { Span } from '../../core/text/span.ts';
import type { Judged } from '../judging.ts';
import { toRange } from '../protocolRange.ts';

/** Some editors show only plain text: Markdown that is escaped for a renderer would be noise there, and hovers stay away. */
export const showsMarkdown = (capabilities: ClientCapabilities): boolean =>
  capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;

const coveredAt = (judged: Judged, at: Position) => {
  const offset = judged.lines.offset({ line: at.line, column: at.character });
  return ({ start, end }: Span): boolean => start <= offset && offset <= end;
};

export function referenceAt(judged: Judged, at: Position): Reference | undefined {
  const covers = coveredAt(judged, at);
  return judged.reading.references.find(one => covers(one.span));
}

/** The card of the reference at this place, else of the findings there. Strangers' words in it are escaped by the report. */
export function hoverOf(
  judged: Judged,
  at: Position,
  engine: Engine,
  style: HoverStyle,
  known: (reference: Reference) => HubKnowledge,
  decision: Decide,
): Hover | null {
  const covers = coveredAt(judged, at);
  const findings = judged.findings.filter(finding => covers(finding.span));
  const reference = referenceAt(judged, at);
  if (reference) {
    const own = findings.filter(finding => finding.id === reference.id);
    const hub = known(reference);
    const assessment = engine.assess(reference.id, reference.kind, own, { facts: () => hub.facts, decision });
    return card(referenceHover(reference, own, assessment, engine.data.names, style, hub), judged, reference.span);
  }
  const told = hazardHover(findings, style);
  return told ? card(told, judged, findings[0]!.span) : null;
}

const card = (value: string, judged: Judged, span: Span): Hover => ({
  contents: { kind: MarkupKind.Markdown, value },
  range: toRange(judged.lines, span),
});
