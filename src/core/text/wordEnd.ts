/** What a word is made of that an id is a part of: `org/name@main`, `org/name:Q4_K_M`, the address of a file. */
const REST_OF_WORD = /[^\s"'`()[\]{}<>,;|\\]*/y;
/** One quote, or three, with the backslash that a string within a string has before it. */
const CLOSING_QUOTE = /\\?(["'`])(?:\1\1)?/y;

/** Where the word that this place lies in is over, its closing quote included: what is set there stands beside it, not in it. */
export function wordEnd(text: string, offset: number): number {
  REST_OF_WORD.lastIndex = offset;
  const end = offset + (REST_OF_WORD.exec(text)?.[0].length ?? 0);
  CLOSING_QUOTE.lastIndex = end;
  return end + (CLOSING_QUOTE.exec(text)?.[0].length ?? 0);
}
