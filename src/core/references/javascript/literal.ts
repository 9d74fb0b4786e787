import { characterOf, type Escapes, textOf } from '../program/escapes.ts';
import type { Text } from '../program/expression.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
};

export const ESCAPES: Escapes = {
  pattern: /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g,
  decoded,
};

/** The value of a quoted text; one that is still open ends where its line does. */
export function readText(source: string, from: number, to: number): Text {
  const quote = source[from]!;
  const isOpen = to - from < 2 || source[to - 1] !== quote;
  const written = source.slice(from, to);
  const line = isOpen && quote !== '`' ? written.search(/[\r\n]/) : -1;
  const end = isOpen ? (line < 0 ? to : from + line) : to - 1;
  return textOf(source.slice(from + 1, end), from + 1, { from, to }, ESCAPES);
}

function decoded(match: RegExpMatchArray): string {
  const hex = match[1] ?? match[2] ?? match[3];
  if (hex !== undefined) return characterOf(hex, match[0]);
  return match[4] === '\r\n' ? '' : (SIMPLE[match[4]!] ?? match[4]!);
}

/** The quote that a file writes more often. */
export function usualQuote(source: string): string {
  let double = 0;
  let single = 0;
  for (let i = 0; i < source.length && i < 20_000; i++) {
    const character = source.charCodeAt(i);
    if (character === 34) double++;
    else if (character === 39) single++;
  }
  return single > double ? "'" : '"';
}
