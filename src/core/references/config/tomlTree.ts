import { type AST, parseTOML } from 'toml-eslint-parser';
import { type Attempt, withoutBrokenLines } from './brokenLines.ts';
import { JSON_STRING, LITERAL, stringExcerpt } from './strings.ts';
import {
  type ConfigEntry,
  type ConfigMap,
  type ConfigNode,
  type ConfigScalar,
  type ConfigTree,
  MAX_DEPTH,
  MAX_TEXT,
} from './tree.ts';

/** Reads TOML, right or wrong: the parser stops at the first error, and reads the text again without that line. */
export function tomlTree(text: string): ConfigTree {
  if (text.length > MAX_TEXT) return { syntax: 'toml', text, roots: [] };
  return { syntax: 'toml', text, roots: withoutBrokenLines(text, parsed) };
}

function parsed(text: string): Attempt {
  try {
    const root = new OpenMap(false);
    for (const each of parseTOML(text, { tomlVersion: '1.1' }).body[0].body) {
      if (each.type === 'TOMLKeyValue') addPair(root, each, text, 0);
      else {
        const keys = keysOf(each.key, text);
        const last = keys.pop()!;
        const parent = keys.reduce((map, key) => map.child(key), root);
        const own = each.kind === 'array' ? parent.list(last).item() : parent.child(last);
        for (const pair of each.body) addPair(own, pair, text, 0);
      }
    }
    return { roots: [root.closed()] };
  } catch (error) {
    const at = (error as { index?: unknown }).index;
    return { roots: [], ...(typeof at === 'number' && { brokenAt: at }) };
  }
}

/** A table that later lines may add to. */
class OpenMap {
  readonly #entries: { key: ConfigScalar; value?: ConfigNode | OpenMap }[] = [];
  readonly #braced: boolean;
  readonly #rows: OpenMap[] = [];

  constructor(braced: boolean) {
    this.#braced = braced;
  }

  /** The table of that name; of a list of tables the last, to which further headers belong. */
  child(key: ConfigScalar): OpenMap {
    const map = this.list(key);
    return map.#rows.at(-1) ?? map;
  }

  /** What stands under that name, be it one table or a list of them. */
  list(key: ConfigScalar): OpenMap {
    const known = this.#entries.find(each => each.key.excerpt.text === key.excerpt.text);
    if (known?.value instanceof OpenMap) return known.value;
    const map = new OpenMap(this.#braced);
    this.#entries.push({ key, value: map });
    return map;
  }

  /** One more table of a list of tables: `[[models]]`. */
  item(): OpenMap {
    const map = new OpenMap(false);
    this.#rows.push(map);
    return map;
  }

  add(key: ConfigScalar, value: ConfigNode | undefined): void {
    this.#entries.push({ key, ...(value && { value }) });
  }

  closed(): ConfigNode {
    if (this.#rows.length > 0) return { type: 'list', items: this.#rows.map(each => each.closed()) };
    const entries: ConfigEntry[] = this.#entries.map(({ key, value }) => ({
      key,
      ...(value && { value: value instanceof OpenMap ? value.closed() : value }),
    }));
    return { type: 'map', entries, braced: this.#braced } satisfies ConfigMap;
  }
}

function addPair(map: OpenMap, pair: AST.TOMLKeyValue, text: string, depth: number): void {
  const keys = keysOf(pair.key, text);
  const last = keys.pop();
  if (last) keys.reduce((parent, key) => parent.child(key), map).add(last, nodeOf(pair.value, text, depth + 1));
}

const keysOf = ({ keys }: AST.TOMLKey, text: string): ConfigScalar[] =>
  keys.map(key => scalarOf(key.range, text, key.type === 'TOMLQuoted'));

function nodeOf(node: AST.TOMLContentNode, text: string, depth: number): ConfigNode | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (node.type === 'TOMLArray') {
    return { type: 'list', items: node.elements.flatMap(each => nodeOf(each, text, depth + 1) ?? []) };
  }
  if (node.type === 'TOMLInlineTable') {
    const map = new OpenMap(true);
    for (const pair of node.body) addPair(map, pair, text, depth);
    return map.closed();
  }
  return scalarOf(node.range, text, node.kind === 'string');
}

function scalarOf([start, end]: readonly [number, number], text: string, quoted: boolean): ConfigScalar {
  const quotes = quoted ? (/^(?:"""|''')\r?\n?|^["']/.exec(text.slice(start, start + 5))?.[0].length ?? 0) : 0;
  const closing = quotes >= 3 ? 3 : quotes;
  const style = text[start] === '"' ? JSON_STRING : LITERAL;
  const excerpt = stringExcerpt(text, start + quotes, Math.max(start + quotes, end - closing), style);
  return { type: 'scalar', excerpt, span: { start, end }, quoted, shared: false };
}
