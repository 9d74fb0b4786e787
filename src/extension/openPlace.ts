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
  const inside = notebookOf(uri);
  if (inside) {
    await vscode.window.showNotebookDocument(inside.notebook, { selections: [inside.cell] });
    return;
  }
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(uri, { selection });
}

/** The open notebook that a text is a cell of. */
function notebookOf(uri: vscode.Uri): { notebook: vscode.NotebookDocument; cell: vscode.NotebookRange } | undefined {
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cell = notebook.getCells().find(({ document }) => document.uri.toString() === uri.toString());
    if (cell) return { notebook, cell: new vscode.NotebookRange(cell.index, cell.index + 1) };
  }
  return undefined;
}
