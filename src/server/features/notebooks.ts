import type { NotebookDocumentFilterWithCells } from 'vscode-languageserver';
import { EDITOR_LANGUAGES } from '../../core/languageWords.ts';

/** Which notebooks the editor keeps us informed of, cell by cell: never as raw JSON. */
export const notebookSelector: NotebookDocumentFilterWithCells[] = [
  {
    notebook: { notebookType: 'jupyter-notebook' },
    cells: EDITOR_LANGUAGES.map(language => ({ language })),
  },
];
