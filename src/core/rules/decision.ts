import type { Reference } from '../references/reference.ts';

/** What a team has decided of a repo, in its policy. */
export interface Decision {
  readonly what: 'approved' | 'blocked';
  /** Whom the policy names: the repo itself, or its publisher. */
  readonly named: string;
  readonly by: 'repo' | 'publisher';
  readonly reason?: string;
  /** `2026-11-20`. */
  readonly date?: string;
}

export type Decide = (repo: Pick<Reference, 'id' | 'kind'>) => Decision | undefined;

/**
 * Rules that only ask whether a repo is who it seems to be, and known. Whoever approved it has answered them. What it
 * does, what became of it, and how our own code loads it are asked all the same.
 */
export const ANSWERED_BY_APPROVAL: ReadonlySet<string> = new Set([
  'lookalike-publisher',
  'lookalike-name',
  'same-name',
  'young-publisher',
  'unknown-publisher',
  'velocity',
]);

/** `approved on 2026-11-20: reviewed by the platform team`. */
export function sayDecision({ what, named, by, reason, date }: Decision): string {
  const on = date === undefined ? '' : ` on ${date}`;
  const whom = by === 'publisher' ? `Its publisher \`${quotable(named)}\`` : 'It';
  return `${whom} was ${what}${on}${reason === undefined ? ', without a reason given' : `: ${reason.replace(/[.\s]+$/, '')}`}.`;
}

const quotable = (text: string): string => text.replaceAll('`', '');
