import * as vscode from 'vscode';
import type { Action } from '../panelProtocol.ts';
import { openOnHub } from './hubPage.ts';
import type { ModelNode } from './modelItems.ts';
import { openPlace } from './openPlace.ts';
import { actionsFor, runAction } from './reportActions.ts';
import type { ReportSource } from './reportSource.ts';

/** What the context menu of the view offers; VS Code gives each command the row that it was asked on. */
export function registerModelActions(source: ReportSource, log: vscode.LogOutputChannel): vscode.Disposable[] {
  /** Does what the panel's button does, by what is known now: a row may be older. */
  async function act(action: Exclude<Action, 'recheck'>, node: ModelNode | undefined): Promise<void> {
    const model = modelOf(node);
    if (!model) return;
    const { id, kind } = model;
    try {
      const answer = await source.report({ id, kind });
      const offered = actionsFor(answer).find(each => each.action === action);
      if (!offered)
        return tell(answer.problem ?? `What is known of ${id} by now rules that out. Its report says more.`);
      if (offered.unavailable !== undefined) return tell(offered.unavailable);
      const came = await runAction(action, { id, kind }, answer, source);
      if (came && !came.shown) tell(came.words);
    } catch (error) {
      log.error(`${action} of ${id}: ${String(error)}`);
      void vscode.window.showErrorMessage('That did not work. The log of Model Trust says more.');
    }
  }

  return [
    vscode.commands.registerCommand('modelTrust.copyModelId', (node?: ModelNode) => {
      const model = modelOf(node);
      if (model) return vscode.env.clipboard.writeText(model.id);
    }),
    vscode.commands.registerCommand('modelTrust.openOnHub', (node?: ModelNode) => {
      const model = modelOf(node);
      if (model) return openOnHub(model.id, model.kind);
    }),
    vscode.commands.registerCommand('modelTrust.goToPlace', (node?: ModelNode) => {
      const place = node?.type === 'place' ? node.place : modelOf(node)?.places[0];
      if (place) return openPlace(place);
    }),
    vscode.commands.registerCommand('modelTrust.replaceModelId', (node?: ModelNode) => act('replace', node)),
    vscode.commands.registerCommand('modelTrust.pinModel', (node?: ModelNode) => act('pin', node)),
    vscode.commands.registerCommand('modelTrust.approveModel', (node?: ModelNode) => act('approve-repo', node)),
    vscode.commands.registerCommand('modelTrust.blockModel', (node?: ModelNode) => act('block-repo', node)),
    vscode.commands.registerCommand('modelTrust.showDecision', (node?: ModelNode) => act('show-decision', node)),
    vscode.commands.registerCommand('modelTrust.openPlace', openPlace),
  ];
}

const tell = (words: string): void => void vscode.window.showInformationMessage(words);

const modelOf = (node: ModelNode | undefined) =>
  node?.type === 'model' || node?.type === 'place' ? node.model : undefined;
