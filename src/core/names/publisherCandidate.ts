import type { LookalikeRelation } from './nameIndex.ts';

/** A publisher that the typed one may imitate, and how, before the name is asked. */
export interface PublisherCandidate {
  /** Rank by downloads among the targets. */
  readonly rank: number;
  readonly relation: LookalikeRelation;
  /** From 0.1 (hardly to be seen) upwards. */
  readonly cost: number;
  /** For added words: what was added, as written. */
  readonly added?: string;
  /** For spelling: weighted distance in hundredths of an edit. */
  readonly distance?: number;
  /** Not without a copied name. */
  readonly onlyCopied?: boolean;
}
