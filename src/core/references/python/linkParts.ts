import { type PythonTree, parsePython } from '../../syntax/pythonTree.ts';
import type { Excerpt } from '../../text/excerpt.ts';
import type { CodeHazard } from '../codeHazard.ts';
import type { Reference } from '../reference.ts';
import { readLoads } from './loads.ts';
import { readLocalPaths } from './localPaths.ts';
import { readMentions } from './mentions.ts';
import { assemble } from './scope.ts';
import { shellStrings } from './shellStrings.ts';
import { type Memo, readStatements, type Unit } from './statements.ts';
import { readUnsafeLoads } from './unsafeLoads.ts';
import { Values } from './values.ts';

/** A text of Python and what its statements were found to say. */
export interface PythonPart {
  readonly tree: PythonTree;
  readonly memo: Memo;
  readonly units: readonly Unit[];
}

/** What one program says whose text stands in several places: the cells of a notebook, the blocks of a document. */
export interface LinkedParts {
  readonly parts: readonly PythonPart[];
  /** Where each part begins: offsets below count through all parts, one after the other. */
  readonly starts: readonly number[];
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  /** Command lines in strings: `os.system("…")`. */
  readonly commands: readonly Excerpt[];
}

/** Reads the parts of one program: names flow from each to the others. Only what changed since `previous` is parsed again. */
export function linkParts(texts: readonly string[], previous?: readonly PythonPart[]): LinkedParts {
  const parts = texts.map((text, index) => readPart(text, previous?.[index]));
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length + 1;
  }
  const units =
    parts.length === 1 ? parts[0]!.units : parts.flatMap((part, index) => shiftedUnits(part, starts[index]!));
  const values = new Values(assemble(units));
  const loads = readLoads(values);
  const local = readLocalPaths(loads, values);
  const text = texts.length === 1 ? texts[0]! : texts.join('\n');
  return {
    parts,
    starts,
    references: [...local.references, ...readMentions(values)],
    codeHazards: [...local.hazards, ...readUnsafeLoads(values, text)],
    commands: shellStrings(values),
  };
}

function readPart(text: string, previous: PythonPart | undefined): PythonPart {
  if (previous?.tree.text === text) return previous;
  const tree = parsePython(text, previous?.tree);
  return { tree, ...readStatements(text, tree.tree.topNode, previous?.memo) };
}

const shiftedUnits = (part: PythonPart, by: number): Unit[] =>
  part.units.map(unit => ({ ...unit, base: unit.base + by }));
