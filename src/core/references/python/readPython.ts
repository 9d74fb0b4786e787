import type { PythonTree } from '../../syntax/pythonTree.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import { liftReference } from '../lift.ts';
import type { Reference } from '../reference.ts';
import { readShell } from '../shell/readShell.ts';
import { type LinkedParts, linkParts, type PythonPart } from './linkParts.ts';

/** What was read of a Python file, and what makes reading its next version cheap. */
export interface PythonReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  readonly tree: PythonTree;
  readonly part: PythonPart;
}

/** Reads a Python file; with the reading of an earlier version, only what changed since. */
export function readPython(text: string, previous?: PythonReading): PythonReading {
  if (previous?.tree.text === text) return previous;
  const linked = linkParts([text], previous && [previous.part]);
  const part = linked.parts[0]!;
  return { references: inOrder(withCommands(linked)), codeHazards: linked.codeHazards, tree: part.tree, part };
}

/** The references of a program, those of the command lines in its strings included. */
export function withCommands(linked: LinkedParts): Reference[] {
  const commands = linked.commands.flatMap(command => {
    return readShell(command.text).references.map(each => liftReference(each, command));
  });
  return [...linked.references, ...commands];
}
