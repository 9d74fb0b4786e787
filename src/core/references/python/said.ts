import { commonEnds } from '../../syntax/commonEnds.ts';
import { type PythonTree, parsePython, type Statement } from '../../syntax/pythonTree.ts';
import { standingIds } from '../code/standingIds.ts';
import type { Reference } from '../reference.ts';
import type { Unit } from './expression.ts';
import type { Names } from './nameSets.ts';
import { offeredNames } from './offeredNames.ts';
import { type Memo, readStatements } from './statements.ts';

/** What a top-level statement says by itself, in offsets of its own. The same object as long as its text stays the same. */
export interface Said {
  readonly statement: Statement;
  readonly units: readonly Unit[];
  /** What it is to the other statements. */
  readonly offers: Names;
  readonly memo: Memo;
  /** Literals that are ids by themselves, if the program works with the Hub. */
  readonly standing: readonly Reference[];
}

/** A text of Python and what each of its top-level statements says. */
export interface PythonPart {
  readonly tree: PythonTree;
  readonly said: readonly Said[];
}

/** Reads a text; with the reading of an earlier version, only the statements that changed since. */
export function readPart(text: string, previous: PythonPart | undefined): PythonPart {
  if (previous?.tree.text === text) return previous;
  const tree = parsePython(text, previous?.tree);
  const old = previous?.said ?? [];
  const statements = tree.chunks.map(chunk => chunk.statement);
  const { head, tail } = commonEnds(
    old.map(each => each.statement),
    statements,
  );
  const replaced = old.slice(head, old.length - tail);
  const memos = replaced.map(each => each.memo);
  const known = new Map(replaced.map(each => [each.statement, each]));
  const fresh = statements
    .slice(head, statements.length - tail)
    .map(statement => known.get(statement) ?? readStatement(statement, memos));
  return { tree, said: [...old.slice(0, head), ...fresh, ...old.slice(old.length - tail)] };
}

function readStatement(statement: Statement, memos: readonly Memo[]): Said {
  const { units, memo } = readStatements(statement.text, statement.tree.topNode, memos);
  const standing = standingIds(statement.text, 'python');
  return { statement, units, memo, offers: offeredNames(units), standing };
}
