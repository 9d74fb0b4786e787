import * as vscode from 'vscode';
import { Subject } from '../panelProtocol.ts';
import { parseMessage } from '../protocol.ts';
import type { ModelNode } from './modelItems.ts';

/** An id as a user may write it, or paste it from the Hub: `org/name`, `datasets/org/name`. */
const WRITTEN = /^(?:https?:\/\/[^/]+\/)?(?:(models|datasets|spaces|kernels)\/)?([\w.-]+(?:\/[\w.-]+)?)$/;

const KINDS: Readonly<Record<string, Subject['kind']>> = {
  models: 'model',
  datasets: 'dataset',
  spaces: 'space',
  kernels: 'kernel',
};

export function readSubject(written: string): Subject | undefined {
  const [, folder, id] = WRITTEN.exec(written.trim()) ?? [];
  return id === undefined ? undefined : { id, kind: folder === undefined ? 'model' : KINDS[folder]! };
}

/** Whom a report is wanted of: what a link or a row of the view says, else what the user writes. */
export async function askSubject(argument: unknown): Promise<Subject | undefined> {
  const given = parseMessage(Subject, argument) ?? ofNode(argument);
  if (given) return given;
  const written = await vscode.window.showInputBox({
    title: 'Model Trust: Open Report',
    prompt: 'The id of a repo on the Hub. A dataset is written datasets/ID, a space spaces/ID.',
    placeHolder: 'publisher/name',
    value: selectedId(),
    validateInput: value => (value === '' || readSubject(value) ? undefined : 'No repo of the Hub can have this id.'),
  });
  return written === undefined ? undefined : readSubject(written);
}

function ofNode(argument: unknown): Subject | undefined {
  const node = argument as ModelNode | undefined;
  return node?.type === 'model' || node?.type === 'place' ? parseMessage(Subject, node.model) : undefined;
}

function selectedId(): string {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  return selected.length < 200 && readSubject(selected) ? selected : '';
}
