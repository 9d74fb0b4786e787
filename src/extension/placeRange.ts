import * as vscode from 'vscode';
import type { ModelPlace } from '../protocol.ts';

/** A text of the editor and a stretch of it. */
export interface Located {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
}

/**
 * Where a scan saw an id, in the text as it is now; `undefined` when something else stands there meanwhile. In a notebook
 * that is the cell, never its raw JSON.
 */
export async function locate(place: ModelPlace, id: string): Promise<Located | undefined> {
  const uri = vscode.Uri.parse(place.uri);
  const located = place.cell ? await inCell(uri, place.cell, id) : await inFile(uri, place);
  return located?.document.getText(located.range) === id ? located : undefined;
}

async function inFile(uri: vscode.Uri, { range: { start, end } }: ModelPlace): Promise<Located> {
  const document = await vscode.workspace.openTextDocument(uri);
  return { document, range: new vscode.Range(start.line, start.character, end.line, end.character) };
}

async function inCell(
  uri: vscode.Uri,
  { index, line, character }: NonNullable<ModelPlace['cell']>,
  id: string,
): Promise<Located | undefined> {
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  if (index >= notebook.cellCount) return undefined;
  const { document } = notebook.cellAt(index);
  return { document, range: new vscode.Range(line, character, line, character + id.length) };
}
