import { characterOf, type Escapes, textOf } from '../program/escapes.ts';
import type { Text } from '../program/expression.ts';

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/** Source: the Rust reference, "Tokens". A backslash at the end of a line swallows the spaces of the next. */
const ESCAPES: Escapes = {
  pattern: /\\(?:u\{([0-9a-fA-F_]{1,12})\}|x([0-9a-fA-F]{2})|(\r?\n\s*)|([\s\S]))/g,
  decoded,
};

/** The value of `"…"`, `b"…"`, `r"…"` or `r#"…"#`; of one that is still open, the rest of its line. */
export function readText(source: string, from: number, to: number): Text {
  const written = source.slice(from, to);
  const head = /^[bc]?(r?)(#*)"/.exec(written);
  if (!head) return { type: 'text', value: '', start: from, from, to };
  const start = from + head[0].length;
  const tail = `"${head[2]}`;
  const isClosed = written.length >= head[0].length + tail.length && written.endsWith(tail);
  const line = isClosed ? -1 : source.slice(start, to).search(/[\r\n]/);
  const body = source.slice(start, isClosed ? to - tail.length : line < 0 ? to : start + line);
  return textOf(body, start, { from, to }, head[1] === 'r' ? undefined : ESCAPES);
}

function decoded(match: RegExpMatchArray): string {
  const hex = match[1] ?? match[2];
  if (hex !== undefined) return characterOf(hex.replaceAll('_', ''), match[0]);
  return match[3] === undefined ? (SIMPLE[match[4]!] ?? match[4]!) : '';
}
