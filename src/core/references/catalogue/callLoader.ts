import type { RepoKind } from '../reference.ts';
import type { IdForm } from './loader.ts';

/** Where in a call of a language without keywords the id stands. */
export interface CallArgument {
  /** Place among the arguments, from 0. */
  readonly position: number;
  /** The way into the records given there: `['repo']` of `downloadFile({ repo: "org/name" })`. */
  readonly keys: readonly string[];
  readonly kind: RepoKind;
  readonly form: IdForm;
}

/** One way to name a Hub repo in a call. Adding a loader is adding a row. */
export interface CallLoader {
  /** Packages that export it; empty: any. */
  readonly from: readonly string[];
  /** What is called, from the end: `from_pretrained`, `OpenAI().chat.completions.create`. `*` stands for any letters. */
  readonly callee: string;
  /** No arguments: a call that takes no repo, or writes to one. */
  readonly ids: readonly CallArgument[];
  /** Also on a receiver that no import explains, in a file that imports one of the packages. */
  readonly anyReceiver: boolean;
  /** Also in a text without a telling import (a snippet); then only a full `org/name` counts. */
  readonly byName: boolean;
  /** The place of the record that may hold `revision`; nothing where the call has no such option. */
  readonly options?: number;
  /** The key of the revision there. */
  readonly revisionKey: string;
  /** The place of the revision itself, in languages that pass it by position. */
  readonly revisionAt?: number;
  /** The place of the kind of repo, in languages that pass it by position. */
  readonly kindAt?: number;
  /** A text that an argument of the call (or of the constructor) must hold, for clients of many servers. */
  readonly only?: string;
  /** What the first argument must be, where the name alone says little: the tasks of `pipeline`. */
  readonly first?: ReadonlySet<string>;
  /** A line of code that it reads, the id between ‹ and ›. */
  readonly example: string;
}

type Change = Partial<Omit<CallLoader, 'callee' | 'ids' | 'example'>>;

/** The rows of one library: what they share is said once. */
export function calls(shared: Change, rows: readonly CallRow[]): readonly CallLoader[] {
  return rows.map(([callee, ids, example, own]) => ({
    from: [],
    anyReceiver: false,
    byName: false,
    revisionKey: 'revision',
    ...shared,
    ...own,
    callee,
    ids,
    example,
  }));
}

/** Callee, ids, example, and what the row has of its own. */
export type CallRow = readonly [callee: string, ids: readonly CallArgument[], example: string, own?: Change];

/** An argument that holds an id: its position, and the keys that lead into it, separated by dots. */
export function at(position: number, keys = '', more: Partial<Pick<CallArgument, 'kind' | 'form'>> = {}): CallArgument {
  return { position, keys: keys.split('.').filter(Boolean), kind: 'model', form: 'id', ...more };
}
