import type { CellPosition, RepoKind } from '../references/reference.ts';
import type { Span } from '../text/span.ts';
import type { Signal } from './rule.ts';

/** A signal at its place: the one currency of squiggles, reports and exit codes. */
export interface Finding extends Signal {
  readonly rule: string;
  readonly span: Span;
  /** The repo it is about, as written; `null` for a hazard. */
  readonly id: string | null;
  readonly kind: RepoKind;
  /** A comment silences it here. It stays in JSON. */
  readonly suppressed: boolean;
  readonly cell?: CellPosition;
}
