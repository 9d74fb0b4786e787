import { type ClientCapabilities, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Reference } from '../../core/references/reference.ts';
import { type DiagnosticReport, diagnosticReports } from '../../core/reports/diagnostic.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Fix } from '../../core/rules/rule.ts';
import type { Judged } from '../judging.ts';
import { toProtocolEdit, toRange } from '../protocolRange.ts';
import type { DiagnosticData } from './diagnosticData.ts';

export const SOURCE = 'model-trust';

const SEVERITIES: Record<DiagnosticReport['severity'], DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** More places than this say nothing more. */
const MAX_RELATED = 5;

export interface DiagnosticStyle {
  readonly docsUri: string;
  readonly links: boolean;
  readonly related: boolean;
}

export function diagnosticStyle(capabilities: ClientCapabilities, docsUri: string): DiagnosticStyle {
  const publishing = capabilities.textDocument?.publishDiagnostics;
  return {
    docsUri,
    links: publishing?.codeDescriptionSupport === true,
    related: publishing?.relatedInformation === true,
  };
}

/** The squiggles of a text, with what their code actions need. */
export function toDiagnostics(judged: Judged, style: DiagnosticStyle): Diagnostic[] {
  const places = placesById(style.related ? judged.reading.references : []);
  return diagnosticReports(judged.findings).map(({ rule, severity, message, finding, fixes }) => ({
    range: toRange(judged.lines, finding.span),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    ...(style.links && { codeDescription: { href: `${style.docsUri}${rule}.md` } }),
    message,
    ...relatedInformation(judged, finding, places),
    data: toData(judged, finding, fixes),
  }));
}

function toData(judged: Judged, finding: Finding, fixes: readonly Fix[]): DiagnosticData {
  return {
    rule: finding.rule,
    id: finding.id,
    kind: finding.kind,
    version: judged.version,
    fixes: fixes.map(({ title, preferred, edits }) => ({
      title,
      preferred,
      edits: edits.map(edit => toProtocolEdit(judged.lines, edit)),
    })),
  };
}

function placesById(references: readonly Reference[]): ReadonlyMap<string | null, readonly Reference[]> {
  const places = new Map<string | null, Reference[]>();
  for (const reference of references) {
    const known = places.get(reference.id);
    if (known) known.push(reference);
    else places.set(reference.id, [reference]);
  }
  return places;
}

/** Where else this text names the same repo: whoever mends one place wants to see the others. */
function relatedInformation(
  { uri, lines }: Judged,
  { id, span }: Finding,
  places: ReadonlyMap<string | null, readonly Reference[]>,
): Pick<Diagnostic, 'relatedInformation'> {
  const named = places.get(id)?.slice(0, MAX_RELATED + 1) ?? [];
  const elsewhere = named.filter(other => other.span.start !== span.start).slice(0, MAX_RELATED);
  if (elsewhere.length === 0) return {};
  return {
    relatedInformation: elsewhere.map(other => ({
      location: { uri, range: toRange(lines, other.span) },
      message: 'Also named here.',
    })),
  };
}
