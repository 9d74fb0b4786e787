import { type ClientCapabilities, type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Engine } from '../../core/engine.ts';
import { hazardHover, referenceHover } from '../../core/reports/hover.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Span } from '../../core/text/span.ts';
import type { Judged } from '../judging.ts';
import { toRange } from '../protocolRange.ts';

/** Some editors show only plain text: Markdown that is escaped for a renderer would be noise there, and hovers stay away. */
export const showsMarkdown = (capabilities: ClientCapabilities): boolean =>
  capabilities.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;

export interface HoverStyle {
  /** What is marked is told by the editor, right above our card. */
  readonly diagnosticsShown: boolean;
}

/** The card of the reference at this place, else of the findings there. Strangers' words in it are escaped by the report. */
export function hoverOf(judged: Judged, at: Position, engine: Engine, style: HoverStyle): Hover | null {
  const offset = judged.lines.offset({ line: at.line, column: at.character });
  const covers = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const findings = judged.findings.filter(finding => covers(finding.span));
  const reference = judged.reading.references.find(one => covers(one.span));
  if (reference) {
    const own = findings.filter(finding => finding.id === reference.id);
    const assessment = engine.assess(reference.id, reference.kind, own);
    const shown = style.diagnosticsShown ? shortened(own) : own;
    return card(referenceHover(reference, shown, assessment, engine.data.names), judged, reference.span);
  }
  const shown = findings.filter(({ suppressed, severity }) => {
    return !suppressed && (severity === 'hint' || !style.diagnosticsShown);
  });
  return shown[0] ? card(hazardHover(shown), judged, shown[0].span) : null;
}

/** Findings whose sentences the reader has just read: which id to compare with is enough, and that once. */
function shortened(findings: readonly Finding[]): Finding[] {
  const compared = new Set<string>();
  return findings.map(finding => {
    const { severity, target, suppressed } = finding;
    if (severity === 'hint' || suppressed) return finding;
    if (target === undefined || compared.has(target)) return { ...finding, message: '' };
    compared.add(target);
    return { ...finding, message: `compare \`${target}\`` };
  });
}

const card = (value: string, judged: Judged, span: Span): Hover => ({
  contents: { kind: MarkupKind.Markdown, value },
  range: toRange(judged.lines, span),
});
