import type { NotebookDocumentFilterWithCells } from 'vscode-languageserver';

/** Which notebooks the editor keeps us informed of, cell by cell: never as raw JSON. */
export const notebookSelector: NotebookDocumentFilterWithCells[] = [
  {
    notebook: { notebookType: 'jupyter-notebook' },
    cells: [{ language: 'python' }, { language: 'markdown' }, { language: 'shellscript' }],
  },
];
