import { LOOSE_ENDINGS } from './affixes.ts';
import { countBits, isSeparator, letterSignature } from './idBytes.ts';
import { type NameTable, publisherName } from './nameTable.ts';
import { homoglyphSkeleton, leetSkeleton, reorderKey, withoutSeparators } from './publisherForms.ts';

/** The publishers worth imitating, laid out for comparison: those with a listed repo, the most downloaded first. */
export interface PublisherTargets {
  readonly count: number;
  /** Publisher number of each rank. */
  readonly publisher: Uint16Array;
  readonly rankOf: ReadonlyMap<number, number>;
  readonly byPunctuation: ReadonlyMap<string, number>;
  readonly bySkeleton: ReadonlyMap<string, number>;
  readonly byLeet: ReadonlyMap<string, number>;
  readonly byOrder: ReadonlyMap<string, number>;
  /** Names without a loose ending: `deepseek` for deepseek-ai. */
  readonly byCore: ReadonlyMap<string, number>;
  /** Ranks sorted by the length of the name without punctuation; `lengthAt[n]` is where length n begins. */
  readonly byLength: Uint16Array;
  readonly lengthAt: Uint16Array;
  readonly letters: Int32Array;
}

const MAX_LENGTH = 64;
/** Shorter cores are words of the language (`open`, `meta`) rather than names. */
const SHORTEST_CORE = 5;

export function publisherTargets(table: NameTable): PublisherTargets {
  const listed = Array.from({ length: table.publisherCount }, (_, p) => p).filter(
    p => table.firstRepo[p + 1]! > table.firstRepo[p]!,
  );
  listed.sort((a, b) => table.publisherDownloads[b]! - table.publisherDownloads[a]! || a - b);
  const names = listed.map(p => publisherName(table, p));
  const bare = names.map(withoutSeparators);
  const byLength = Uint16Array.from(names.keys()).sort((a, b) => bare[a]!.length - bare[b]!.length || a - b);
  const lengthAt = new Uint16Array(MAX_LENGTH + 2);
  for (const name of bare) lengthAt[Math.min(name.length, MAX_LENGTH) + 1]! += 1;
  for (let n = 1; n < lengthAt.length; n++) lengthAt[n] = lengthAt[n]! + lengthAt[n - 1]!;
  return {
    count: listed.length,
    publisher: Uint16Array.from(listed),
    rankOf: new Map(listed.map((p, rank) => [p, rank])),
    byPunctuation: firstWins(bare),
    bySkeleton: firstWins(names.map(homoglyphSkeleton)),
    byLeet: firstWins(names.map(leetSkeleton)),
    byOrder: firstWins(names.map(reorderKey)),
    byCore: firstWins(bare.map(coreName)),
    byLength,
    lengthAt,
    letters: Int32Array.from(byLength, rank => {
      const p = listed[rank]!;
      return letterSignature(table.publisherLower, table.publisherAt[p]!, table.publisherAt[p + 1]!);
    }),
  };
}

/** Calls `visit` with the ranks of targets that could be within a few edits of the name, by length and letters alone. */
export function nearTargets(
  targets: PublisherTargets,
  lower: Uint8Array,
  farther: boolean,
  visit: (rank: number) => void,
): void {
  let length = 0;
  for (const byte of lower) if (!isSeparator(byte)) length++;
  const reach = length < (farther ? 5 : 9) ? 1 : 2;
  const differingLetters = length < 6 ? 3 : length < 9 ? 4 : 5;
  const letters = letterSignature(lower, 0, lower.length);
  const from = targets.lengthAt[Math.min(Math.max(0, length - reach), MAX_LENGTH)]!;
  const to = targets.lengthAt[Math.min(length + reach + 1, MAX_LENGTH + 1)]!;
  for (let i = from; i < to; i++) {
    if (countBits(letters ^ targets.letters[i]!) <= differingLetters) visit(targets.byLength[i]!);
  }
}

function coreName(bare: string): string | undefined {
  for (const ending of LOOSE_ENDINGS) {
    if (bare.endsWith(ending) && bare.length - ending.length >= SHORTEST_CORE) return bare.slice(0, -ending.length);
  }
  return undefined;
}

/** Ranks come most downloaded first, so the first of a form is the one that is imitated. */
function firstWins(forms: readonly (string | undefined)[]): Map<string, number> {
  const ranks = new Map<string, number>();
  forms.forEach((form, rank) => {
    if (form && !ranks.has(form)) ranks.set(form, rank);
  });
  return ranks;
}
