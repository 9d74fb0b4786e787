import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { changedRange } from './changedRange.ts';

/** Python and its syntax tree. Garbage parses too: what could not be read is an error node among the rest. */
export interface PythonTree {
  readonly text: string;
  readonly tree: Tree;
}

/** Parses `text`; with an earlier tree, only what changed since. */
export function parsePython(text: string, previous?: PythonTree): PythonTree {
  if (!previous) return { text, tree: parser.parse(text) };
  const change = changedRange(previous.text, text);
  if (!change) return previous;
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [
    { fromA: change.from, toA: change.oldEnd, fromB: change.from, toB: change.newEnd },
  ]);
  return { text, tree: parser.parse(text, fragments) };
}
