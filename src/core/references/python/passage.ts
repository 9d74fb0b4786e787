import type { IdArgument, RevisionHome } from '../catalogue/loader.ts';
import type { LoaderCall } from './loaderCalls.ts';
import type { Frame } from './stated.ts';

/** One way in which a value reaches an argument. */
export interface Passage {
  readonly matched: LoaderCall;
  readonly argument: IdArgument;
  /** The calls of wrappers on the way, the nearest to the loader last. */
  readonly frames: readonly Frame[];
  /** It is the only value that the argument can have there. */
  readonly sure: boolean;
}

/** Where a revision goes that is not stated yet. */
export const homeOf = ({ matched, argument }: Passage): RevisionHome => argument.home ?? matched.row.home;

/** A loader of addresses that takes the revision as an argument lets that one count, whatever the address says. */
export const isOverruled = (passage: Passage) => passage.argument.form === 'address' && homeOf(passage) === 'argument';
