import * as vscode from 'vscode';
import type { ModelPlace, ScannedModel } from '../protocol.ts';
import { decisionsFor, hasUnpinned } from './modelDecisions.ts';
import { pinsOf, type Verdict, type VerdictGroup } from './modelOrder.ts';

/** A row of the view of models: a verdict with its models, a model, or a place that names it. */
export type ModelNode =
  | { readonly type: 'verdict'; readonly group: VerdictGroup }
  | { readonly type: 'model'; readonly model: ScannedModel }
  | { readonly type: 'place'; readonly model: ScannedModel; readonly place: ModelPlace };

const ERROR = new vscode.ThemeColor('list.errorForeground');

/** Told apart by their shape as well as by their colour. */
const ICONS: Record<Verdict, vscode.ThemeIcon> = {
  dangerous: new vscode.ThemeIcon('error', ERROR),
  risky: new vscode.ThemeIcon('flame', ERROR),
  caution: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  unknown: new vscode.ThemeIcon('question'),
  clear: new vscode.ThemeIcon('pass'),
  trusted: new vscode.ThemeIcon('verified'),
};

const TITLES: Record<Verdict, string> = {
  dangerous: 'Dangerous',
  risky: 'Risky',
  caution: 'Caution',
  unknown: 'Unknown',
  clear: 'Clear',
  trusted: 'Trusted',
};

const MEANINGS: Record<Verdict, string> = {
  dangerous: 'Do not run these.',
  risky: 'Do not run these unchecked.',
  caution: 'Check these before you run them.',
  unknown: 'Not enough is known of these to judge.',
  clear: 'Nothing speaks against these.',
  trusted: 'Good standing on the Hub, or approved by you.',
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

export function itemOf(node: ModelNode): vscode.TreeItem {
  if (node.type === 'verdict') return verdictItem(node.group);
  return node.type === 'model' ? modelItem(node.model) : placeItem(node.place);
}

function verdictItem({ verdict, models }: VerdictGroup): vscode.TreeItem {
  // What nothing speaks against need not be looked at.
  const calm = verdict === 'clear' || verdict === 'trusted';
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(TITLES[verdict], calm ? Collapsed : Expanded);
  item.id = `verdict:${verdict}`;
  item.description = String(models.length);
  item.iconPath = ICONS[verdict];
  item.tooltip = MEANINGS[verdict];
  item.accessibilityInformation = { label: `${TITLES[verdict]}, ${counted(models.length, 'model')}` };
  item.contextValue = 'verdict';
  return item;
}

/** The verdict stands in the icon and in the row above, so that no long id can push it out of sight. */
function modelItem(model: ScannedModel): vscode.TreeItem {
  const { id, key, verdict, reasons, places, intended } = model;
  const name = nameOf(model);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  const told = [counted(places.length, 'place'), ...pinWords(places)];
  item.id = key;
  // Short, or the view would cut it: the words stand in the tooltip.
  item.description = [String(places.length), ...pinMark(places)].join(' · ');
  item.iconPath = ICONS[verdict];
  item.tooltip = [
    `${name}: ${verdict}`,
    ...reasons,
    ...(intended ? [`Perhaps ${intended} is meant.`] : []),
    `${told.join(', ')}.`,
  ].join('\n\n');
  item.accessibilityInformation = { label: [id, verdict, ...told].join(', ') };
  item.contextValue = contextOf(model);
  return item;
}

/** What the row's menu goes by: `model`, and a word for each thing that can be done. */
const contextOf = (model: ScannedModel): string => {
  const { intended, places } = model;
  const { pin, approve, block, show } = decisionsFor(model);
  const can = { replace: intended !== undefined, pin: pin && hasUnpinned(places), approve, block, show };
  return ['model', ...Object.entries(can).flatMap(([word, yes]) => (yes ? [word] : []))].join('.');
};

export const nameOf = ({ id, kind, key }: ScannedModel): string => (kind === 'model' || kind === 'unknown' ? id : key);

function pinMark(places: readonly ModelPlace[]): string[] {
  const { loads, pinned } = pinsOf(places);
  if (pinned === 0) return [];
  return [pinned === loads ? 'pinned' : `${pinned}/${loads} pinned`];
}

function pinWords(places: readonly ModelPlace[]): string[] {
  const { loads, pinned } = pinsOf(places);
  if (loads === 0) return [];
  if (pinned === loads) return ['pinned'];
  return [pinned === 0 ? 'not pinned' : `${pinned} of ${loads} pinned`];
}

function placeItem(place: ModelPlace): vscode.TreeItem {
  const uri = vscode.Uri.parse(place.uri);
  const { cell, range, api, pinned } = place;
  const line = cell ? `, cell ${cell.index + 1}:${cell.line + 1}` : `:${range.start.line + 1}`;
  const item = new vscode.TreeItem(`${vscode.workspace.asRelativePath(uri)}${line}`);
  item.description = pinned ? `${api}, pinned` : api;
  item.tooltip = `${vscode.workspace.asRelativePath(uri)}${line}\n\n${item.description}`;
  item.iconPath = new vscode.ThemeIcon('file');
  item.command = { title: 'Open', command: 'modelTrust.openPlace', arguments: [place] };
  item.contextValue = 'place';
  return item;
}
