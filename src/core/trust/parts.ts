import type { Facts } from '../facts/facts.ts';
import { type Standing, standingOf } from '../facts/standing.ts';
import type { NameIndex } from '../names/nameIndex.ts';
import { publisherOf } from '../rules/words.ts';
import type { AssessedSignal } from './assessment.ts';
import { PRIOR } from './evidence.ts';

/** What these find is the standing of the publisher: it is where the sum begins, and does not count twice. */
export const IN_THE_PRIOR: ReadonlySet<string> = new Set(['young-publisher', 'unknown-publisher']);

/** Where the sum begins: what the standing of a publisher alone lets expect. */
export interface Prior {
  /** Who owns what the id leads to: after a move that is the new owner. */
  readonly owner: string;
  readonly standing: Standing;
  readonly weight: number;
}

export function priorOf(facts: Facts, id: string, names: NameIndex): Prior {
  const owner = publisherOf(facts.repo.state === 'known' ? facts.repo.value.id : id);
  const standing = standingOf(facts, owner, names);
  return { owner, standing, weight: PRIOR[standing.level] };
}

/**
 * What each signal adds to the sum, in the order of the signals. One rule may find the same thing at many places: its
 * strongest answer counts, the others add nothing.
 */
export function partsOf(signals: readonly Pick<AssessedSignal, 'rule' | 'weight'>[]): readonly number[] {
  const strongest = new Map<string, number>();
  signals.forEach(({ rule, weight }, at) => {
    const best = strongest.get(rule);
    if (best === undefined || weight > signals[best]!.weight) strongest.set(rule, at);
  });
  return signals.map(({ rule, weight }, at) => (strongest.get(rule) === at ? Math.max(0, weight) : 0));
}
