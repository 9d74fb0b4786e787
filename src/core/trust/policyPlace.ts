import type { RepoKind } from '../references/reference.ts';
import type { Decision } from '../rules/decision.ts';
import type { Span } from '../text/span.ts';
import { readPolicy } from './policy.ts';

/** Where a policy says what was decided of a repo: the name of its entry. Of several that say the same, the one that holds. */
export function policyPlace(text: string, { what, by, named }: Decision, kind: RepoKind): Span | undefined {
  const own = kind === 'unknown' ? 'model' : kind;
  const isIt = (name: string): boolean => name.toLowerCase() === named.toLowerCase();
  return readPolicy(text).policy[what].findLast(({ subject }) =>
    subject.by === 'repo'
      ? by === 'repo' && subject.kind === own && isIt(subject.id)
      : by === 'publisher' && isIt(subject.name),
  )?.span;
}
