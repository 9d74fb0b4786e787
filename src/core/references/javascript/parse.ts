import { NodeType, Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { Span } from '../../text/span.ts';

const DIALECTS: readonly (readonly [RegExp, string])[] = [
  [/\.[cm]?ts$/i, 'ts'],
  [/\.tsx$/i, 'ts jsx'],
  [/\.[cm]?jsx?$/i, 'jsx'],
];

const PARSERS = new Map(['ts', 'ts jsx', 'jsx'].map(dialect => [dialect, parser.configure({ dialect })]));

/** How many lines with a quote too few are looked past: while one is typed, the text has one. */
const MAX_REPAIRS = 3;

/**
 * The syntax tree of a script, or of the part of it within a span, placed as in the whole; a text without a file's name may be any dialect. Nothing for a text that is nested beyond
 * what the parser can follow: it goes down by calling itself.
 */
export function parseScript(text: string, path: string, { start, end }: Span): Tree | undefined {
  const dialect = DIALECTS.find(([pattern]) => pattern.test(path))?.[1] ?? 'ts jsx';
  const parser = PARSERS.get(dialect)!;
  // The tree of a part counts from the part's own beginning.
  const parsed = (source: string) =>
    new Tree(NodeType.none, [parser.parse(source, [], [{ from: start, to: end }])], [start], end);
  try {
    let tree = parsed(text);
    if (dialect === 'ts') return tree;
    let repaired = text;
    for (let i = 0; i < MAX_REPAIRS; i++) {
      const at = strayText(tree, repaired);
      if (at === undefined) break;
      repaired = withoutLine(repaired, at);
      tree = parsed(repaired);
    }
    return tree;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Where a text runs over the end of its line that is no attribute of an element. Those of JSX may hold line breaks, and
 * behind a quote too few the parser takes what follows for one, so that code and texts change places to the file's end.
 */
function strayText(tree: Tree, text: string): number | undefined {
  let at: number | undefined;
  tree.iterate({
    enter: ({ name, from, to, node }) => {
      if (at !== undefined) return false;
      if (name === 'JSXAttributeValue' && node.parent?.name !== 'JSXAttribute' && text.slice(from, to).includes('\n')) {
        at = from;
      }
      return true;
    },
  });
  return at;
}

/** The text with spaces in place of the line. */
function withoutLine(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
