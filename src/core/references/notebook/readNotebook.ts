import { LineIndex } from '../../text/lineIndex.ts';
import { type CellReading, type CodeCell, type CodeCellsReading, readCodeCells } from '../code/readCodeCells.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import { liftHazard, liftReference } from '../lift.ts';
import { type MarkdownReading, readMarkdown } from '../markdown/readMarkdown.ts';
import type { CellPosition, Reference } from '../reference.ts';
import { type FileCell, fileCells } from './cells.ts';

/** What the cells of a notebook say, each in offsets of its own text. */
export interface NotebookReading {
  readonly cells: readonly CellReading[];
  readonly code: CodeCellsReading;
  readonly markdown: ReadonlyMap<string, MarkdownReading>;
}

/** Reads the cells of a notebook as an editor holds them: each a text of its own. Names flow between code cells. */
export function readCells(cells: readonly CodeCell[], previous?: NotebookReading): NotebookReading {
  const code = readCodeCells(cells, previous?.code);
  const markdown = new Map<string, MarkdownReading>();
  for (const { text, language } of cells) {
    if (language === 'markdown') markdown.set(text, previous?.markdown.get(text) ?? readMarkdown(text));
  }
  const merged = cells.map(({ text, language }, index) =>
    language === 'markdown' ? markdown.get(text)! : code.cells[index]!,
  );
  return { cells: merged, code, markdown };
}

/** What an `.ipynb` file says, in offsets of the file. */
export interface NotebookFileReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  readonly notebook: NotebookReading;
  /** The cells, for whoever looks for something else in them. */
  readonly cells: readonly FileCell[];
}

/** Reads an `.ipynb` file as it lies on the disk. */
export function readNotebookFile(text: string, previous?: NotebookFileReading): NotebookFileReading {
  const cells = fileCells(text);
  const notebook = readCells(
    cells.map(({ excerpt, language }) => ({ text: excerpt.text, language })),
    previous?.notebook,
  );
  const references: Reference[] = [];
  const codeHazards: CodeHazard[] = [];
  cells.forEach((fileCell, at) => {
    const { excerpt } = fileCell;
    const found = notebook.cells[at]!;
    if (found.references.length + found.codeHazards.length === 0) return;
    const cell = cellPositions(fileCell);
    references.push(
      ...found.references.map(each => ({ ...liftReference(each, excerpt), cell: cell(each.span.start) })),
    );
    codeHazards.push(...found.codeHazards.map(each => ({ ...liftHazard(each, excerpt), cell: cell(each.span.start) })));
  });
  return { references: inOrder(references), codeHazards, notebook, cells };
}

/** Where in its cell an offset of the cell's text is. */
export function cellPositions({ index, excerpt }: FileCell): (start: number) => CellPosition {
  const lines = new LineIndex(excerpt.text);
  return start => {
    const { line, column } = lines.position(start);
    return { index, line: line + 1, column };
  };
}
