import * as vscode from 'vscode';
import type { PinAnswer } from '../protocol.ts';
import { type Change, confirmChanges } from './confirmChanges.ts';

/** Shows every load of a repo with the commit beside it, and changes what stays ticked. Says what came of it and what is left out. */
export async function confirmPinning({ files, left }: PinAnswer, commit: string): Promise<string> {
  const changes: Change[] = [];
  for (const { uri, edits } of files) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    for (const { range, newText } of edits) {
      const { start, end } = range;
      const place = new vscode.Range(start.line, start.character, end.line, end.character);
      changes.push({ document, range: place, newText });
    }
  }
  const rest =
    left === 0
      ? ''
      : `${left === 1 ? '1 load has' : `${left} loads have`} no place for a commit here and must be pinned by hand.`;
  if (changes.length === 0)
    return rest === '' ? 'Every load that was found is pinned, or names a revision of its own.' : rest;
  const byHand = left === 0 ? '' : ` (${left} more by hand)`;
  const came = await confirmChanges(changes, `Pin to commit ${commit.slice(0, 8)}${byHand}`);
  return rest === '' ? came : `${came} ${rest}`;
}
