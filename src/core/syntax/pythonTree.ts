import { Tree, TreeBuffer, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { ownCopy } from '../text/ownCopy.ts';
import { changedRange } from './changedRange.ts';
import { commonEnd, commonStart } from './commonText.ts';
import { statementStarts } from './pythonChunks.ts';

/** Python, parsed statement by statement. Garbage parses too: what could not be read is an error node among the rest. */
export interface PythonTree {
  readonly text: string;
  readonly chunks: readonly Chunk[];
}

/** A top-level statement and where it begins. */
export interface Chunk {
  readonly start: number;
  readonly statement: Statement;
}

/** A top-level statement, parsed alone; the same object as long as its text stays the same. */
export interface Statement {
  /** Of a later version a copy: a piece of each version would keep all of them in memory. */
  readonly text: string;
  readonly tree: Tree;
  /**
   * The version to build the next one on. A tree that grew out of a broken one can differ from a fresh parse, so
   * this is the last version without errors, or one that was parsed afresh.
   */
  readonly base: { readonly text: string; readonly tree: Tree };
  /** Nested beyond {@link DEEPEST}: its tree is that of an empty statement of the same length. */
  readonly isTooDeep?: true;
}

/** Shorter statements are parsed afresh: that costs less than to find out what could stay. */
const REUSED_FROM = 1500;

/** More changed characters than this since the base, and a fresh parse makes a new base. */
const MAX_CHANGE = 8000;

/** Parses `text`; with an earlier tree, only what changed since. */
export function parsePython(text: string, previous?: PythonTree): PythonTree {
  if (previous?.text === text) return previous;
  const old = previous?.chunks ?? [];
  const head = keptHead(text, previous);
  const moved = text.length - (previous?.text.length ?? 0);
  const tail = keptTail(text, previous, head);
  const starts = statementStarts(text, old[head]?.start ?? 0, tail);
  const meets = starts.length > 1 && tail.has(starts.at(-1)!) ? starts.pop()! - moved : Number.POSITIVE_INFINITY;
  const replaced = old.slice(head).filter(chunk => chunk.start < meets);
  const known = new Map(replaced.map(({ statement }) => [statement.text, statement]));
  const end = meets + moved < text.length ? meets + moved : text.length;
  const chunks = old.slice(0, head);
  let grown = false;
  starts.forEach((start, index) => {
    const own = text.slice(start, starts[index + 1] ?? end);
    const before = replaced[index]?.statement;
    const same = known.get(own);
    chunks.push({
      start,
      statement: same ?? parseStatement(previous ? ownCopy(own) : own, grown ? undefined : before),
    });
    if (own !== before?.text) grown = true;
  });
  for (let i = head + replaced.length; i < old.length; i++) {
    const { start, statement } = old[i]!;
    chunks.push(moved === 0 ? old[i]! : { start: start + moved, statement });
  }
  return { text, chunks };
}

/**
 * How many of the first statements stay. The last that has its text still may go on differently, and a text that ended
 * in the middle of a line may have had that line changed: those two are looked at again.
 */
function keptHead(text: string, previous: PythonTree | undefined): number {
  if (!previous) return 0;
  const same = commonStart(previous.text, text);
  const first = previous.chunks.findIndex(({ start, statement }) => start + statement.text.length > same);
  return Math.max(0, (first < 0 ? previous.chunks.length : first) - 2);
}

/** Where the last statements would begin that have their text still. */
function keptTail(text: string, previous: PythonTree | undefined, head: number): ReadonlySet<number> {
  const starts = new Set<number>();
  if (!previous) return starts;
  const from = previous.text.length - commonEnd(previous.text, text);
  const moved = text.length - previous.text.length;
  for (let i = previous.chunks.length - 1; i >= head; i--) {
    const { start } = previous.chunks[i]!;
    if (start < from) break;
    starts.add(start + moved);
  }
  return starts;
}

/**
 * Brackets within brackets that are still followed: the parser goes down by calling itself; on Node's
 * usual stack 2,500 levels were parsed and 4,000 were not. People write fewer than twenty.
 */
const DEEPEST = 500;

function isTooDeep(text: string): boolean {
  if (text.length < DEEPEST) return false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 40 || code === 91 || code === 123) {
      if (++depth > DEEPEST) return true;
    } else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--;
    // A bracket in a string need not be closed: where a statement begins, all that is open was such a one.
    else if (code === 10 && depth > 0 && beginsStatement(text, i + 1)) depth = 0;
  }
  return false;
}

const STATEMENT = /[ \t]*(?:def|class|return|if|for|while|with|import|from|try|raise|async)\b/y;

function beginsStatement(text: string, at: number): boolean {
  STATEMENT.lastIndex = at;
  return STATEMENT.test(text);
}

function parseStatement(text: string, previous: Statement | undefined): Statement {
  if (isTooDeep(text)) {
    const tree = parser.parse(' '.repeat(text.length));
    return { text, tree, base: { text, tree }, isTooDeep: true };
  }
  const change = previous && text.length >= REUSED_FROM ? changedRange(previous.base.text, text) : undefined;
  if (!previous || !change || Math.max(change.newEnd, change.oldEnd) - change.from > MAX_CHANGE) {
    const tree = parser.parse(text);
    return { text, tree, base: { text, tree } };
  }
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.base.tree), [
    { fromA: change.from, toA: change.oldEnd, fromB: change.from, toB: change.newEnd },
  ]);
  const tree = parser.parse(text, fragments);
  return { text, tree, base: isClean(tree, 0) ? { text, tree } : previous.base };
}

/** One tree of the whole text, as if it had been parsed in one go. */
export function wholeTree({ text, chunks }: PythonTree): Tree {
  const children: (Tree | TreeBuffer)[] = [];
  const positions: number[] = [];
  for (const { start, statement } of chunks) {
    statement.tree.children.forEach((child, index) => {
      children.push(child);
      positions.push(start + statement.tree.positions[index]!);
    });
  }
  return new Tree(parser.topNode, children, positions, text.length);
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
