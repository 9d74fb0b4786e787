import * as vscode from 'vscode';
import { openOnHub } from './hubPage.ts';
import type { ModelNode } from './modelItems.ts';
import { openPlace } from './openPlace.ts';
import { confirmReplacing } from './replaceId.ts';

/** What the context menu of the view offers; VS Code gives each command the row that it was asked on. */
export function registerModelActions(): vscode.Disposable[] {
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
    vscode.commands.registerCommand('modelTrust.replaceModelId', async (node?: ModelNode) => {
      const model = modelOf(node);
      if (model?.intended) tell(await confirmReplacing(model.id, model.places, model.intended));
    }),
    vscode.commands.registerCommand('modelTrust.openPlace', openPlace),
  ];
}

const tell = (words: string | undefined): void => {
  if (words !== undefined) void vscode.window.showInformationMessage(words);
};

const modelOf = (node: ModelNode | undefined) =>
  node?.type === 'model' || node?.type === 'place' ? node.model : undefined;
