import * as vscode from 'vscode';
import type { Models } from '../protocol.ts';
import { itemOf, type ModelNode } from './modelItems.ts';
import {
  byVerdict,
  everything,
  filtered,
  isFiltering,
  type ModelFilter,
  readFilter,
  readOrder,
  type SortOrder,
  sorted,
  type Verdict,
} from './modelOrder.ts';

export interface ModelsView extends vscode.Disposable {
  /** Shows the models of a scan; `undefined` shows the welcome text again. */
  readonly show: (models: Models | undefined) => void;
  readonly models: () => Models | undefined;
  readonly filter: () => ModelFilter;
  readonly filterBy: (filter: ModelFilter) => void;
  readonly order: () => SortOrder;
  readonly orderBy: (order: SortOrder) => void;
}

const FILTER_KEY = 'models.filter';
const ORDER_KEY = 'models.order';

const NEEDS_A_LOOK: ReadonlySet<Verdict> = new Set(['dangerous', 'risky', 'caution']);

/** Every model that the workspace names, worst first, and below each the places that name it. */
export function createModelsView(memory: vscode.Memento): ModelsView {
  let shown: Models | undefined;
  let filter = readFilter(memory.get(FILTER_KEY));
  let order = readOrder(memory.get(ORDER_KEY));
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<ModelNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren(node) {
      if (!node) return rootsOf(filtered(shown?.models ?? [], filter), order);
      if (node.type === 'verdict') return node.group.models.map(model => ({ type: 'model', model }));
      return node.type === 'model' ? node.model.places.map(place => ({ type: 'place', model: node.model, place })) : [];
    },
  };
  const view = vscode.window.createTreeView('modelTrust.models', { treeDataProvider: provider, showCollapseAll: true });

  function refresh(): void {
    const models = shown?.models ?? [];
    view.badge = badgeOf(models.filter(({ verdict }) => NEEDS_A_LOOK.has(verdict)).length);
    view.message = shown ? messageOf(shown, filter) : '';
    setContext('modelTrust.scanned', shown !== undefined);
    setContext('modelTrust.hasModels', models.length > 0);
    setContext('modelTrust.modelsFiltered', isFiltering(filter));
    changed.fire();
  }

  refresh();
  return {
    show(models) {
      shown = models;
      refresh();
    },
    models: () => shown,
    filter: () => filter,
    filterBy(wanted) {
      filter = wanted;
      void memory.update(FILTER_KEY, isFiltering(filter) ? filter : undefined);
      refresh();
    },
    order: () => order,
    orderBy(wanted) {
      order = wanted;
      void memory.update(ORDER_KEY, order);
      refresh();
    },
    dispose: () => vscode.Disposable.from(view, changed).dispose(),
  };
}

function rootsOf(models: Models['models'], order: SortOrder): ModelNode[] {
  if (order === 'verdict') return byVerdict(models).map(group => ({ type: 'verdict', group }));
  return sorted(models, order).map(model => ({ type: 'model', model }));
}

function badgeOf(alarming: number): vscode.ViewBadge | undefined {
  if (alarming === 0) return undefined;
  return { value: alarming, tooltip: alarming === 1 ? '1 model to check' : `${alarming} models to check` };
}

function messageOf({ complete, models, findings }: Models, filter: ModelFilter): string {
  const told: string[] = [];
  if (!complete) told.push('The scan did not reach every file.');
  if (models.length === 0 && findings > 0) told.push('What was found besides is in the Problems panel.');
  if (models.length > 0 && isFiltering(filter)) {
    told.push(`${filtered(models, filter).length} of ${models.length} shown: ${filterWords(filter)}.`);
  }
  return told.join(' ');
}

const filterWords = ({ verdicts, unpinned }: ModelFilter = everything): string =>
  [...(verdicts.length > 0 ? [verdicts.join(', ')] : []), ...(unpinned ? ['not pinned'] : [])].join('; ');

const setContext = (key: string, value: boolean): void => {
  void vscode.commands.executeCommand('setContext', key, value);
};
