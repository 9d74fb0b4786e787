import type { ModelPlace, ScannedModel } from '../protocol.ts';

/** Which decisions about a repo make sense: the same in the panel and in the view of models. */
export function decisionsFor({ barred, decision, pinnable }: Pick<ScannedModel, 'barred' | 'decision' | 'pinnable'>): {
  readonly pin: boolean;
  readonly approve: boolean;
  readonly block: boolean;
  /** There is an entry of the policy to look at, and to change by hand. */
  readonly show: boolean;
} {
  return {
    pin: pinnable && !barred,
    approve: decision !== 'approved' && !barred,
    block: decision !== 'blocked',
    show: decision !== undefined,
  };
}

/** A load among them could name a commit, and names none. */
export const hasUnpinned = (places: readonly ModelPlace[]): boolean => places.some(({ pinned }) => pinned === false);
