/** What the embedded index knows of an id, and which well-known ids it could be mistaken for. */
export interface NameJudgement {
  /** The id as asked. */
  readonly id: string;
  /** `listed`: exactly this repo is in the index (the Hub ignores case, and so do we). */
  readonly listed: boolean;
  /** The owner's own spelling, where listed. */
  readonly canonical?: string;
  /** Downloads in the 30 days before the index was made, where listed. */
  readonly downloads?: number;
  /** The publisher owns a listed repo or is a curated sibling of one that does. */
  readonly publisherListed: boolean;
  /** Where an old owner-less or moved id lives today. Such an id is `listed`, with its old spelling and the new repo's downloads. */
  readonly movedTo?: string;
  /** Strongest first. */
  readonly lookalikes: readonly Lookalike[];
}

export interface Lookalike {
  /**
   * `publisher`: the publisher imitates a well-known one. `name`: right publisher, no such repo listed, one very like it.
   * `same-name`: exactly the name of an established repo by somebody else. `no-publisher`: a bare name that is a popular repo's.
   */
  readonly kind: 'publisher' | 'name' | 'same-name' | 'no-publisher';
  /** The full id that is meant, in its owner's spelling; for `publisher` without a like name, the publisher alone. */
  readonly target: string;
  /** Downloads of the target in the 30 days before the index was made; of its most popular repo for a bare publisher. */
  readonly targetDownloads: number;
  /** Plain optimal-string-alignment distance between what is compared (publishers, or names), in characters. */
  readonly distance: number;
  /**
   * The edit in words. For `spelling`, `homoglyph`, `leet` and `punctuation` they finish "this differs by …" (`a missing h`,
   * `a capital I in place of l`, `only punctuation`); for `order` and `added-words` they stand alone (`the words reordered`,
   * `adds -llama to the name facebook`). Empty for `same`.
   */
  readonly edit: string;
  /** How the compared names are related; `same` where they are equal and only the publisher differs or is missing. */
  readonly relation: LookalikeRelation;
  /** Log-odds-like score; the tiers are {@link WARN_SCORE} and {@link INFORM_SCORE}. */
  readonly score: number;
  /** How well the name after the slash agrees with a repo of the imitated publisher. */
  readonly name: 'exact' | 'punctuation' | 'typo' | 'family' | 'none';
}

export type LookalikeRelation =
  | 'same'
  | 'punctuation'
  | 'homoglyph'
  | 'leet'
  | 'order'
  | 'spelling'
  /** A well-known name with words hung on, or with its loose ending (`-ai`) left out or replaced. */
  | 'added-words';

/** The tiers of `publisher` lookalikes. Source: measured on the generated benchmark (see `npm run bench -- names`). */
export const WARN_SCORE = 3.2;
export const INFORM_SCORE = 1.1;

export interface NameIndexInfo {
  /** ISO day of the newest figure in it. */
  readonly date: string;
  readonly ids: number;
  readonly publishers: number;
  /** Of the shipped file. */
  readonly bytes: number;
  /** Where the figures come from, in one line. */
  readonly provenance: string;
}

export interface NameIndex {
  readonly info: NameIndexInfo;
  /** Judges a model id such as `EleuterAI/gpt-j-6B`; never throws, whatever the text. Remembers its answers. */
  judge(id: string): NameJudgement;
}
