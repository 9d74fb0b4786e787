import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Engine, JudgeOptions } from '../../core/engine.ts';
import { pinEdits } from '../../core/references/pinEdits.ts';
import type { Reference } from '../../core/references/reference.ts';
import { visible } from '../../core/reports/escape.ts';
import { sayDay } from '../../core/reports/hubLines.ts';
import { isFullCommit } from '../../core/rules/revision.ts';
import { isBarred } from '../../core/trust/barred.ts';
import type { RevisionCommit } from '../../hub/asides.ts';
import type { Judged } from '../judging.ts';
import type { LookUpSession } from '../lookUpSession.ts';
import { within } from '../patience.ts';
import { toProtocolEdit, toRange } from '../protocolRange.ts';
import { type ActionStyle, toWorkspaceEdit, wantsKind } from './codeActions.ts';
import { SOURCE } from './diagnostics.ts';

/** A menu is opened to choose from: a pin that is not known by then is left out. */
const PATIENCE_MS = 800;
/** Whoever selects a whole file does not want as many entries as it has ids. */
const MAX_PINS = 5;

/** What a pin mends. */
const MENDED: ReadonlySet<unknown> = new Set(['moving-revision', 'unpinned-revision', 'remote-code']);

/** The Hub's name for what is loaded where no revision is named. */
const DEFAULT_BRANCH = 'main';

/** For every load in the range that could be pinned: write the full commit that its revision points at today. */
export async function pinActions(
  { context, range, textDocument }: CodeActionParams,
  judged: Judged,
  style: ActionStyle,
  session: LookUpSession,
  barred: (reference: Reference) => boolean,
): Promise<CodeAction[]> {
  const start = judged.lines.offset({ line: range.start.line, column: range.start.character });
  const end = judged.lines.offset({ line: range.end.line, column: range.end.character });
  const touched = judged.reading.references.filter(
    reference => reference.span.start <= end && start <= reference.span.end && !barred(reference),
  );
  // The editor asks by itself with every move of the cursor: that is no reason to ask the Hub.
  const asksNobody = context.triggerKind === CodeActionTriggerKind.Automatic;
  const asked = touched.slice(0, MAX_PINS).map(async reference => {
    const pin = await within(PATIENCE_MS, pinOf(reference, session, asksNobody));
    if (!pin) return [];
    const diagnostics = context.diagnostics.filter(each => isMended(each, reference, judged));
    const kind = diagnostics.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
    if (!wantsKind(context.only, kind)) return [];
    const edits = pinEdits(reference, pin.sha).map(edit => toProtocolEdit(judged.lines, edit));
    return [
      {
        title: titleOf(pin, touched.length > 1 ? ` ${visible(reference.id)}` : ''),
        kind,
        ...(diagnostics.length > 0 && { diagnostics }),
        edit: toWorkspaceEdit(textDocument.uri, judged.version, edits, style),
      },
    ];
  });
  return (await Promise.all(asked)).flat();
}

/** A load of what nobody should load; what a pin itself would mend does not count. */
export function barredIn(
  { findings }: Judged,
  engine: Engine,
  options: Pick<JudgeOptions, 'facts' | 'decision'>,
): (reference: Reference) => boolean {
  return ({ id, kind }) => {
    const own = findings.filter(one => one.id === id && one.kind === kind && !MENDED.has(one.rule));
    return isBarred(engine.assess(id, kind, own, options));
  };
}

interface Pin extends RevisionCommit {
  readonly branch: string;
}

/** Nothing for what is pinned already, is no load, or names a revision that cannot be followed. */
async function pinOf(
  reference: Reference,
  { lookUps, held, opened }: LookUpSession,
  asksNobody: boolean,
): Promise<Pin | undefined> {
  const { pins, link, revision } = reference;
  if (pins.length === 0 || link || revision.state === 'unknown') return undefined;
  const branch = revision.state === 'known' ? revision.value : DEFAULT_BRANCH;
  if (isFullCommit(branch) || branch === '') return undefined;
  await opened();
  if (branch !== DEFAULT_BRANCH) {
    if (asksNobody) return undefined;
    const looked = await held().hub?.asides.commitOf(reference, branch);
    return looked?.state === 'known' ? { ...looked.value, branch } : undefined;
  }
  if (!asksNobody && lookUps.isStale(reference)) await lookUps.lookUp(reference);
  const { repo, commits } = lookUps.facts(reference);
  if (repo.state !== 'known' || !repo.value.sha || !isFullCommit(repo.value.sha)) return undefined;
  const { sha, lastModified } = repo.value;
  const newest = commits.state === 'known' ? commits.value.newest.find(({ id }) => id === sha) : undefined;
  const date = newest?.date ?? lastModified;
  return { sha, branch, ...(date !== undefined && { date }) };
}

/** `Pin to commit 0123abcd… (main, 12 May 2026)`: a branch is the file's own word, and shown as such. */
function titleOf({ sha, branch, date }: Pin, id: string): string {
  const when = date === undefined ? '' : `, ${sayDay(date)}`;
  return `Pin${id} to commit ${sha.slice(0, 8)}… (${visible(branch)}${when})`;
}

function isMended({ source, code, range }: Diagnostic, { span }: Reference, { lines }: Judged): boolean {
  const own = toRange(lines, span);
  return (
    source === SOURCE &&
    MENDED.has(code) &&
    range.start.line === own.start.line &&
    range.start.character === own.start.character
  );
}
