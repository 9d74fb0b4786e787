import { Excerpt } from '../../text/excerpt.ts';
import type { Placed, Text } from './expression.ts';

/** How a language writes the characters that can not stand in a text as they are. */
export interface Escapes {
  readonly pattern: RegExp;
  readonly decoded: (match: RegExpMatchArray) => string;
}

/** The text of a body that begins at `start`, each character at its place; without `escapes` the body as it stands. */
export function textOf(body: string, start: number, { from, to }: Placed, escapes?: Escapes): Text {
  if (!escapes || !body.includes('\\')) return { type: 'text', value: body, start, from, to };
  const builder = Excerpt.builder();
  let at = 0;
  for (const match of body.matchAll(escapes.pattern)) {
    builder.add(body.slice(at, match.index), start + at);
    at = match.index + match[0].length;
    builder.add(escapes.decoded(match), start + match.index, match[0].length);
  }
  builder.add(body.slice(at), start + at);
  const excerpt = builder.build();
  return { type: 'text', value: excerpt.text, start, excerpt, from, to };
}

/** The character of a code in hexadecimal; beyond the last character, what is written. */
export function characterOf(hex: string, written: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
