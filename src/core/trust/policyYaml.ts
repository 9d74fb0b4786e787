import { Composer, type Document, isScalar, Lexer, type Node, type Pair, Parser, type YAMLMap } from 'yaml';
import type { Span } from '../text/span.ts';

export interface YamlMistake {
  readonly message: string;
  readonly span: Span;
}

export interface YamlReading {
  /** What each of the documents holds; nothing of an empty one. */
  readonly contents: readonly (Node | null)[];
  readonly mistakes: readonly YamlMistake[];
}

/** Longest policy that is read, in characters: several hundred entries, in a tenth of a second. */
export const LONGEST_POLICY = 64 * 1024;

/** A policy is four levels deep, and the parser has two or three steps for each. */
const MOST_LEVELS = 64;

/**
 * Reads the YAML of a policy, all documents of it. Anybody may have written it, so nothing here takes longer than its
 * length allows: the library compares every key with all before it, and calls itself for each level; we do neither.
 */
export function readYaml(text: string): YamlReading {
  const mistakes: YamlMistake[] = [];
  const composer = new Composer({ schema: 'core', prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const documents = [...composer.compose(tokensOf(text, mistakes), true, text.length)] as Document.Parsed[];
  for (const { errors } of documents) {
    for (const { message, pos } of errors) mistakes.push({ message, span: { start: pos[0], end: pos[1] } });
  }
  const second = documents[1];
  if (second) {
    const start = second.range[0];
    const message = 'A second YAML document begins here: a policy is one, and of several only the blocks hold.';
    mistakes.push({ message, span: { start, end: start + 1 } });
  }
  return { contents: documents.map(({ contents }) => contents), mistakes };
}

function* tokensOf(text: string, mistakes: YamlMistake[]): ReturnType<Parser['parse']> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset;
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_LEVELS) {
      mistakes.push({
        message: 'From here on the policy is not read: it is too deep.',
        span: { start, end: start + 1 },
      });
      break;
    }
  }
  yield* parser.end();
}

export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node | null;
  /** There was one of this name before. */
  readonly repeated: boolean;
}

export function membersOf(map: YAMLMap): Member[] {
  const seen = new Set<string>();
  return (map.items as Pair<Node, Node | null>[]).map(({ key, value }) => {
    const name = textOf(key) ?? '?';
    const repeated = seen.has(name);
    seen.add(name);
    return { name, key, value, repeated };
  });
}

/** Dates and numbers count as they are written. */
export function textOf(node: Node | null | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value));
}

export function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 1];
  return { start, end };
}
