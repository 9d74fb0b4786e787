/** What may stand behind a closing quote; anything else behind the next quote says that this one opens a word instead. */
const BEHIND_CLOSING = /^(?:$|[\s;)|&<>`,\]}]|["']['"]|"'"|\\')/;

/**
 * Where a quoted stretch that begins at `open` ends, and where the text goes on. A quote may close lines below, as that
 * of `python -c '…'` does; but when the next quote looks like the beginning of another word, one is missing, as it is
 * while somebody types, and the stretch ends at the end of its line.
 */
export function quoteEnd(text: string, open: number): { end: number; next: number } {
  const quote = text[open]!;
  const newline = text.indexOf('\n', open);
  const lineEnd = newline < 0 ? text.length : newline;
  const close = closing(text, open + 1, quote);
  if (close < 0) return { end: lineEnd, next: lineEnd };
  if (close > lineEnd && !BEHIND_CLOSING.test(text.slice(close + 1, close + 4))) return { end: lineEnd, next: lineEnd };
  return { end: close, next: close + 1 };
}

function closing(text: string, from: number, quote: string): number {
  let at = text.indexOf(quote, from);
  while (quote === '"' && at > 0 && isEscaped(text, at, from)) at = text.indexOf(quote, at + 1);
  return at;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let backslashes = 0;
  while (at - 1 - backslashes >= from && text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
