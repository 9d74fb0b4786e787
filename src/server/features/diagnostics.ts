import { type ClientCapabilities, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type DiagnosticReport, diagnosticReports } from '../../core/reports/diagnostic.ts';
import type { Finding } from '../../core/rules/finding.ts';
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
  return diagnosticReports(judged.findings).map(({ rule, severity, message, finding }) => ({
    range: toRange(judged.lines, finding.span),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    ...(style.links && { codeDescription: { href: `${style.docsUri}${rule}.md` } }),
    message,
    ...(style.related && relatedInformation(judged, finding)),
    data: toData(judged, finding),
  }));
}

function toData(judged: Judged, finding: Finding): DiagnosticData {
  return {
    rule: finding.rule,
    id: finding.id,
    version: judged.version,
    fixes: (finding.fixes ?? []).map(({ title, preferred, edits }) => ({
      title,
      preferred,
      edits: edits.map(edit => toProtocolEdit(judged.lines, edit)),
    })),
  };
}

/** Where else this text names the same repo: whoever mends one place wants to see the others. */
function relatedInformation(
  { uri, reading, lines }: Judged,
  { id, span }: Finding,
): Pick<Diagnostic, 'relatedInformation'> {
  const elsewhere = reading.references.filter(other => other.id === id && other.span.start !== span.start);
  if (elsewhere.length === 0) return {};
  return {
    relatedInformation: elsewhere.slice(0, MAX_RELATED).map(other => ({
      location: { uri, range: toRange(lines, other.span) },
      message: 'Also named here.',
    })),
  };
}
