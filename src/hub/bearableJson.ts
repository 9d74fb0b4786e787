/**
 * Levels of an answer at most. A config in a card's front matter has a dozen; V8 takes seconds for 8 MB of opening brackets
 * (measured on Node 20), and they need no more than one short request to be sent.
 */
const MOST_LEVELS = 64;
/**
 * Members and elements of an answer at most. A page of the tree with 1,000 files and what six scanners say of each has about
 * 70,000; 8 MB of `{},` are 2.7 million, which V8 takes seconds and 250 MB for.
 */
const MOST_VALUES = 400_000;

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 44, 91, 93, 123, 125];

/**
 * Is it JSON that somebody may have meant to be read, neither so deep nor so finely cut up that a parser takes seconds for it?
 * Counts in one pass over the bytes what a parser would have to build; the insides of strings are passed over.
 */
export function isBearable(body: Uint8Array): boolean {
  let levels = 0;
  let values = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (byte === QUOTE) {
      const end = endOfString(body, at);
      if (end < 0) return false;
      at = end;
    } else if (byte === COMMA) {
      if (++values > MOST_VALUES) return false;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++levels > MOST_LEVELS || ++values > MOST_VALUES) return false;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) levels--;
  }
  return true;
}

/** Where the string that begins here ends; -1 where it does not. */
function endOfString(body: Uint8Array, start: number): number {
  for (let end = body.indexOf(QUOTE, start + 1); end >= 0; end = body.indexOf(QUOTE, end + 1)) {
    let backslashes = 0;
    while (body[end - 1 - backslashes] === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return -1;
}
