/** The publisher as one run of letters and digits: equal for names that differ only in punctuation. */
export function withoutSeparators(publisher: string): string {
  return publisher.toLowerCase().replace(/[-_.]/g, '');
}

/**
 * What a hurried eye sees: capital I, l, 1 and i are one shape (the Hub ignores case, so an i may be written I), 0 is o, rn is m,
 * vv is w. Source: what is left of UTS #39 in the Hub's alphabet.
 */
export function homoglyphSkeleton(publisher: string): string {
  return publisher.toLowerCase().replace(/[1l]/g, 'i').replaceAll('0', 'o').replaceAll('rn', 'm').replaceAll('vv', 'w');
}

const LEET: Readonly<Record<string, string>> = {
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '6': 'b',
  '2': 'z',
};

/** The skeleton without punctuation and with digits read as letters: `d33ps33k` reads deepseek. */
export function leetSkeleton(publisher: string): string {
  return homoglyphSkeleton(withoutSeparators(publisher)).replace(/\d/g, digit => LEET[digit] ?? digit);
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
