import { TOO_FAR, weightedDistance } from './editCost.ts';
import { countBits, hashBytes, hashLower } from './idBytes.ts';
import type { TypedName } from './nameEvidence.ts';
import { type NameTable, repoName } from './nameTable.ts';

/** In hundredths of an edit: one slip, or two of the cheapest. */
const LIMIT = 85;
/** A shorter word that differs is another word: a language, a size, a task. */
const SHORTEST_WORD = 5;

/** A word in this many repos is one of the trade (`instruct`); a replaced letter in a rarer one makes another coinage: MythoMix, MythoMax. */
const COMMON_WORD = 5;

/**
 * The repo of a known publisher that a name unknown to the index is a slip of the finger from. One word differs, it is no word
 * that other names use, and no number differs: a version, a size or a format is not a misspelling.
 */
export function ownMisspelling(
  table: NameTable,
  words: () => WordCounts,
  publisher: number,
  typed: TypedName,
): { readonly repo: number; readonly distance: number } | undefined {
  const { firstRepo, nameAt, nameLower } = table;
  let nearest: { repo: number; distance: number } | undefined;
  for (let repo = firstRepo[publisher]!; repo < firstRepo[publisher + 1]!; repo++) {
    if (table.numbers[repo] !== typed.numbers) continue;
    const from = nameAt[repo]!;
    const to = nameAt[repo + 1]!;
    if (Math.abs(to - from - typed.lower.length) > 1) continue;
    if (countBits(table.letters[repo]! ^ typed.letters) > 2) continue;
    const distance = weightedDistance(typed.lower, 0, typed.lower.length, nameLower, from, to, LIMIT);
    if (distance === TOO_FAR || (nearest && distance >= nearest.distance)) continue;
    if (isSlip(words, typed.id.slice(typed.from).toLowerCase(), repoName(table, repo).toLowerCase())) {
      nearest = { repo, distance };
    }
  }
  return nearest;
}

/** How many listed repos use a word (a run of letters, lower case), by its hash. */
export type WordCounts = ReadonlyMap<number, number>;

export function countWords(table: NameTable): WordCounts {
  const counts = new Map<number, number>();
  const { nameAt, nameLower, repoCount } = table;
  for (let repo = 0; repo < repoCount; repo++) {
    const end = nameAt[repo + 1]!;
    for (let from = nameAt[repo]!, to = from; from < end; from = to + 1) {
      to = from;
      while (to < end && nameLower[to]! >= 97) to++;
      if (to - from < SHORTEST_WORD) continue;
      const hash = hashBytes(nameLower, from, to);
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
  }
  return counts;
}

/** Runs of letters. */
function wordsOf(name: string): string[] {
  return name.match(/[a-z]+/g) ?? [];
}

function isSlip(words: () => WordCounts, typed: string, meant: string): boolean {
  const typedWords = wordsOf(typed);
  const meantWords = wordsOf(meant);
  if (typedWords.length !== meantWords.length) return false;
  const differing = typedWords.flatMap((word, i) => (word === meantWords[i] ? [] : [[word, meantWords[i]!] as const]));
  if (differing.length !== 1) return false;
  const [slip, word] = differing[0]!;
  if (Math.min(slip.length, word.length) < SHORTEST_WORD || words().has(hashLower(slip, 0, slip.length))) {
    return false;
  }
  if (slip.length < word.length || isSwapped(slip, word)) return true;
  if (slip.length > word.length) return !slip.startsWith(word) || slip.at(-1) === slip.at(-2);
  return slip.at(-1) === word.at(-1) && (words().get(hashLower(word, 0, word.length)) ?? 0) >= COMMON_WORD;
}

function isSwapped(slip: string, word: string): boolean {
  return [...slip].sort().join('') === [...word].sort().join('');
}
