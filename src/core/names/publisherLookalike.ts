import { AFFIXES } from './affixes.ts';
import { TOO_FAR, weightedDistance } from './editCost.ts';
import { lowerBytes } from './idBytes.ts';
import { NAME_WEIGHT, type NameEvidence, nameEvidence, type TypedName } from './nameEvidence.ts';
import type { LookalikeRelation } from './nameIndex.ts';
import { type NameTable, publisherName } from './nameTable.ts';
import { homoglyphSkeleton, leetSkeleton, publisherWords, reorderKey, withoutSeparators } from './publisherForms.ts';
import { nearTargets, type PublisherTargets } from './publisherTargets.ts';

export interface PublisherMatch {
  readonly publisher: number;
  readonly relation: LookalikeRelation;
  readonly score: number;
  readonly evidence: NameEvidence;
  /** For added words: what was added, as written. */
  readonly added?: string;
}

interface Candidate {
  readonly rank: number;
  readonly relation: LookalikeRelation;
  readonly cost: number;
  readonly added?: string;
}

/*
 * score = 3.2 - 2.2 cost + name + 0.9 strength - 0.5 - short - added words
 * in the manner of log-odds. Source of form and weights: hand-set, then measured (test/bench/names.ts).
 */
const BASE = 3.2 - 0.5;
const PER_COST = 2.2;
const STRENGTH = 0.9;
const ADDED_WORDS_PENALTY = 0.9;

const COST = { punctuation: 0.1, homoglyph: 0.15, order: 0.3, leet: 0.35, spelling: 0.2 } as const;
const COST_KNOWN_WORDS = 0.7;
const COST_SWAPPED_ENDING = 1.0;
const COST_OTHER_WORDS = 1.5;
/** A brand shorter than this is found inside too many honest names. */
const SHORTEST_BRAND = 5;

/** The well-known publisher that an unlisted one most likely imitates. */
export function strongestMatch(
  table: NameTable,
  targets: PublisherTargets,
  publisher: string,
  name: TypedName,
): PublisherMatch | undefined {
  let best: PublisherMatch | undefined;
  const tried = new Set<number>();
  const consider = (candidate: Candidate) => {
    const match = score(table, targets, publisher, name, candidate);
    if (match && (!best || match.score > best.score)) best = match;
  };
  for (const candidate of equalForms(targets, publisher)) {
    if (tried.has(candidate.rank)) continue;
    tried.add(candidate.rank);
    consider(candidate);
  }
  const lower = lowerBytes(publisher);
  nearTargets(targets, lower, rank => {
    if (tried.has(rank)) return;
    const candidate = spelling(table, targets, lower, rank);
    if (candidate) consider(candidate);
  });
  for (const candidate of addedWords(targets, publisher)) consider(candidate);
  return best;
}

function equalForms(targets: PublisherTargets, publisher: string): Candidate[] {
  const order = reorderKey(publisher);
  const found: [LookalikeRelation, number | undefined, number][] = [
    ['punctuation', targets.byPunctuation.get(withoutSeparators(publisher)), COST.punctuation],
    ['homoglyph', targets.bySkeleton.get(homoglyphSkeleton(publisher)), COST.homoglyph],
    ['order', order === undefined ? undefined : targets.byOrder.get(order), COST.order],
    ['leet', targets.byLeet.get(leetSkeleton(publisher)), COST.leet],
  ];
  return found.flatMap(([relation, rank, cost]) => (rank === undefined ? [] : [{ rank, relation, cost }]));
}

function spelling(table: NameTable, targets: PublisherTargets, lower: Uint8Array, rank: number): Candidate | undefined {
  const p = targets.publisher[rank]!;
  const from = table.publisherAt[p]!;
  const to = table.publisherAt[p + 1]!;
  const length = Math.min(to - from, lower.length);
  const limit = length <= 2 ? 20 : length <= 5 ? 100 : length <= 8 ? 105 : length <= 11 ? 170 : 210;
  const distance = weightedDistance(lower, 0, lower.length, table.publisherLower, from, to, limit);
  if (distance === TOO_FAR) return undefined;
  const softness = 1 + 0.8 * Math.min(1, Math.max(0, (length - 4) / 8));
  return { rank, relation: 'spelling', cost: COST.spelling + distance / 100 / softness };
}

/** Well-known names inside the typed one, with something hung on in front or behind. */
function addedWords(targets: PublisherTargets, publisher: string): Candidate[] {
  const bare = withoutSeparators(publisher);
  const words = publisherWords(publisher);
  const found: Candidate[] = [];
  const add = (inside: string, added: string, behind: boolean) => {
    const whole = targets.byPunctuation.get(inside);
    const core = targets.byCore.get(inside);
    const known = publisherRest(added);
    const written = behind ? `-${added}` : `${added}-`;
    const atBoundary = isWordBoundary(words, behind ? inside : added);
    if (whole !== undefined) {
      if (known || atBoundary) {
        found.push({
          rank: whole,
          relation: 'added-words',
          cost: known ? COST_KNOWN_WORDS : COST_OTHER_WORDS,
          added: written,
        });
      }
    } else if (core !== undefined && known) {
      found.push({ rank: core, relation: 'added-words', cost: COST_SWAPPED_ENDING, added: written });
    }
  };
  for (let cut = 1; cut < bare.length; cut++) {
    if (cut >= SHORTEST_BRAND) add(bare.slice(0, cut), bare.slice(cut), true);
    if (bare.length - cut >= SHORTEST_BRAND) add(bare.slice(cut), bare.slice(0, cut), false);
  }
  const core = targets.byCore.get(bare);
  if (core !== undefined) found.push({ rank: core, relation: 'added-words', cost: COST_SWAPPED_ENDING });
  return found;
}

/** All of the rest are affixes, run together or not: `official`, `llamateam`. */
function publisherRest(rest: string): boolean {
  if (rest === '' || AFFIXES.has(rest)) return true;
  for (let cut = 2; cut < rest.length - 1; cut++) {
    if (AFFIXES.has(rest.slice(0, cut)) && AFFIXES.has(rest.slice(cut))) return true;
  }
  return false;
}

function isWordBoundary(words: readonly string[], front: string): boolean {
  let run = '';
  for (const word of words) {
    run += word;
    if (run.length >= front.length) return run === front;
  }
  return false;
}

function score(
  table: NameTable,
  targets: PublisherTargets,
  typed: string,
  name: TypedName,
  candidate: Candidate,
): PublisherMatch | undefined {
  const publisher = targets.publisher[candidate.rank]!;
  const length = Math.min(typed.length, publisherName(table, publisher).length);
  const evidence = nameEvidence(table, publisher, name);
  const total =
    BASE -
    PER_COST * candidate.cost +
    NAME_WEIGHT[evidence.kind] +
    STRENGTH * (1 - candidate.rank / targets.count) -
    (length <= 5 ? 1.2 : length === 6 ? 0.4 : 0) -
    (candidate.relation === 'added-words' ? ADDED_WORDS_PENALTY : 0);
  const { relation, added } = candidate;
  return { publisher, relation, score: total, evidence, ...(added === undefined ? {} : { added }) };
}
