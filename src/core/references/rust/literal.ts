import { Excerpt } from '../../text/excerpt.ts';
import type { Text } from '../program/expression.ts';

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/** Source: the Rust reference, "Tokens". A backslash at the end of a line swallows the spaces of the next. */
const ESCAPE = /\\(?:u\{([0-9a-fA-F_]{1,12})\}|x([0-9a-fA-F]{2})|(\r?\n\s*)|([\s\S]))/g;

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
  if (head[1] === 'r' || !body.includes('\\')) return { type: 'text', value: body, start, from, to };
  const builder = Excerpt.builder();
  let at = 0;
  for (const match of body.matchAll(ESCAPE)) {
    builder.add(body.slice(at, match.index), start + at);
    at = match.index + match[0].length;
    builder.add(decoded(match), start + match.index, match[0].length);
  }
  builder.add(body.slice(at), start + at);
  const excerpt = builder.build();
  return { type: 'text', value: excerpt.text, start, excerpt, from, to };
}

function decoded(match: RegExpMatchArray): string {
  const hex = match[1] ?? match[2];
  if (hex === undefined) return match[3] === undefined ? (SIMPLE[match[4]!] ?? match[4]!) : '';
  const code = Number.parseInt(hex.replaceAll('_', ''), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : match[0];
}
