import { NodeType, type PartialParse, Tree } from '@lezer/common';
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
 * What doubt may cost the readings of one script for each character of it: at each step at which the parser follows
 * several ways to understand the text, the entries of their stacks, since each way holds a copy of all that is open. Of
 * 1800 readings of published JavaScript and TypeScript, minified too, the dearest took 13; a text that opens
 * brackets in doubt without end takes a thousand and more.
 */
const MAX_ENTRIES_PER_CHARACTER = 200;

/** What any script may cost: a short one can be nested deep, such as in a hundred callbacks (900 000). */
const FREE_ENTRIES = 1_000_000;

/**
 * The syntax tree of a script, or of the part of it within a span, placed as in the whole; a text without a file's name
 * may be any dialect. Nothing for a text that is nested beyond what the parser can follow, or leaves the parser in
 * more doubt than any script that somebody wrote.
 */
export function parseScript(text: string, path: string, { start, end }: Span): Tree | undefined {
  const dialect = DIALECTS.find(([pattern]) => pattern.test(path))?.[1] ?? 'ts jsx';
  const parser = PARSERS.get(dialect)!;
  const budget = { entries: FREE_ENTRIES + (end - start) * MAX_ENTRIES_PER_CHARACTER };
  // The tree of a part counts from the part's own beginning.
  const parsed = (source: string) => {
    const tree = finished(parser.startParse(source, [], [{ from: start, to: end }]), budget);
    return tree && new Tree(NodeType.none, [tree], [start], end);
  };
  try {
    let tree = parsed(text);
    if (dialect === 'ts') return tree;
    let repaired = text;
    for (let i = 0; tree && i < MAX_REPAIRS; i++) {
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

/** The tree at the end of a parse; nothing when the budget is used up before. */
function finished(parse: PartialParse, budget: { entries: number }): Tree | undefined {
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    const { stacks } = parse as StackedParse;
    if (stacks.length === 1) continue;
    for (const { stack } of stacks) budget.entries -= stack.length;
    if (budget.entries < 0) return undefined;
  }
}

/** What a parse of Lezer's LR parser holds besides its interface: a stack for each way to understand the text so far. */
interface StackedParse extends PartialParse {
  readonly stacks: readonly { readonly stack: readonly number[] }[];
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
