import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type Scalar } from 'yaml';
import type { Span } from '../../text/span.ts';
import { withoutBrokenLines } from './brokenLines.ts';
import { blockExcerpt, stringExcerpt, YAML_DOUBLE, YAML_PLAIN, YAML_SINGLE } from './strings.ts';
import { type ConfigEntry, type ConfigNode, type ConfigScalar, type ConfigTree, MAX_DEPTH, MAX_TEXT } from './tree.ts';
import { yamlPieces } from './yamlPieces.ts';

/** Reads YAML, right or wrong; aliases are followed to strings only, so that they can not grow. */
export function yamlTree(source: string): ConfigTree {
  if (source.length > MAX_TEXT) return { syntax: 'yaml', text: source, roots: [] };
  const text = withoutTemplates(source);
  const roots = yamlPieces(text).flatMap(piece => rootsOf(text, piece));
  return { syntax: 'yaml', text: source, roots };
}

/** The roots of one piece; broken lines are looked for in it alone. */
function rootsOf(text: string, { start, end }: Span): readonly ConfigNode[] {
  const piece = text.slice(start, end);
  return withoutBrokenLines(piece, part => {
    const parsed = parseAllDocuments(part, {
      schema: 'failsafe',
      strict: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const documents = Array.isArray(parsed) ? parsed : [];
    const error = documents.find(each => each.errors.length > 0)?.errors[0];
    const source = part === piece ? text : text.slice(0, start) + part;
    return {
      roots: documents.flatMap(each => new TreeBuilder(source, start).root(each.contents as Node | null) ?? []),
      ...(error && { brokenAt: error.pos[0] }),
    };
  });
}

/**
 * The templates of Helm and Jinja, `{{ … }}`, would be braces to YAML. A line of nothing else becomes empty, any other
 * template a word that no id can hold; all stays where it was. `${{ … }}` is a plain word to YAML already.
 */
function withoutTemplates(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  return text
    .replace(/^[ \t]*\{[{%][^\n]*[}%]\}[ \t]*\r?$/gm, line => line.replace(/[^\r]/g, ' '))
    .replace(/(?<!\$)\{\{[^\n{}]*\}\}/g, template => '$'.repeat(template.length));
}

class TreeBuilder {
  readonly #text: string;
  /** Where the parsed piece begins in the text. */
  readonly #base: number;
  readonly #anchors = new Map<string, Scalar>();
  readonly #shared = new Set<unknown>();

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  root(node: Node | null): ConfigNode | undefined {
    this.#collect(node, 0);
    return this.#node(node, 0);
  }

  /** Anchors of strings, and which of them are used. */
  #collect(node: unknown, depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (isScalar(node)) {
      if (node.anchor) this.#anchors.set(node.anchor, node);
    } else if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target) this.#shared.add(target);
    } else if (isMap(node)) {
      for (const { value } of node.items) this.#collect(value, depth + 1);
    } else if (isSeq(node)) {
      for (const item of node.items) this.#collect(item, depth + 1);
    }
  }

  #node(node: unknown, depth: number): ConfigNode | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (isScalar(node)) return this.#scalar(node);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      return target && this.#scalar(target);
    }
    if (isSeq(node)) return { type: 'list', items: node.items.flatMap(item => this.#node(item, depth + 1) ?? []) };
    if (!isMap(node)) return undefined;
    return {
      type: 'map',
      entries: node.items.flatMap(pair => this.#entry(pair, depth) ?? []),
      braced: node.flow === true,
    };
  }

  #entry({ key, value }: Pair, depth: number): ConfigEntry | undefined {
    const name = isScalar(key) ? this.#scalar(key) : undefined;
    const node = this.#node(value, depth + 1);
    return name && { key: name, ...(node && { value: node }) };
  }

  #scalar(scalar: Scalar): ConfigScalar | undefined {
    if (!scalar.range) return undefined;
    const start = scalar.range[0] + this.#base;
    const end = scalar.range[1] + this.#base;
    const text = this.#text;
    const first = text[start];
    const shared = this.#shared.has(scalar);
    const common = { type: 'scalar', span: { start, end }, shared } as const;
    if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED') {
      return { ...common, quoted: true, excerpt: blockExcerpt(text, start, end) };
    }
    if (first === '"' || first === "'") {
      const isClosed = end > start + 1 && text[end - 1] === first;
      const style = first === '"' ? YAML_DOUBLE : YAML_SINGLE;
      return { ...common, quoted: true, excerpt: stringExcerpt(text, start + 1, isClosed ? end - 1 : end, style) };
    }
    return { ...common, quoted: false, excerpt: stringExcerpt(text, start, end, YAML_PLAIN) };
  }
}
