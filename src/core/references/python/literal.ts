import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import type { Text } from './expression.ts';

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE = /\\(?:\r\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|[\s\S])/g;

/** One literal as written, with its prefix and quotes, at `offset` of its statement. */
export interface RawLiteral {
  readonly text: string;
  readonly offset: number;
}

interface Content {
  readonly quote: string;
  readonly body: string;
  readonly start: number;
  readonly raw: boolean;
}

/** The characters between the quotes; a literal that is still open ends where its text does. */
function content({ text, offset }: RawLiteral): Content {
  const prefix = /^[a-zA-Z]*/.exec(text)![0];
  const quote = text.startsWith('"""', prefix.length) || text.startsWith("'''", prefix.length) ? 3 : 1;
  const start = prefix.length + quote;
  const mark = text.slice(prefix.length, start);
  const end = text.length >= start + quote && text.endsWith(mark) ? text.length - quote : text.length;
  return { quote: mark[0] ?? '"', body: text.slice(start, end), start: offset + start, raw: /r/i.test(prefix) };
}

/** The value of one literal, or of several that stand side by side, and where its characters come from. */
export function readLiterals(literals: readonly RawLiteral[]): Pick<Text, 'value' | 'start' | 'quote' | 'excerpt'> {
  const contents = literals.map(content);
  const first = contents[0]!;
  const plain = contents.length === 1 && (first.raw || !first.body.includes('\\'));
  const { quote } = first;
  if (plain) return { value: first.body, start: first.start, quote };
  const builder = Excerpt.builder();
  for (const each of contents) {
    if (each.raw) builder.add(each.body, each.start);
    else addDecoded(builder, each);
  }
  const excerpt = builder.build();
  return { value: excerpt.text, start: first.start, quote, excerpt };
}

function addDecoded(builder: ExcerptBuilder, { body, start }: Content): void {
  let from = 0;
  for (const match of body.matchAll(ESCAPE)) {
    builder.add(body.slice(from, match.index), start + from);
    from = match.index + match[0].length;
    const decoded = decodeEscape(match[0]);
    if (decoded !== undefined) builder.add(decoded, start + match.index, match[0].length);
    else builder.add(match[0], start + match.index);
  }
  builder.add(body.slice(from), start + from);
}

/** Nothing for an escape that Python does not know and leaves as it stands. */
function decodeEscape(written: string): string | undefined {
  const simple = SIMPLE_ESCAPES[written.slice(1)];
  if (simple !== undefined) return simple;
  if (written === '\\\r\n') return '';
  const hex = /^\\[xuU]([0-9a-fA-F]+)$/.exec(written)?.[1];
  if (hex) return codePoint(Number.parseInt(hex, 16));
  const octal = /^\\([0-7]{1,3})$/.exec(written)?.[1];
  return octal ? codePoint(Number.parseInt(octal, 8)) : undefined;
}

const codePoint = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined);
