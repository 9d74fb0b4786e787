import type { SourceDocument } from './document.ts';
import { readInstructionHazards } from './instructions/readInstructionHazards.ts';
import type { Reading } from './reading.ts';
import { type NotebookReading, readCells } from './references/notebook/readNotebook.ts';
import { readSuppressions } from './rules/suppressions.ts';

/** The cells of a notebook as an editor holds them: each a text of its own, all of them one program. */
export interface CellsReading {
  /** One a cell, in their order; spans are the cell's own. */
  readonly cells: readonly Reading[];
  /** What makes reading the next version cheap. */
  readonly memory: NotebookReading;
}

/** Reads the cells of a notebook together, so that a name in one cell reaches its loader in another. */
export function readNotebookCells(documents: readonly SourceDocument[], previous?: CellsReading): CellsReading {
  const memory = readCells(documents, previous?.memory);
  const cells = documents.map((document, index): Reading => {
    const { references, codeHazards } = memory.cells[index]!;
    const hazards = [...codeHazards, ...readInstructionHazards(document)];
    return {
      ...document,
      references,
      hazards: hazards.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
      suppressions: readSuppressions(document.text),
    };
  });
  return { cells, memory };
}
