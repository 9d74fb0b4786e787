import * as vscode from 'vscode';
import { counted, sayChange } from '../core/reports/changeWords.ts';
import { visible } from '../core/reports/escape.ts';
import type { Located } from './placeRange.ts';

/** A stretch of a text and what is to stand there. */
export interface Change extends Located {
  readonly newText: string;
}

interface ChangeItem extends vscode.QuickPickItem {
  readonly change: Change;
  readonly version: number;
}

/** What a line of the list shows at most. */
const LINE_LENGTH = 160;

/** How much of a line stands before the change: the list cuts off what is too wide for it, and must not cut off what is new. */
const BEFORE = 30;

/**
 * Lists every change with its file, its line and the line as it would be, all of them ticked, and makes those that stay
 * ticked. Says what came of it: the editor's own preview opens with nothing ticked, and then applies nothing in silence.
 */
export async function confirmChanges(changes: readonly Change[], title: string, moved = 0): Promise<string> {
  if (changes.length === 0) return sayChange({ places: 0, files: 0, moved });
  const picked = await vscode.window.showQuickPick(changes.map(itemOf), {
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
    title: `${title} at ${counted(changes.length, 'place')}?`,
    placeHolder: 'OK changes what is ticked, Escape changes nothing',
  });
  const standing = (picked ?? []).filter(({ change, version }) => change.document.version === version);
  const gone = moved + (picked?.length ?? 0) - standing.length;
  const edit = new vscode.WorkspaceEdit();
  for (const { change } of standing) edit.replace(change.document.uri, change.range, change.newText);
  const applied = standing.length > 0 && (await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
  if (!applied) return sayChange({ places: 0, files: 0, moved: gone });
  return sayChange({ places: standing.length, files: edit.size, moved: gone });
}

function itemOf(change: Change): ChangeItem {
  const { document, range } = change;
  return {
    label: plain(`${vscode.workspace.asRelativePath(document.uri)}:${range.start.line + 1}`),
    detail: plain(lineAfter(change)),
    picked: true,
    change,
    version: document.version,
  };
}

/** The line as it would be, from a little before the change where the line is long. */
function lineAfter({ document, range: { start, end }, newText }: Change): string {
  const before = document.lineAt(start.line).text.slice(0, start.character).trimStart();
  const behind = document.lineAt(end.line).text.slice(end.character);
  const from = before.length > 2 * BEFORE ? before.length - BEFORE : 0;
  return `${from > 0 ? '…' : ''}${before.slice(from)}${newText}${behind}`.slice(0, LINE_LENGTH);
}

/** A file's words, in which no icon is drawn. */
const plain = (words: string): string => visible(words).replaceAll('$(', '\\$(');
