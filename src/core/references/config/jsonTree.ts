import { type Node, parseTree } from 'jsonc-parser';
import { withoutBrokenLines } from './brokenLines.ts';
import { JSON_STRING, stringExcerpt } from './strings.ts';
import { type ConfigEntry, type ConfigNode, type ConfigScalar, type ConfigTree, MAX_DEPTH, MAX_TEXT } from './tree.ts';

/** Reads JSON with comments and trailing commas, right or wrong. */
export function jsonTree(text: string): ConfigTree {
  if (text.length > MAX_TEXT) return { syntax: 'json', text, roots: [] };
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const roots = withoutBrokenLines(source, part => {
    const tree = parseTree(part, [], { allowTrailingComma: true });
    const root = tree && nodeOf(tree, part, 0);
    return { roots: root ? [root] : [] };
  });
  return { syntax: 'json', text, roots };
}

function nodeOf(node: Node, text: string, depth: number): ConfigNode | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const children = node.children ?? [];
  if (node.type === 'object') {
    return { type: 'map', braced: true, entries: children.flatMap(each => entryOf(each, text, depth) ?? []) };
  }
  if (node.type === 'array')
    return { type: 'list', items: children.flatMap(each => nodeOf(each, text, depth + 1) ?? []) };
  return scalarOf(node, text);
}

function entryOf({ children }: Node, text: string, depth: number): ConfigEntry | undefined {
  const [key, value] = children ?? [];
  if (!key) return undefined;
  const node = value && nodeOf(value, text, depth + 1);
  return { key: scalarOf(key, text), ...(node && { value: node }) };
}

function scalarOf({ offset, length, type }: Node, text: string): ConfigScalar {
  const end = offset + length;
  const quoted = type === 'string';
  const isClosed = quoted && length > 1 && text[end - 1] === '"';
  const excerpt = stringExcerpt(text, quoted ? offset + 1 : offset, isClosed ? end - 1 : end, JSON_STRING);
  return { type: 'scalar', excerpt, span: { start: offset, end }, quoted, shared: false };
}
