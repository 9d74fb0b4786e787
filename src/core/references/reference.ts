import type { Span } from '../text/span.ts';

export type RepoKind = 'model' | 'dataset' | 'space' | 'kernel' | 'unknown';

/** Something the code may state about a load. A value that we cannot follow is `unknown`, never a guess. */
export type Stated<T> =
  | { readonly state: 'absent' }
  | { readonly state: 'known'; readonly value: T; readonly span: Span }
  | { readonly state: 'unknown'; readonly span: Span };

export const absent = { state: 'absent' } as const;

/** A place in a file that names a Hub repo. */
export interface Reference {
  /** As written: `org/name`, or a bare legacy name such as `gpt2`. */
  readonly id: string;
  readonly kind: RepoKind;
  /** The id alone: no prefix, no quotes, no `@revision`, no `:quant`, no path. */
  readonly span: Span;
  /** Who takes it, as a reader would name it: `AutoModel.from_pretrained`, `hf download`, `link`. */
  readonly api: string;
  /** A mention with a Hub address in prose, a comment or a string: not a load. */
  readonly link: boolean;
  readonly revision: Stated<string>;
  /** Pins the code of a repo that `auto_map` sends elsewhere; `revision` does not. */
  readonly codeRevision: Stated<string>;
  readonly trustRemoteCode: Stated<boolean>;
  readonly useSafetensors: Stated<boolean>;
  /** Where in a notebook: cell number from 0, line from 1 and column from 0 in the cell's own text. */
  readonly cell?: CellPosition;
}

export interface CellPosition {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}
