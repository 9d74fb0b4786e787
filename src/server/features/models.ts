import type { Diagnostic } from 'vscode-languageserver';
import type { Engine, JudgeOptions } from '../../core/engine.ts';
import type { Reference, RepoKind } from '../../core/references/reference.ts';
import { messageText } from '../../core/reports/escape.ts';
import type { RepoUse } from '../../core/reports/report/trustReport.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { isFullCommit } from '../../core/rules/revision.ts';
import { atLeast, bySeverity } from '../../core/rules/severity.ts';
import type { Verdict } from '../../core/trust/assessment.ts';
import { isBarred } from '../../core/trust/barred.ts';
import type { ModelPlace, Models, ScannedModel } from '../../protocol.ts';
import type { Judged } from '../judging.ts';
import { toRange } from '../protocolRange.ts';

export interface ScannedPlace {
  readonly id: string;
  readonly kind: RepoKind;
  /** Only mentioned. */
  readonly link: boolean;
  readonly place: ModelPlace;
  /** The same in the words of a report. */
  readonly use: RepoUse;
}

/** What is kept of a scanned file: no text, so that a large workspace costs little. */
export interface ScannedEntry {
  readonly uri: string;
  readonly places: readonly ScannedPlace[];
  readonly findings: readonly Finding[];
  readonly diagnostics: Diagnostic[];
}

/** `path`: of the file as a reader knows it, relative to the workspace folder. */
export function toEntry(judged: Judged, diagnostics: Diagnostic[], path: string): ScannedEntry {
  const { uri, reading, findings, lines } = judged;
  const places = reading.references.map(reference => {
    const strongest = findings
      .filter(finding => !finding.suppressed && finding.span.start === reference.span.start)
      .map(finding => finding.severity)
      .sort(bySeverity)[0];
    const place: ModelPlace = {
      uri,
      range: toRange(lines, reference.span),
      ...(reference.cell && { cell: cellPlace(reference.cell) }),
      api: reference.api,
      ...pinOf(reference),
      ...(strongest && { severity: strongest }),
    };
    const { id, kind, link } = reference;
    return { id, kind, link, place, use: useOf(reference, path, place.range.start.line + 1) };
  });
  return { uri, places, findings, diagnostics };
}

function useOf({ api, link, revision, trustRemoteCode }: Reference, path: string, line: number): RepoUse {
  return {
    path,
    line,
    api,
    link,
    ...(revision.state === 'known' && { revision: revision.value }),
    ...(trustRemoteCode.state === 'known' && { trustRemoteCode: trustRemoteCode.value }),
  };
}

/** Whether a load names a commit; nothing where it has no place for one. */
function pinOf({ link, revision, pins }: Reference): { readonly pinned?: boolean } {
  if (revision.state === 'known') return { pinned: isFullCommit(revision.value) };
  return link || pins.length === 0 || revision.state === 'unknown' ? {} : { pinned: false };
}

const cellPlace = ({ index, line, column }: { index: number; line: number; column: number }) => ({
  index,
  line: line - 1,
  character: column,
});

const WORST_FIRST: readonly Verdict[] = ['dangerous', 'risky', 'caution', 'unknown', 'clear', 'trusted'];

/** Reasons of a model at most; the hover card and the Problems panel have the rest. */
const MAX_REASONS = 3;

/** Every repo that the files name, assessed once over all its places. */
export function modelsOf(
  entries: Iterable<ScannedEntry>,
  engine: Engine,
  options: Pick<JudgeOptions, 'facts' | 'decision'>,
): ScannedModel[] {
  const repos = new Map<string, { id: string; kind: RepoKind; places: ModelPlace[]; findings: Finding[] }>();
  for (const entry of entries) {
    for (const { id, kind, place } of entry.places) {
      const key = engine.repoKey({ id, kind });
      const repo = repos.get(key) ?? { id, kind, places: [], findings: [] };
      repos.set(key, repo);
      repo.places.push(place);
    }
    for (const finding of entry.findings) {
      if (finding.id !== null)
        repos.get(engine.repoKey({ id: finding.id, kind: finding.kind }))?.findings.push(finding);
    }
  }
  const models = [...repos].map(([key, { id, kind, places, findings }]): ScannedModel => {
    const assessment = engine.assess(id, kind, findings, options);
    const { verdict, signals, decision, facts } = assessment;
    const reasons = signals.filter(({ severity }) => atLeast(severity, 'information'));
    const intended = reasons.find(({ target }) => target !== undefined && target !== id)?.target;
    return {
      key,
      id,
      kind,
      verdict,
      reasons: reasons.slice(0, MAX_REASONS).map(({ message }) => messageText(message)),
      ...(intended !== undefined && { intended }),
      ...(decision && { decision: decision.what }),
      barred: isBarred(assessment),
      pinnable: facts?.commit !== undefined,
      places: places.sort(byPlace),
    };
  });
  return models.sort(
    (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) || compare(a.key, b.key),
  );
}

/** The answer when a scan could not be done. */
export const emptyModels: Models = { complete: false, files: 0, findings: 0, models: [] };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: ModelPlace, b: ModelPlace): number =>
  compare(a.uri, b.uri) || a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
