import type { Parameter } from './expression.ts';
import type { Located, Scope } from './scope.ts';

/** What a value comes down to: an expression that is no name any more, or a parameter that the caller fills. */
export type Origin =
  | {
      readonly type: 'value';
      readonly at: Located;
      /** Only one of several, or a default: the same expression may also come down to something else. */
      readonly fallback: boolean;
    }
  | { readonly type: 'parameter'; readonly scope: Scope; readonly parameter: Parameter };
