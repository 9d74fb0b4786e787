import type { ModelPlace, ScannedModel } from '../protocol.ts';
import { hasUnpinned } from './modelDecisions.ts';

/** How the view of models lists them, and which of them. Plain data, so that it can be kept from one window to the next. */

export const VERDICTS = ['dangerous', 'risky', 'caution', 'unknown', 'clear', 'trusted'] as const;
export type Verdict = ScannedModel['verdict'];

export const SORT_ORDERS = ['verdict', 'name', 'places'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export interface ModelFilter {
  /** Only these; none: all of them. */
  readonly verdicts: readonly Verdict[];
  /** Only what some place loads without naming a commit. */
  readonly unpinned: boolean;
}

export const everything: ModelFilter = { verdicts: [], unpinned: false };

export const isFiltering = ({ verdicts, unpinned }: ModelFilter): boolean => verdicts.length > 0 || unpinned;

export interface VerdictGroup {
  readonly verdict: Verdict;
  readonly models: readonly ScannedModel[];
}

/** The places that could name a commit, and how many of them do. */
export function pinsOf(places: readonly ModelPlace[]): { readonly loads: number; readonly pinned: number } {
  const loads = places.filter(({ pinned }) => pinned !== undefined);
  return { loads: loads.length, pinned: loads.filter(({ pinned }) => pinned).length };
}

export const filtered = (models: readonly ScannedModel[], filter: ModelFilter): ScannedModel[] =>
  models.filter(
    model =>
      (filter.verdicts.length === 0 || filter.verdicts.includes(model.verdict)) &&
      (!filter.unpinned || hasUnpinned(model.places)),
  );

/** Worst first, and those that are equal as they came. */
export const byVerdict = (models: readonly ScannedModel[]): VerdictGroup[] =>
  VERDICTS.map(verdict => ({ verdict, models: models.filter(model => model.verdict === verdict) })).filter(
    group => group.models.length > 0,
  );

export function sorted(models: readonly ScannedModel[], order: SortOrder): ScannedModel[] {
  const byName = (a: ScannedModel, b: ScannedModel) => a.id.localeCompare(b.id, 'en');
  const byPlaces = (a: ScannedModel, b: ScannedModel) => b.places.length - a.places.length || byName(a, b);
  if (order === 'verdict') return byVerdict(models).flatMap(group => group.models);
  return [...models].sort(order === 'name' ? byName : byPlaces);
}

/** What was kept may be of another version, or from somebody's hand: what is not ours is left out. */
export function readFilter(kept: unknown): ModelFilter {
  if (typeof kept !== 'object' || kept === null) return everything;
  const { verdicts, unpinned } = kept as Record<string, unknown>;
  const wanted = Array.isArray(verdicts) ? verdicts : [];
  return { verdicts: VERDICTS.filter(verdict => wanted.includes(verdict)), unpinned: unpinned === true };
}

export const readOrder = (kept: unknown): SortOrder => SORT_ORDERS.find(order => order === kept) ?? 'verdict';
