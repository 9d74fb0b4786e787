import type { RepoKind } from '../references/reference.ts';

/**
 * Why a repo is listed. `campaign`: uploaded to harm. `hosting`: a store for malware that something else fetched.
 * `demonstration`: a researcher's proof; it runs code but nobody was meant to be robbed. `impersonation`: posed as somebody else, no malware reported.
 */
export type AdvisoryClass = 'campaign' | 'hosting' | 'demonstration' | 'impersonation';

export interface Advisory {
  /** The record's own id: `MTH-2026-0001`, or a feed's. */
  readonly id: string;
  readonly repo: string;
  readonly kind: RepoKind;
  readonly class: AdvisoryClass;
  /** One sentence: what it did. */
  readonly summary: string;
  readonly impersonates?: string;
  /** ISO day of disclosure, or month, as precise as known. */
  readonly disclosed?: string;
  /** Who reported it: `HiddenLayer`. */
  readonly reporter?: string;
  /** How sure the reports are, in the record's words: `confirmed`, `probable`. */
  readonly confidence?: string;
}

export interface Advisories {
  /** Records about exactly this repo; the Hub ignores case, and so do we. Kind `unknown` matches every kind. */
  readonly about: (id: string, kind: RepoKind) => readonly Advisory[];
  /** Records of campaigns by the same publisher, for its other repos. */
  readonly byPublisher: (publisher: string) => readonly Advisory[];
}
