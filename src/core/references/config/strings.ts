import { Excerpt } from '../../text/excerpt.ts';

/** What a backslash and a letter stand for, in JSON, YAML's double quotes and TOML's basic strings together. */
const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  e: '\u001B',
  0: '\0',
  a: '\u0007',
  v: '\v',
};

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|[\s\S])/g;

/** How a string is written: what its escapes are, and whether a line break in it folds into a blank. */
export interface StringStyle {
  readonly escapes: 'backslash' | 'doubled' | 'none';
  readonly folds: boolean;
  readonly encode: (text: string) => string;
}

const jsonEncoded = (text: string) => JSON.stringify(text).slice(1, -1);
const asIs = (text: string) => text;

export const JSON_STRING: StringStyle = { escapes: 'backslash', folds: false, encode: jsonEncoded };
export const LITERAL: StringStyle = { escapes: 'none', folds: false, encode: asIs };
export const YAML_DOUBLE: StringStyle = { escapes: 'backslash', folds: true, encode: jsonEncoded };
export const YAML_SINGLE: StringStyle = {
  escapes: 'doubled',
  folds: true,
  encode: text => text.replaceAll("'", "''"),
};
export const YAML_PLAIN: StringStyle = { escapes: 'none', folds: true, encode: asIs };

const NO_MATCH = /(?!)/g;

/** Lifts the characters between the quotes out of their text. */
export function stringExcerpt(text: string, start: number, end: number, style: StringStyle): Excerpt {
  const builder = Excerpt.builder(style.encode);
  const raw = text.slice(start, end);
  const escaped = style.escapes === 'backslash' ? ESCAPE : style.escapes === 'doubled' ? /''/g : NO_MATCH;
  let at = 0;
  const plain = (to: number) => {
    const part = raw.slice(at, to);
    if (!style.folds || !part.includes('\n')) builder.add(part, start + at);
    else addFolded(builder, part, start + at);
    at = to;
  };
  for (const match of raw.matchAll(escaped)) {
    plain(match.index);
    builder.add(decoded(match[0]), start + match.index, match[0].length);
    at = match.index + match[0].length;
  }
  plain(raw.length);
  return builder.build();
}

function decoded(written: string): string {
  const letter = written[1]!;
  if (written === "''") return "'";
  if (letter === '\n' || letter === '\r') return '';
  if (written.length > 2) {
    const code = Number.parseInt(written.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  }
  return ESCAPED[letter] ?? letter;
}

/** A line break with the blanks around it is one blank; each empty line is a line break. */
function addFolded(builder: ReturnType<typeof Excerpt.builder>, part: string, base: number): void {
  let at = 0;
  for (const match of part.matchAll(/[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*/g)) {
    builder.add(part.slice(at, match.index), base + at);
    const breaks = match[0].split('\n').length - 1;
    builder.add(breaks > 1 ? '\n'.repeat(breaks - 1) : ' ', base + match.index, match[0].length);
    at = match.index + match[0].length;
  }
  builder.add(part.slice(at), base + at);
}

/**
 * Lifts a block scalar (`|` or `>`) out of its text, without the indentation. `start` is at the indicator. New lines
 * that are written into it get the indentation back.
 */
export function blockExcerpt(text: string, start: number, end: number): Excerpt {
  const folds = text[start] === '>';
  const headerEnd = text.indexOf('\n', start);
  if (headerEnd < 0 || headerEnd >= end) return Excerpt.builder().build();
  const body = text.slice(headerEnd + 1, end);
  const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(body)?.[1]?.length ?? 0;
  const builder = Excerpt.builder(written => written.replaceAll('\n', `\n${' '.repeat(indent)}`));
  let at = headerEnd + 1;
  let previous: 'none' | 'text' | 'blank' | 'deeper' = 'none';
  for (const line of body.split('\n')) {
    const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
    const content = bare.slice(Math.min(indent, bare.length));
    const now = content.trim() === '' ? 'blank' : /^[ \t]/.test(content) ? 'deeper' : 'text';
    if (previous !== 'none') {
      const joins = folds && previous === 'text' && now === 'text';
      const swallows = folds && previous === 'text' && now === 'blank';
      if (!swallows) builder.add(joins ? ' ' : '\n', at - 1, 1);
    }
    builder.add(content, at + Math.min(indent, bare.length));
    previous = now;
    at += line.length + 1;
  }
  return builder.build();
}
