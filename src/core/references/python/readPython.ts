import { type PythonTree, parsePython } from '../../syntax/pythonTree.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import type { Reference } from '../reference.ts';
import { readLoads } from './loads.ts';
import { readMentions } from './mentions.ts';
import { assemble } from './scope.ts';
import { type Memo, readStatements } from './statements.ts';
import { Values } from './values.ts';

/** What was read of a Python file, and what makes reading its next version cheap. */
export interface PythonReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  readonly tree: PythonTree;
  readonly memo: Memo;
}

/** Reads a Python file; with the reading of an earlier version, only what changed since. */
export function readPython(text: string, previous?: PythonReading): PythonReading {
  const tree = parsePython(text, previous?.tree);
  if (previous && tree === previous.tree) return previous;
  const { units, memo } = readStatements(text, tree.tree.topNode, previous?.memo);
  const values = new Values(assemble(units));
  const loads = readLoads(values);
  const references = loads.filter(load => load.judged === 'repo').map(load => load.reference);
  return { references: inOrder([...references, ...readMentions(values)]), codeHazards: [], tree, memo };
}
