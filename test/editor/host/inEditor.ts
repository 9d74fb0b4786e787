import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const LIMIT_MS = 20_000;

export const EXTENSION = 'model-trust-hints.model-trust-hints';

/** A finding as the editor holds it, in one line: `4 warning lookalike-publisher EleuterAI/gpt-j-6B`. */
export type Mark = string;

export const workspaceFile = (path: string): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** A file of the workspace that was not there before, open in the editor. */
export async function write(text: string, ending = '.py'): Promise<vscode.TextDocument> {
  const uri = workspaceFile(`scratch/${process.hrtime.bigint()}${ending}`);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

export const diagnosticsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'model-trust');

/** The rule that a diagnostic is about. */
export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** From the top down; those of one line in the order of the alphabet. */
export function marksOf(document: vscode.TextDocument): Mark[] {
  const lines = diagnosticsOf(document.uri).map(diagnostic => {
    const { range, severity } = diagnostic;
    const told = `${SEVERITIES[severity]} ${ruleOf(diagnostic)} ${document.getText(range)}`;
    return { line: range.start.line + 1, told };
  });
  lines.sort((a, b) => a.line - b.line || (a.told < b.told ? -1 : 1));
  return lines.map(({ line, told }) => `${line} ${told}`);
}

/** Waits for `get` to answer something that satisfies; fails with its last answer. */
export async function eventually<T>(
  what: string,
  get: () => T | PromiseLike<T>,
  satisfies: (value: T) => boolean,
): Promise<T> {
  for (const end = Date.now() + LIMIT_MS; ; await pause(50)) {
    const value = await get();
    if (satisfies(value)) return value;
    if (Date.now() > end) assert.fail(`waited in vain until ${what}; last: ${JSON.stringify(value, null, 1)}`);
  }
}

export const eventuallyMarks = (
  document: vscode.TextDocument,
  what: string,
  satisfies: (marks: Mark[]) => boolean,
): Promise<Mark[]> => eventually(what, () => marksOf(document), satisfies);

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** What is offered at the range. An editor asks again while a file is being judged, and so do we. */
export async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const ask = () =>
    vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
  const found = await eventually('quick fixes are offered', ask, ({ length }) => length > 0);
  return found.filter((action): action is vscode.CodeAction => 'kind' in action);
}

/** Where `text` stands in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `"${text}" is in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}
