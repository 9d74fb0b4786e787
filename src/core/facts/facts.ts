import type { CommitFacts } from './commitFacts.ts';
import type { FileFacts, ScanFacts } from './fileFacts.ts';
import type { PublisherFacts } from './publisherFacts.ts';
import type { RepoFacts } from './repoFacts.ts';

/** Where something was learned, and when. */
export interface Source {
  /** The host that answered: `huggingface.co`. */
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly asOf: number;
}

/** Ignorance is a value: what was not looked up is neither good nor bad, and says why. */
export type Looked<T> =
  | {
      readonly state: 'known';
      readonly value: T;
      readonly source: Source;
      /** It is older than it should be: why it could not be asked anew. */
      readonly notRenewed?: string;
      /** It is not all that there is: why the rest is not here. */
      readonly partial?: string;
    }
  /** The endpoint answered that it has nothing there: for us. An anonymous 401 cannot tell missing from private. */
  | { readonly state: 'missing'; readonly wording: 'missing' | 'missing-or-private'; readonly source: Source }
  /** With a source, the endpoint itself answered that it does not tell; without one, there was no answer. */
  | { readonly state: 'unknown'; readonly why: string; readonly source?: Source };

export type Known<T> = Extract<Looked<T>, { state: 'known' }>;

/** What is known of a repo and its publisher. */
export interface Facts {
  readonly repo: Looked<RepoFacts>;
  readonly publisher: Looked<PublisherFacts>;
  readonly files: Looked<readonly FileFacts[]>;
  readonly scan: Looked<ScanFacts>;
  readonly commits: Looked<CommitFacts>;
  /** The model card's text. */
  readonly card: Looked<string>;
}

export const unknown = (why: string, source?: Source): Extract<Looked<never>, { state: 'unknown' }> => ({
  state: 'unknown',
  why,
  ...(source && { source }),
});

export const nothingKnown = (why: string): Facts => ({
  repo: unknown(why),
  publisher: unknown(why),
  files: unknown(why),
  scan: unknown(why),
  commits: unknown(why),
  card: unknown(why),
});

export const notLookedUp: Facts = nothingKnown('local checks only, no look-ups on the Hub');
