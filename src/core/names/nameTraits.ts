import { FNV_OFFSET, FNV_PRIME, isDigit, isLetter, isSeparator } from './idBytes.ts';

/** What the comparison asks of a name before it looks at its letters one by one. */
export interface NameTraits {
  /** Hash of the whole name. */
  hash: number;
  /** One bit a letter, one for any digit: two names within n edits differ in at most 2n bits. */
  letters: number;
  /**
   * Hash of the groups of digits, in order: `Llama-3.1-8B` has 3, 1, 8. Two names with other numbers are two versions or sizes, never a
   * misspelling of each other.
   */
  numbers: number;
  /** Hash of letters and digits alone: equal for names that differ only in punctuation. */
  unpunctuated: number;
  /** Hash of the letters that the name begins with (`qwen` of qwen2.5-7b); 0 where they are fewer than three. */
  family: number;
}

const GROUP_END = 35;

/** Reads the traits of the lower-case name `bytes[from, to)` in one pass, into an object that the caller may use again. */
export function readTraits(bytes: Uint8Array, from: number, to: number, into: NameTraits): NameTraits {
  let hash = FNV_OFFSET;
  let letters = 0;
  let numbers = FNV_OFFSET;
  let unpunctuated = FNV_OFFSET;
  let family = 0;
  let inFamily = true;
  let inNumber = false;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    hash = Math.imul(hash ^ byte, FNV_PRIME);
    if (inFamily && !isLetter(byte)) {
      inFamily = false;
      family = i - from < 3 ? 0 : unpunctuated;
    }
    const digit = isDigit(byte);
    if (digit) {
      letters |= 1 << 26;
      numbers = Math.imul(numbers ^ byte, FNV_PRIME);
    } else {
      if (inNumber) numbers = Math.imul(numbers ^ GROUP_END, FNV_PRIME);
      if (isLetter(byte)) letters |= 1 << (byte - 97);
    }
    inNumber = digit;
    if (!isSeparator(byte)) unpunctuated = Math.imul(unpunctuated ^ byte, FNV_PRIME);
  }
  into.hash = hash;
  into.letters = letters;
  into.numbers = inNumber ? Math.imul(numbers ^ GROUP_END, FNV_PRIME) : numbers;
  into.unpunctuated = unpunctuated;
  into.family = !inFamily ? family : to - from < 3 ? 0 : unpunctuated;
  return into;
}

export function emptyTraits(): NameTraits {
  return { hash: 0, letters: 0, numbers: 0, unpunctuated: 0, family: 0 };
}
