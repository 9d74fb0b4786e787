import type { CallLoader } from '../catalogue/callLoader.ts';
import type { LoaderTable } from '../catalogue/matching.ts';
import type { Callees } from './callee.ts';
import type { Values } from './values.ts';

/** How the language writes a record with one text in it, so that a revision can be put into a call. */
export interface RevisionSyntax {
  /** The quote that the file uses. */
  readonly quote: string;
}

/** What a language's reader brings along. */
export interface LoadReading {
  readonly table: LoaderTable<CallLoader>;
  readonly values: Values;
  readonly callees: Callees;
  readonly syntax: RevisionSyntax;
}
