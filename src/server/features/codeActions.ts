import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type IgnoreInWorkspace,
  ignoreInWorkspaceCommand,
  openReportCommand,
  parseMessage,
  type ReportSubject,
} from '../../protocol.ts';
import { DiagnosticData } from './diagnosticData.ts';
import { SOURCE } from './diagnostics.ts';

/** The edits of the comment that silences these rules where they stand; `undefined` where no comment can, or none is heard. */
export type IgnoreHere = (rules: readonly string[], range: Range) => TextEdit[] | undefined;

/** How findings may be silenced where they stand. */
export interface Ignoring {
  readonly here: IgnoreHere;
  /** People have decided that this repo is bad: no entry of a menu silences that. */
  readonly decided: (repo: ReportSubject) => boolean;
}

export interface ActionStyle {
  /** Edits may name the version they are for, and are refused when it is gone. */
  readonly versionedEdits: boolean;
  readonly silencing: Silencing;
  /** The client can open reports. */
  readonly reports?: boolean;
}

/** The ways to silence a finding that would be heard. */
export interface Silencing {
  readonly comments: boolean;
  /** The client has the command that writes to the workspace's settings. */
  readonly settings: boolean;
}

export const actionStyle = (capabilities: ClientCapabilities, silencing: Silencing): ActionStyle => ({
  versionedEdits: capabilities.workspace?.workspaceEdit?.documentChanges === true,
  silencing,
});

interface Told {
  readonly diagnostic: Diagnostic;
  readonly data: DiagnosticData;
}

/**
 * Quick fixes from what the diagnostics carry: nothing is read again. `version` is the document's present one; edits for
 * another one are not offered, the new diagnostics are on their way.
 */
export function codeActions(
  params: CodeActionParams,
  version: number | undefined,
  style: ActionStyle,
  ignoring: Ignoring | undefined,
  pins: readonly CodeAction[] = [],
): CodeAction[] {
  if (!wantsKind(params.context.only, CodeActionKind.QuickFix)) return [...pins];
  const told = params.context.diagnostics.flatMap(diagnostic => {
    const data = diagnostic.source === SOURCE ? parseMessage(DiagnosticData, diagnostic.data) : undefined;
    return data && data.version === version ? [{ diagnostic, data }] : [];
  });
  // Somebody who selects a stretch with several of our marks is moving code about, not asking us.
  if (!isEmpty(params.range) && new Set(told.map(({ diagnostic }) => placeOf(diagnostic.range))).size > 1)
    return [...pins];
  return [
    ...mergedFixes(told, params.textDocument.uri, style),
    ...pins,
    ...(style.reports ? openReports(told) : []),
    ...(ignoring ? byPlace(told).flatMap(those => silences(those, params.textDocument.uri, style, ignoring)) : []),
  ];
}

/** Two rules that mean the same edit are one entry in the menu, and it mends both. */
function mergedFixes(told: readonly Told[], uri: string, style: ActionStyle): CodeAction[] {
  const merged = new Map<string, CodeAction>();
  for (const { diagnostic, data } of told) {
    for (const { title, preferred, edits } of data.fixes) {
      const key = JSON.stringify([title, edits]);
      const same = merged.get(key);
      merged.set(key, {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [...(same?.diagnostics ?? []), diagnostic],
        isPreferred: preferred || same?.isPreferred === true,
        edit: toWorkspaceEdit(uri, data.version, edits, style),
      });
    }
  }
  return [...merged.values()];
}

const REPORT_TITLE = 'Open the trust report';

/** One for each repo, however many rules speak of it. */
function openReports(told: readonly Told[]): CodeAction[] {
  const repos = new Map<string, { subject: ReportSubject; diagnostics: Diagnostic[] }>();
  for (const { diagnostic, data } of told) {
    if (data.id === null) continue;
    const subject: ReportSubject = { id: data.id, kind: data.kind };
    const known = repos.get(`${data.kind} ${data.id}`) ?? { subject, diagnostics: [] };
    known.diagnostics.push(diagnostic);
    repos.set(`${data.kind} ${data.id}`, known);
  }
  return [...repos.values()].map(({ subject, diagnostics }) => {
    const title = repos.size > 1 ? `${REPORT_TITLE} of ${subject.id}` : REPORT_TITLE;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title, command: openReportCommand, arguments: [subject] },
    };
  });
}

/** Up to so many findings of one place are silenced one by one; more would bury what mends them. */
const SINGLY = 2;

/** What is said of one repo at one place; the findings of a place that are to be silenced in one go stand together. */
function byPlace(told: readonly Told[]): Told[][] {
  const places = new Map<string, Told[]>();
  for (const one of told) {
    const place = `${placeOf(one.diagnostic.range)} ${one.data.id}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  return [...places.values()].flatMap(those => (those.length > SINGLY ? [those] : those.map(one => [one])));
}

function silences(those: readonly Told[], uri: string, style: ActionStyle, ignoring: Ignoring): CodeAction[] {
  const [{ diagnostic, data }] = those as [Told];
  if (data.id !== null && ignoring.decided({ id: data.id, kind: data.kind })) return [];
  const rules = [...new Set(those.map(one => one.data.rule))];
  const what = rules.length === 1 ? data.rule : `all ${rules.length} findings`;
  const actions: CodeAction[] = [];
  const base = { kind: CodeActionKind.QuickFix, diagnostics: those.map(one => one.diagnostic) };
  const comment = style.silencing.comments ? ignoring.here(rules, diagnostic.range) : undefined;
  if (comment) {
    const edit = toWorkspaceEdit(uri, data.version, comment, style);
    actions.push({ ...base, title: `Ignore ${what} on this line`, edit });
  }
  if (style.silencing.settings && data.id !== null) {
    const title = `Ignore ${what} for ${data.id} in this workspace`;
    const wish: IgnoreInWorkspace = { rule: data.rule, id: data.id, uri, ...(rules.length > 1 && { rules }) };
    actions.push({ ...base, title, command: { title, command: ignoreInWorkspaceCommand, arguments: [wish] } });
  }
  return actions;
}

export function toWorkspaceEdit(
  uri: string,
  version: number | null,
  edits: TextEdit[],
  style: ActionStyle,
): WorkspaceEdit {
  if (!style.versionedEdits) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** Does the editor ask for this kind: for all, for it, or for one above it? */
export const wantsKind = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some(each => each === '' || kind === each || kind.startsWith(`${each}.`));

const isEmpty = ({ start, end }: Range): boolean => start.line === end.line && start.character === end.character;

const placeOf = ({ start, end }: Range): string => `${start.line}:${start.character}-${end.line}:${end.character}`;
