import type { Span } from '../text/span.ts';

export type RepoKind = 'model' | 'dataset' | 'space' | 'kernel' | 'unknown';

/** Something the code may state about a load. A value that we cannot follow is `unknown`, never a guess. */
export type Stated<T> =
  | { readonly state: 'absent' }
  | { readonly state: 'known'; readonly value: T; readonly span: Span }
  | { readonly state: 'unknown'; readonly span: Span };

export const absent = { state: 'absent' } as const;

/** What the code may state about a load besides its id. */
export interface Statements {
  readonly revision: Stated<string>;
  /** Pins the code of a repo that `auto_map` sends elsewhere; `revision` does not. */
  readonly codeRevision: Stated<string>;
  readonly trustRemoteCode: Stated<boolean>;
  readonly useSafetensors: Stated<boolean>;
  readonly weightsOnly: Stated<boolean>;
  /** The folder inside the repo that is loaded. */
  readonly subfolder: Stated<string>;
  /** Which files of several: `fp16` of `model.fp16.safetensors`. */
  readonly variant: Stated<string>;
  /** Which quantised file: `Q4_K_M` behind the colon of llama.cpp and Ollama. Not a revision. */
  readonly quantization: Stated<string>;
}

export const unstated: Statements = {
  revision: absent,
  codeRevision: absent,
  trustRemoteCode: absent,
  useSafetensors: absent,
  weightsOnly: absent,
  subfolder: absent,
  variant: absent,
  quantization: absent,
};

export const STATEMENTS = Object.keys(unstated) as readonly (keyof Statements)[];

/** Where a revision is written, and what stands around it there: `, revision="` … `"`. */
export interface RevisionPlace {
  /** What is replaced; empty where a revision is inserted. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

/** A place in a file that names a Hub repo. */
export interface Reference extends Statements {
  /** As written: `org/name`, or a bare legacy name such as `gpt2`. */
  readonly id: string;
  readonly kind: RepoKind;
  /** The id alone: no prefix, no quotes, no `@revision`, no `:quant`, no path. */
  readonly span: Span;
  /** Who takes it, as a reader would name it: `AutoModel.from_pretrained`, `hf download`, `link`. */
  readonly api: string;
  /** A mention with a Hub address in prose, a comment or a string: not a load. */
  readonly link: boolean;
  /**
   * The places to write a revision in, so that all that loads this id loads that revision; more than one where a
   * constant reaches several loads. Empty where the syntax has no place for one, or where a part of it is not in sight.
   */
  readonly pins: readonly RevisionPlace[];
  /** Where in a notebook: cell number from 0, line from 1 and column from 0 in the cell's own text. */
  readonly cell?: CellPosition;
}

export interface CellPosition {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}
