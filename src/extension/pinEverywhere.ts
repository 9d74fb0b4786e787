import * as vscode from 'vscode';
import type { PinAnswer } from '../protocol.ts';
import { preview } from './replaceId.ts';

/** Shows every load of a repo with the commit beside it, and changes what the user ticks. Says what is left out. */
export async function previewPinning({ files, left }: PinAnswer, commit: string): Promise<string | undefined> {
  const edit = new vscode.WorkspaceEdit();
  const metadata = { needsConfirmation: true, label: `Pin to commit ${commit.slice(0, 8)}` };
  for (const { uri, edits } of files) {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const place = new vscode.Range(start.line, start.character, end.line, end.character);
      edit.replace(vscode.Uri.parse(uri), place, newText, metadata);
    }
  }
  const rest =
    left === 0
      ? ''
      : `${left === 1 ? '1 load has' : `${left} loads have`} no place for a commit here and must be pinned by hand.`;
  if (edit.size === 0)
    return rest === '' ? 'Every load that was found is pinned, or names a revision of its own.' : rest;
  await preview(edit, 0);
  return rest === '' ? undefined : rest;
}
