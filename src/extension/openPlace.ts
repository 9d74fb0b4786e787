import * as vscode from 'vscode';
import { ModelPlace, parseMessage } from '../protocol.ts';

/** Opens the file, or the notebook at its cell, and selects the model's id. */
export async function openPlace(argument: unknown): Promise<void> {
  const place = parseMessage(ModelPlace, argument);
  if (!place) return;
  const uri = vscode.Uri.parse(place.uri);
  if (place.cell) {
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    const { index } = place.cell;
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(index, index + 1)] });
    return;
  }
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(uri, { selection });
}
