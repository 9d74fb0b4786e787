import { AFFIXES } from './affixes.ts';
import type { PublisherCandidate } from './publisherCandidate.ts';
import { publisherWords, withoutSeparators } from './publisherForms.ts';
import type { PublisherTargets } from './publisherTargets.ts';

const COST_KNOWN_WORDS = 0.7;
const COST_SWAPPED_ENDING = 1.0;
const COST_OTHER_WORDS = 1.0;
/** A brand shorter than this is found inside too many honest names; with a copied name a shorter one will do. */
const SHORTEST_BRAND = 5;
const SHORTEST_BRAND_OF_COPY = 3;
const SHORTEST_GLUED_BRAND = 6;

/** Well-known names inside the typed one, with something hung on in front or behind. */
export function addedWords(targets: PublisherTargets, publisher: string): PublisherCandidate[] {
  const bare = withoutSeparators(publisher);
  const words = publisherWords(publisher);
  const found: PublisherCandidate[] = [];
  const add = (inside: string, added: string, behind: boolean) => {
    const whole = targets.byPunctuation.get(inside);
    const core = targets.byCore.get(inside);
    if (whole === undefined && core === undefined) return;
    const known = isAffix(added);
    const atBoundary = isWordBoundary(words, behind ? inside : added);
    const common = {
      relation: 'added-words',
      added: asWritten(publisher, behind ? inside.length : added.length, behind),
    } as const;
    if (whole !== undefined && (known || atBoundary || inside.length >= SHORTEST_GLUED_BRAND)) {
      const onlyCopied = inside.length < SHORTEST_BRAND || !(known || atBoundary);
      found.push({ ...common, rank: whole, cost: known ? COST_KNOWN_WORDS : COST_OTHER_WORDS, onlyCopied });
    } else if (core !== undefined && known) {
      found.push({ ...common, rank: core, cost: COST_SWAPPED_ENDING });
    }
  };
  for (let cut = 1; cut < bare.length; cut++) {
    if (cut >= SHORTEST_BRAND_OF_COPY) add(bare.slice(0, cut), bare.slice(cut), true);
    if (bare.length - cut >= SHORTEST_BRAND_OF_COPY) add(bare.slice(cut), bare.slice(0, cut), false);
  }
  const core = targets.byCore.get(bare);
  if (core !== undefined) found.push({ rank: core, relation: 'added-words', cost: COST_SWAPPED_ENDING });
  return found;
}

/** What stands behind, or in front of, the first `letters` letters and digits of a publisher, punctuation included. */
function asWritten(publisher: string, letters: number, behind: boolean): string {
  let at = 0;
  for (let seen = 0; seen < letters || (!behind && /[-_.]/.test(publisher[at] ?? '')); at++) {
    if (!/[-_.]/.test(publisher[at]!)) seen++;
  }
  return behind ? publisher.slice(at) : publisher.slice(0, at);
}

/** All of the rest are affixes, run together or not: `official`, `llamateam`. */
function isAffix(rest: string): boolean {
  if (rest === '' || AFFIXES.has(rest) || /^\d+$/.test(rest)) return true;
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
