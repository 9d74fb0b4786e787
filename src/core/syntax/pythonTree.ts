import { Tree, TreeBuffer, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { changedRange } from './changedRange.ts';
import { statementStarts } from './pythonChunks.ts';

/** Python and its syntax tree. Garbage parses too: what could not be read is an error node among the rest. */
export interface PythonTree {
  readonly text: string;
  readonly tree: Tree;
  /** The top-level statements, each parsed alone. */
  readonly chunks: readonly Chunk[];
}

interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly tree: Tree;
  /**
   * The version to build the next one on. A tree that grew out of a broken one can differ from a fresh parse, so
   * this is the last version without errors, or one that was parsed afresh.
   */
  readonly base: { readonly text: string; readonly tree: Tree };
}

/** Shorter statements are parsed afresh: that costs less than to find out what could stay. */
const REUSED_FROM = 1500;

/** More changed characters than this since the base, and a fresh parse makes a new base. */
const MAX_CHANGE = 8000;

/** Parses `text`; with an earlier tree, only what changed since. */
export function parsePython(text: string, previous?: PythonTree): PythonTree {
  if (previous?.text === text) return previous;
  const starts = statementStarts(text);
  const known = new Map<string, Chunk>();
  for (const chunk of previous?.chunks ?? []) known.set(chunk.text, chunk);
  const texts = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  const firstNew = texts.findIndex((own, index) => own !== previous?.chunks[index]?.text);
  const chunks = texts.map((own, index): Chunk => {
    const start = starts[index]!;
    const same = known.get(own);
    if (same) return { text: own, start, tree: same.tree, base: same.base };
    return { text: own, start, ...parseChunk(own, index === firstNew ? previous?.chunks[index] : undefined) };
  });
  return { text, tree: joined(chunks, text.length), chunks };
}

function parseChunk(text: string, previous: Chunk | undefined): Pick<Chunk, 'tree' | 'base'> {
  const change = previous && text.length >= REUSED_FROM ? changedRange(previous.base.text, text) : undefined;
  if (!previous || !change || Math.max(change.newEnd, change.oldEnd) - change.from > MAX_CHANGE) {
    const tree = parser.parse(text);
    return { tree, base: { text, tree } };
  }
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.base.tree), [
    { fromA: change.from, toA: change.oldEnd, fromB: change.from, toB: change.newEnd },
  ]);
  const tree = parser.parse(text, fragments);
  return { tree, base: isClean(tree, 0) ? { text, tree } : previous.base };
}

/** One tree of the whole text, as if it had been parsed in one go. */
function joined(chunks: readonly Chunk[], length: number): Tree {
  const children: (Tree | TreeBuffer)[] = [];
  const positions: number[] = [];
  for (const { tree, start } of chunks) {
    tree.children.forEach((child, index) => {
      children.push(child);
      positions.push(start + tree.positions[index]!);
    });
  }
  return new Tree(parser.topNode, children, positions, length);
}

/** Parts of trees that hold no error: what a new tree shares with an old one need not be searched again. */
const CLEAN = new WeakSet<Tree | TreeBuffer>();

/** Deeper trees are not searched, and count as broken. */
const MAX_DEPTH = 500;

function isClean(part: Tree | TreeBuffer, depth: number): boolean {
  if (CLEAN.has(part)) return true;
  if (depth > MAX_DEPTH) return false;
  if (part instanceof TreeBuffer) {
    for (let i = 0; i < part.buffer.length; i += 4) if (part.set.types[part.buffer[i]!]!.isError) return false;
  } else {
    if (part.type.isError) return false;
    for (const child of part.children) if (!isClean(child, depth + 1)) return false;
  }
  CLEAN.add(part);
  return true;
}
