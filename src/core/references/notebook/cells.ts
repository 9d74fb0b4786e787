import { getNodeValue, type Node, parseTree } from 'jsonc-parser';
import type { Language } from '../../document.ts';
import { languageOfWord } from '../../languageWords.ts';
import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';

/** A cell of an `.ipynb` file: its text without JSON's escapes, remembering where each character stands in the file. */
export interface FileCell {
  /** Its place among all cells, from 0. */
  readonly index: number;
  readonly language: Language;
  readonly excerpt: Excerpt;
}

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|[\s\S])/g;

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The cells of a notebook file; outputs and metadata are never looked at. Nothing when it is no notebook. */
export function fileCells(text: string): FileCell[] {
  const root = parsed(text);
  const cells = child(root, 'cells')?.children ?? [];
  const kernel = kernelLanguage(root);
  return cells.flatMap((cell, index) => {
    const type = stringAt(cell, 'cell_type');
    const language = type === 'markdown' ? 'markdown' : type === 'code' ? kernel : 'other';
    const source = child(cell, 'source');
    return source && language !== 'other' ? [{ index, language, excerpt: sourceExcerpt(source, text) }] : [];
  });
}

/** Nesting beyond the parser's own depth can only be made on purpose; such a file says nothing. */
function parsed(text: string): Node | undefined {
  try {
    return parseTree(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, [], { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function child(node: Node | undefined, name: string): Node | undefined {
  return node?.type === 'object'
    ? node.children?.find(each => each.children?.[0]?.value === name)?.children?.[1]
    : undefined;
}

function stringAt(node: Node | undefined, name: string): string | undefined {
  const value = child(node, name);
  return value?.type === 'string' ? getNodeValue(value) : undefined;
}

function kernelLanguage(root: Node | undefined): Language {
  const metadata = child(root, 'metadata');
  const named =
    stringAt(child(metadata, 'language_info'), 'name') ?? stringAt(child(metadata, 'kernelspec'), 'language');
  return named === undefined || /^i?python/i.test(named) ? 'python' : languageOfWord(named);
}

function sourceExcerpt(source: Node, text: string): Excerpt {
  const builder = Excerpt.builder(written => JSON.stringify(written).slice(1, -1));
  for (const line of source.type === 'array' ? (source.children ?? []) : [source]) {
    if (line.type === 'string') addString(builder, text, line.offset + 1, line.offset + line.length - 1);
  }
  return builder.build();
}

function addString(builder: ExcerptBuilder, text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  let at = 0;
  for (const match of raw.matchAll(ESCAPE)) {
    builder.add(raw.slice(at, match.index), start + at);
    builder.add(decoded(match[0]), start + match.index, match[0].length);
    at = match.index + match[0].length;
  }
  builder.add(raw.slice(at), start + at);
}

function decoded(written: string): string {
  if (written.length === 6) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  const character = written[1]!;
  return ESCAPED[character] ?? character;
}
