import * as vscode from 'vscode';
import type { RepoKind } from '../core/references/reference.ts';
import type { Decision } from '../core/rules/decision.ts';
import { POLICY_FILE } from '../core/trust/policy.ts';
import { EMPTY_POLICY, type NewEntry, withEntry } from '../core/trust/policyEdit.ts';
import { policyPlace } from '../core/trust/policyPlace.ts';

type Decided = Omit<NewEntry, 'reason' | 'date'>;

/** What came of a decision. `shown`: a message of the editor says so already. */
export interface Came {
  readonly words: string;
  readonly shown: boolean;
}

/** Asks why, and writes the decision into the policy. Nothing came of it where the user changed their mind. */
export async function decide(decided: Decided): Promise<Came | undefined> {
  const folder = await chooseFolder();
  if (!folder) return { words: 'A policy belongs to a folder: open one first.', shown: false };
  const verb = decided.list === 'approved' ? 'approve' : 'block';
  const name = decided.subject.by === 'repo' ? decided.subject.id : decided.subject.name;
  const reason = await vscode.window.showInputBox({
    title: `Model Trust: ${verb === 'approve' ? 'Approve' : 'Block'} ${name}`,
    prompt: `Why do you ${verb} it? Whoever reads ${POLICY_FILE} in a year wants to know.`,
    validateInput: value => (value.trim() === '' ? 'A reason is needed.' : undefined),
  });
  if (reason === undefined) return undefined;
  const document = await openPolicy(folder);
  const before = document.getText();
  const text = withEntry(before, { ...decided, reason: reason.trim(), date: today() });
  if (text === undefined) {
    await vscode.window.showTextDocument(document);
    return { words: `${POLICY_FILE} has mistakes. Mend them first, then decide again.`, shown: false };
  }
  await write(document, text);
  noteThatThereIsOne();
  await reveal(document, reason.trim());
  const counts =
    decided.list === 'approved' && !vscode.workspace.isTrusted ? ' That counts once you trust this workspace.' : '';
  const words = `${name} is ${decided.list} in ${POLICY_FILE}.${counts}`;
  void offerUndo(words, document, before);
  return { words, shown: true };
}

async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** Shows what was written, beside whatever has the keyboard. */
async function reveal(document: vscode.TextDocument, reason: string): Promise<void> {
  const at = document.positionAt(Math.max(0, document.getText().lastIndexOf(reason)));
  const selection = new vscode.Range(at, at);
  const viewColumn = vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false, viewColumn, selection });
}

async function offerUndo(told: string, document: vscode.TextDocument, before: string): Promise<void> {
  const written = document.getText();
  const undo = 'Undo';
  if ((await vscode.window.showInformationMessage(told, undo)) !== undo) return;
  const now = await vscode.workspace.openTextDocument(document.uri);
  if (now.getText() === written) return write(now, before);
  await vscode.window.showTextDocument(now);
  void vscode.window.showWarningMessage(`${POLICY_FILE} has changed since: take the entry out by hand.`);
}

/** Opens the policy at the entry that decides. Says so where none does any more. */
export async function showDecision(decision: Decision, kind: RepoKind): Promise<Came | undefined> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const uri = vscode.Uri.joinPath(folder.uri, POLICY_FILE);
    const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    const place = document && policyPlace(document.getText(), decision, kind);
    if (!place) continue;
    const selection = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
    await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.One, selection });
    return undefined;
  }
  return { words: `No ${POLICY_FILE} of this workspace names ${decision.named} any more.`, shown: false };
}

/** Opens the policy, a new one where there is none. */
export async function editPolicy(): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  await vscode.window.showTextDocument(await openPolicy(folder));
  noteThatThereIsOne();
}

async function openPolicy(folder: vscode.WorkspaceFolder): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder.uri, POLICY_FILE);
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    // There is none yet.
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(EMPTY_POLICY));
  }
  return vscode.workspace.openTextDocument(uri);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Whose policy?' });
}

const noteThatThereIsOne = (): void => void vscode.commands.executeCommand('setContext', 'modelTrust.hasPolicy', true);

/** By the calendar of whoever decides. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
