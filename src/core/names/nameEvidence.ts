import { TOO_FAR, weightedDistance } from './editCost.ts';
import { countBits } from './idBytes.ts';
import type { Lookalike } from './nameIndex.ts';
import { findRepo, type NameTable } from './nameTable.ts';
import { emptyTraits, type NameTraits, readTraits } from './nameTraits.ts';

/** A name as typed, with what the comparison needs of it. */
export interface TypedName extends Readonly<NameTraits> {
  readonly id: string;
  /** Where the name begins in the id. */
  readonly from: number;
  readonly lower: Uint8Array;
}

/** How well a typed name agrees with the repos of a publisher, and with which of them; -1 for none in particular. */
export interface NameEvidence {
  readonly kind: Lookalike['name'];
  readonly repo: number;
}

/** Log-odds of an imitation by agreement of the name. Source: hand-set, measured on the generated benchmark. */
export const NAME_WEIGHT: Readonly<Record<Lookalike['name'], number>> = {
  exact: 3.0,
  punctuation: 2.8,
  typo: 2.3,
  family: 1.2,
  none: 0,
};

/** In hundredths of an edit. */
const TYPO_LIMIT = 160;
const LONG_NAME = 10;
/** A first word that more publishers use (bert, llama, qwen) says nothing of one of them. */
const FAMILY_SHARED_BY = 4;

export function typedName(id: string, from: number, lower: Uint8Array): TypedName {
  return { id, from, lower, ...readTraits(lower, 0, lower.length, emptyTraits()) };
}

export function nameEvidence(table: NameTable, publisher: number, typed: TypedName): NameEvidence {
  const exact = findRepo(table, publisher, typed.id, typed.from);
  if (exact >= 0) return { kind: 'exact', repo: exact };
  const { firstRepo, nameAt, nameLower } = table;
  let nearest = -1;
  let nearestDistance = typed.lower.length < LONG_NAME ? TYPO_LIMIT / 2 : TYPO_LIMIT;
  const distinctive = typed.family !== 0 && (table.familyPublishers().get(typed.family) ?? 0) <= FAMILY_SHARED_BY;
  let family = false;
  for (let repo = firstRepo[publisher]!; repo < firstRepo[publisher + 1]!; repo++) {
    if (table.unpunctuated[repo] === typed.unpunctuated) return { kind: 'punctuation', repo };
    if (distinctive && table.family[repo] === typed.family) family = true;
    const from = nameAt[repo]!;
    const to = nameAt[repo + 1]!;
    if (table.numbers[repo] !== typed.numbers || Math.abs(to - from - typed.lower.length) > 3) continue;
    if (countBits(table.letters[repo]! ^ typed.letters) > 3) continue;
    const distance = weightedDistance(typed.lower, 0, typed.lower.length, nameLower, from, to, nearestDistance);
    if (distance === TOO_FAR || (nearest >= 0 && distance >= nearestDistance)) continue;
    nearest = repo;
    nearestDistance = distance;
  }
  if (nearest >= 0) return { kind: 'typo', repo: nearest };
  return { kind: family ? 'family' : 'none', repo: -1 };
}
