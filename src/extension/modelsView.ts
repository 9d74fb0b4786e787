import * as vscode from 'vscode';
import type { ModelPlace, Models, ScannedModel } from '../protocol.ts';
import { openPlace } from './openPlace.ts';

export interface ModelsView extends vscode.Disposable {
  /** Shows the models of a scan; `undefined` shows the welcome text again. */
  readonly show: (models: Models | undefined) => void;
}

type Node = { readonly model: ScannedModel; readonly place?: ModelPlace };

const ICONS: Record<ScannedModel['verdict'], vscode.ThemeIcon> = {
  dangerous: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  risky: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  caution: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  unknown: new vscode.ThemeIcon('question'),
  clear: new vscode.ThemeIcon('pass'),
  trusted: new vscode.ThemeIcon('verified'),
};

const NEEDS_A_LOOK: ReadonlySet<ScannedModel['verdict']> = new Set(['dangerous', 'risky', 'caution']);

/** Every model that the workspace names, worst first, and below each the places that name it. */
export function createModelsView(): ModelsView {
  let shown: Models | undefined;
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: node => (node.place ? placeItem(node.place) : modelItem(node.model)),
    getChildren(node) {
      if (!node) return shown?.models.map(model => ({ model })) ?? [];
      return node.place ? [] : node.model.places.map(place => ({ model: node.model, place }));
    },
  };
  const view = vscode.window.createTreeView('modelTrust.models', { treeDataProvider: provider, showCollapseAll: true });
  const opening = vscode.commands.registerCommand('modelTrust.openPlace', openPlace);

  function show(models: Models | undefined): void {
    shown = models;
    const alarming = models?.models.filter(({ verdict }) => NEEDS_A_LOOK.has(verdict)).length ?? 0;
    view.badge =
      alarming > 0
        ? { value: alarming, tooltip: alarming === 1 ? '1 model to check' : `${alarming} models to check` }
        : undefined;
    view.message = models ? messageOf(models) : '';
    void vscode.commands.executeCommand('setContext', 'modelTrust.scanned', models !== undefined);
    changed.fire();
  }

  return { show, dispose: () => vscode.Disposable.from(view, changed, opening).dispose() };
}

function messageOf({ complete, models, findings }: Models): string {
  if (!complete) return 'The scan did not reach every file.';
  if (models.length > 0) return '';
  return `No model is named in this workspace.${findings > 0 ? ' What else was found is in the Problems panel.' : ''}`;
}

function modelItem(model: ScannedModel): vscode.TreeItem {
  const { id, kind, key, verdict, reasons, places } = model;
  const item = new vscode.TreeItem(
    kind === 'model' || kind === 'unknown' ? id : key,
    vscode.TreeItemCollapsibleState.Collapsed,
  );
  const count = places.length === 1 ? '1 place' : `${places.length} places`;
  item.id = key;
  item.description = `${verdict} · ${places.length}`;
  item.iconPath = ICONS[verdict];
  item.tooltip = [`${key}: ${verdict}`, ...reasons].join('\n\n');
  item.accessibilityInformation = { label: `${id}, ${verdict}, ${count}` };
  item.contextValue = 'model';
  return item;
}

function placeItem(place: ModelPlace): vscode.TreeItem {
  const uri = vscode.Uri.parse(place.uri);
  const { cell, range } = place;
  const line = cell ? `, cell ${cell.index + 1}:${cell.line + 1}` : `:${range.start.line + 1}`;
  const item = new vscode.TreeItem(`${vscode.workspace.asRelativePath(uri)}${line}`);
  item.description = place.api;
  item.tooltip = vscode.workspace.asRelativePath(uri);
  item.iconPath = new vscode.ThemeIcon('file');
  item.command = { title: 'Open', command: 'modelTrust.openPlace', arguments: [place] };
  item.contextValue = 'place';
  return item;
}
