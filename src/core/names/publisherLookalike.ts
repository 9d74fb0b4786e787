import { addedWords } from './addedWords.ts';
import { TOO_FAR, weightedDistance } from './editCost.ts';
import { lowerBytes } from './idBytes.ts';
import { NAME_WEIGHT, type NameEvidence, nameEvidence, type TypedName } from './nameEvidence.ts';
import { type LookalikeRelation, WARN_SCORE } from './nameIndex.ts';
import { findNamesake, type NameTable, publisherName } from './nameTable.ts';
import type { PublisherCandidate } from './publisherCandidate.ts';
import { distinctiveParts, homoglyphSkeleton, leetSkeleton, reorderKey, withoutSeparators } from './publisherForms.ts';
import { nearTargets, type PublisherTargets } from './publisherTargets.ts';

export interface PublisherMatch {
  readonly publisher: number;
  readonly relation: LookalikeRelation;
  readonly score: number;
  readonly evidence: NameEvidence;
  /** For added words: what was added, as written. */
  readonly added?: string;
}

/*
 * score = 2.7 - 2.2 cost + name + strength - short - added words, in the manner of log-odds.
 * A copied name (exact, or but for punctuation or a slip) is strong evidence: then a likeness of the whole publisher counts, and that of
 * a short one too. Without it the likeness must be in the distinctive part, and the imitated publisher worth imitating.
 * Source of form and weights: hand-set, then measured (test/bench/names.ts).
 */
const BASE = 2.7;
const PER_COST = 2.2;
const COST = { punctuation: 0.1, homoglyph: 0.15, order: 0.3, leet: 0.35, spelling: 0.2 } as const;
const ADDED_WORDS = { copied: 0.45, otherwise: 0.4 } as const;
/** Penalties by length of the publisher: up to 5 letters, 6 letters. */
const SHORT = { copied: [0.4, 0], otherwise: [1.2, 0.4] } as const;
/** Publishers beyond this rank of downloads are not imitated for their fame alone. */
const FAMOUS = 1500;

/** The well-known publisher that an unlisted one most likely imitates. */
export function strongestMatch(
  table: NameTable,
  targets: PublisherTargets,
  publisher: string,
  name: TypedName,
): PublisherMatch | undefined {
  let best: PublisherMatch | undefined;
  const tried = new Set<number>();
  const consider = (candidate: PublisherCandidate) => {
    const match = score(table, targets, publisher, name, candidate);
    if (match && (!best || match.score > best.score)) best = match;
  };
  for (const candidate of equalForms(targets, publisher)) {
    if (tried.has(candidate.rank)) continue;
    tried.add(candidate.rank);
    consider(candidate);
  }
  const lower = lowerBytes(publisher);
  const couldBeCopied = findNamesake(table, name.id, name.from) >= 0;
  nearTargets(targets, lower, couldBeCopied, rank => {
    if (tried.has(rank)) return;
    const candidate = spelling(table, targets, lower, rank, couldBeCopied);
    if (candidate) consider(candidate);
  });
  for (const candidate of addedWords(targets, publisher)) consider(candidate);
  return best;
}

function equalForms(targets: PublisherTargets, publisher: string): PublisherCandidate[] {
  const order = reorderKey(publisher);
  const found: [LookalikeRelation, number | undefined, number][] = [
    ['punctuation', targets.byPunctuation.get(withoutSeparators(publisher)), COST.punctuation],
    ['homoglyph', targets.bySkeleton.get(homoglyphSkeleton(publisher)), COST.homoglyph],
    ['order', order === undefined ? undefined : targets.byOrder.get(order), COST.order],
    ['leet', /\d/.test(publisher) ? targets.byLeet.get(leetSkeleton(publisher)) : undefined, COST.leet],
  ];
  return found.flatMap(([relation, rank, cost]) => (rank === undefined ? [] : [{ rank, relation, cost }]));
}

