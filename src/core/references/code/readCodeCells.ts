import type { Language } from '../../document.ts';
import { contains, type Span, shifted } from '../../text/span.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import { liftHazard, liftReference } from '../lift.ts';
import { type CellParts, readMagics } from '../notebook/magics.ts';
import { type LinkedParts, linkParts } from '../python/linkParts.ts';
import { readPython } from '../python/readPython.ts';
import type { Reference } from '../reference.ts';
import { relocated } from '../relocate.ts';
import { readShell } from '../shell/readShell.ts';

/** A text of its own in a larger whole: a cell of a notebook, a block of a document. */
export interface CodeCell {
  readonly text: string;
  readonly language: Language;
}

/** What one cell says, in offsets of its own text. */
export interface CellReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
}

export interface CodeCellsReading {
  readonly cells: readonly CellReading[];
  /** Makes reading the next version cheap. */
  readonly linked: LinkedParts;
}

interface Numbered {
  readonly index: number;
  readonly text: string;
  readonly magics: CellParts;
}

/**
 * Reads cells that make up one program. Python names flow from cell to cell; a flag whose value stands in another cell
 * keeps its value and gets the place of the id. Cells that are neither Python nor shell say nothing.
 */
export function readCodeCells(cells: readonly CodeCell[], previous?: CodeCellsReading): CodeCellsReading {
  const python: Numbered[] = cells.flatMap(({ text, language }, index) =>
    language === 'python' ? [{ index, text, magics: readMagics(text) }] : [],
  );
  const linked = linkParts(
    python.map(cell => cell.magics.python),
    previous?.linked,
  );
  const found = cells.map(() => ({ references: [] as Reference[], codeHazards: [] as CodeHazard[] }));
  const place = (at: Span) => {
    const part = linked.starts.findLastIndex(start => start <= at.start);
    const cell = python[part];
    return cell && { index: cell.index, start: linked.starts[part]!, length: cell.text.length };
  };
  for (const reference of linked.references) {
    const home = place(reference.span);
    if (home) found[home.index]!.references.push(atHome(reference, home));
  }
  for (const hazard of linked.codeHazards) {
    const home = place(hazard.span);
    if (home) found[home.index]!.codeHazards.push(hazardAtHome(hazard, -home.start));
  }
  for (const { index, magics } of python) {
    for (const command of magics.commands) addShell(found[index]!, command.text, command);
  }
  cells.forEach(({ text, language }, index) => {
    if (language === 'shell') addShell(found[index]!, text);
  });
  return {
    cells: found.map(each => ({ references: inOrder(each.references), codeHazards: each.codeHazards })),
    linked,
  };
}

function addShell(
  cell: { references: Reference[]; codeHazards: CodeHazard[] },
  text: string,
  excerpt?: Parameters<typeof liftReference>[1],
): void {
  const { references, codeHazards } = readShell(text, readPython);
  cell.references.push(...references.map(each => (excerpt ? liftReference(each, excerpt) : each)));
  cell.codeHazards.push(...codeHazards.map(each => (excerpt ? liftHazard(each, excerpt) : each)));
}

interface Home {
  readonly start: number;
  readonly length: number;
}

function atHome(reference: Reference, home: Home): Reference {
  const own = { start: home.start, end: home.start + home.length };
  return relocated(reference, {
    place: span => shifted(span, -home.start),
    placeStated: span => shifted(contains(own, span) ? span : reference.span, -home.start),
    pin: pin => (contains(own, pin.span) ? { ...pin, span: shifted(pin.span, -home.start) } : undefined),
  });
}

function hazardAtHome(hazard: CodeHazard, by: number): CodeHazard {
  const span = shifted(hazard.span, by);
  if (hazard.type !== 'unsafe-load' || !hazard.makeSafe) return { ...hazard, span };
  return { ...hazard, span, makeSafe: { ...hazard.makeSafe, span: shifted(hazard.makeSafe.span, by) } };
}
