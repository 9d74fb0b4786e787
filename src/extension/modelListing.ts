import * as vscode from 'vscode';
import { everything, SORT_ORDERS, type SortOrder, VERDICTS, type Verdict } from './modelOrder.ts';
import type { ModelsView } from './modelsView.ts';

const ORDER_WORDS: Record<SortOrder, { readonly label: string; readonly detail: string }> = {
  verdict: { label: 'By Verdict', detail: 'The worst first, each verdict under its own heading' },
  name: { label: 'By Name', detail: 'In the order of the alphabet' },
  places: { label: 'By Places', detail: 'What most places name first' },
};

/** What the title of the view offers: the order of the rows, and which of them. */
export function registerModelListing(view: ModelsView): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('modelTrust.sortModels', () => chooseOrder(view)),
    vscode.commands.registerCommand('modelTrust.filterModels', () => chooseFilter(view)),
    vscode.commands.registerCommand('modelTrust.clearModelFilter', () => view.filterBy(everything)),
  ];
}

async function chooseOrder(view: ModelsView): Promise<void> {
  const rows = SORT_ORDERS.map(order => ({
    ...ORDER_WORDS[order],
    order,
    ...(order === view.order() && { description: 'now' }),
  }));
  const title = 'Model Trust: Sort Models';
  const choice = await vscode.window.showQuickPick(rows, { title, placeHolder: 'In which order?' });
  if (choice) view.orderBy(choice.order);
}

interface FilterRow extends vscode.QuickPickItem {
  readonly verdict?: Verdict;
}

async function chooseFilter(view: ModelsView): Promise<void> {
  const models = view.models()?.models ?? [];
  const { verdicts, unpinned } = view.filter();
  const rows: FilterRow[] = [
    ...VERDICTS.map(verdict => ({
      label: `${verdict[0]!.toUpperCase()}${verdict.slice(1)}`,
      description: String(models.filter(model => model.verdict === verdict).length),
      verdict,
      picked: verdicts.includes(verdict),
    })),
    { label: 'Other', kind: vscode.QuickPickItemKind.Separator },
    { label: 'Not Pinned', description: 'loaded somewhere without a commit', picked: unpinned },
  ];
  const chosen = await vscode.window.showQuickPick(rows, {
    title: 'Model Trust: Filter Models',
    placeHolder: 'Which ones? None picked: all of them',
    canPickMany: true,
  });
  if (!chosen) return;
  view.filterBy({
    verdicts: chosen.flatMap(({ verdict }) => verdict ?? []),
    unpinned: chosen.some(({ verdict }) => verdict === undefined),
  });
}