function spelling(
  table: NameTable,
  targets: PublisherTargets,
  lower: Uint8Array,
  rank: number,
  couldBeCopied: boolean,
): PublisherCandidate | undefined {
  const p = targets.publisher[rank]!;
  const from = table.publisherAt[p]!;
  const to = table.publisherAt[p + 1]!;
  const length = Math.min(to - from, lower.length);
  const limit = couldBeCopied ? farthestOfCopy(to - from) : farthest(length);
  const distance = weightedDistance(lower, 0, lower.length, table.publisherLower, from, to, limit);
  return distance === TOO_FAR
    ? undefined
    : { rank, relation: 'spelling', cost: spellingCost(distance, length), distance };
}

/** In hundredths of an edit. */
function farthest(length: number): number {
  return length <= 2 ? 45 : length <= 5 ? 100 : length <= 8 ? 105 : length <= 11 ? 170 : 210;
}

/** With the name of one of its repos beside it: one arbitrary edit of a short publisher, two of a longer. */
function farthestOfCopy(length: number): number {
  return length <= 2 ? 45 : length <= 5 ? 100 : length <= 6 ? 130 : length <= 8 ? 160 : 210;
}

/** The longer the name, the less an edit of it. */
function spellingCost(distance: number, length: number): number {
  return COST.spelling + distance / 100 / (1 + 0.8 * Math.min(1, Math.max(0, (length - 4) / 8)));
}

function score(
  table: NameTable,
  targets: PublisherTargets,
  typed: string,
  name: TypedName,
  candidate: PublisherCandidate,
): PublisherMatch | undefined {
  const publisher = targets.publisher[candidate.rank]!;
  const evidence = nameEvidence(table, publisher, name);
  const meant = publisherName(table, publisher);
  const copied = evidence.kind === 'exact' || evidence.kind === 'punctuation';
  const slipped = copied || evidence.kind === 'typo';
  if (candidate.onlyCopied && !copied) return undefined;
  const likeness = slipped
    ? { cost: candidate.cost, length: Math.min(typed.length, meant.length) }
    : withoutCopy(typed, meant, candidate);
  if (!likeness) return undefined;
  const linear = 0.9 * (1 - candidate.rank / targets.count);
  const fame = 1.6 * Math.max(0, 1 - candidate.rank / FAMOUS) - 0.7;
  const visible = candidate.relation !== 'spelling' && candidate.relation !== 'added-words';
  const short = SHORT[copied ? 'copied' : 'otherwise'];
  const total =
    BASE -
    PER_COST * likeness.cost +
    NAME_WEIGHT[evidence.kind] +
    (slipped || visible ? linear : fame) -
    (likeness.length <= 5 ? short[0] : likeness.length === 6 ? short[1] : 0) -
    (candidate.relation === 'added-words' ? ADDED_WORDS[copied ? 'copied' : 'otherwise'] : 0);
  const { relation, added } = candidate;
  // Without a copied name only a disguise of letters is beyond doubt.
  const most = slipped || relation === 'homoglyph' ? Number.POSITIVE_INFINITY : WARN_SCORE - 0.1;
  return { publisher, relation, score: Math.min(total, most), evidence, ...(added === undefined ? {} : { added }) };
}

/** The likeness by the distinctive parts alone, or undefined where these are too short to tell. */
function withoutCopy(
  typed: string,
  meant: string,
  candidate: PublisherCandidate,
): { cost: number; length: number } | undefined {
  if (candidate.distance === undefined) return { cost: candidate.cost, length: Math.min(typed.length, meant.length) };
  const [typedPart, meantPart] = distinctiveParts(typed, meant);
  const length = Math.min(typedPart.length, meantPart.length);
  if (length <= 3 || candidate.distance > (length <= 5 ? 50 : length <= 8 ? 100 : farthest(length))) return undefined;
  return { cost: spellingCost(candidate.distance, length), length };
}
