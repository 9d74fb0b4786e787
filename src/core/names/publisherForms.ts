/** The publisher as one run of letters and digits: equal for names that differ only in punctuation. */
export function withoutSeparators(publisher: string): string {
  return publisher.toLowerCase().replace(/[-_.]/g, '');
}

/**
 * What the eye sees of the name as written: capital I, l and 1 are one shape, 0 and O another, rn is m, vv is w. A small i is no l.
 * Source: what is left of UTS #39 in the Hub's alphabet.
 */
export function homoglyphSkeleton(publisher: string): string {
  return publisher.replace(/[I1]/g, 'l').replaceAll('0', 'o').toLowerCase().replaceAll('rn', 'm').replaceAll('vv', 'w');
}

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '6': 'b',
  '2': 'z',
};

/** Digits read as letters, without punctuation: `d33ps33k` reads deepseek. A 1 may be an i or an l, so these are one here. */
export function leetSkeleton(publisher: string): string {
  const bare = withoutSeparators(publisher);
  return (/\d/.test(bare) ? bare.replace(/\d/g, digit => LEET[digit] ?? digit) : bare).replaceAll('l', 'i');
}

/** The words in alphabetical order, or undefined for a single word. Words end at punctuation and where a capital follows a small letter. */
export function reorderKey(publisher: string): string | undefined {
  const words = publisherWords(publisher);
  return words.length < 2 ? undefined : words.sort().join(' ');
}

/** `HuggingFace-M4` has the words hugging, face and m4. */
export function publisherWords(publisher: string): string[] {
  return publisher
    .split(/[-_.]+|(?<=[a-z])(?=[A-Z])/)
    .filter(Boolean)
    .map(word => word.toLowerCase());
}

/** Pieces that many honest publishers begin or end with; the likeness must be in what remains. */
const SHARED_FRONT = /^(?:open|deep|the|hugging|neural|smart|data|ai)[-_.]?(?=[a-z\d])/i;
const SHARED_END =
  /(?<=[a-z\d])[-_.]?(?:community|research|labs?|team|org|ai|nlp|llms?|gpt|ml|hub|tech|data|group|official|models?|bert|hq|hf)$/i;

/** The two names without the generic pieces that they share at the ends: `flax` and `mlx` of flax-community and mlx-community. */
export function distinctiveParts(a: string, b: string): readonly [string, string] {
  for (const piece of [SHARED_END, SHARED_END, SHARED_FRONT]) {
    const [inA, inB] = [piece.exec(a)?.[0], piece.exec(b)?.[0]];
    if (!inA || !inB || withoutSeparators(inA) !== withoutSeparators(inB)) continue;
    const [from, to] = piece === SHARED_FRONT ? [1, 0] : [0, 1];
    a = a.slice(from * inA.length, a.length - to * inA.length);
    b = b.slice(from * inB.length, b.length - to * inB.length);
  }
  return [a, b];
}
