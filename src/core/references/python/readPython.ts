import type { PythonTree } from '../../syntax/pythonTree.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import type { Reference } from '../reference.ts';
import { type LinkedParts, linkParts } from './linkParts.ts';

/** What was read of a Python file, and what makes reading its next version cheap. */
export interface PythonReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  readonly tree: PythonTree;
  readonly linked: LinkedParts;
}

/** Reads a Python file; with the reading of an earlier version, only what changed since. */
export function readPython(text: string, previous?: PythonReading): PythonReading {
  if (previous?.tree.text === text) return previous;
  const linked = linkParts([text], previous?.linked);
  const { tree } = linked.parts[0]!;
  return { references: inOrder(linked.references), codeHazards: linked.codeHazards, tree, linked };
}
