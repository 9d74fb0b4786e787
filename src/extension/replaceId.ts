import * as vscode from 'vscode';
import type { ModelPlace } from '../protocol.ts';
import { locate } from './placeRange.ts';

/** Shows how the files look with another id in place of this one, and changes what the user ticks. */
export async function previewReplacing(id: string, places: readonly ModelPlace[], target: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const metadata = { needsConfirmation: true, label: `Use ${target}` };
  let moved = 0;
  for (const place of places) {
    const located = await locate(place, id).catch(() => undefined);
    if (located) edit.replace(located.document.uri, located.range, target, metadata);
    else moved++;
  }
  await preview(edit, moved);
}

/** A refactoring that asks before it changes a file, and says what it could not find again. */
export async function preview(edit: vscode.WorkspaceEdit, notFound: number): Promise<void> {
  const lost = notFound === 1 ? '1 place has' : `${notFound} places have`;
  if (notFound > 0) {
    void vscode.window.showWarningMessage(
      `${lost} changed since the scan and will stay as it is. Scan again to see it.`,
    );
  }
  if (edit.size > 0) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
