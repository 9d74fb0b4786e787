import * as vscode from 'vscode';
import { NAME_GLOBS } from '../core/languageOf.ts';
import { EDITOR_LANGUAGES, WIDER_LANGUAGES } from '../core/languageWords.ts';

/** Where texts of a workspace come from; not `git:`, output panels and other texts that nobody edits. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

const NOTEBOOK = 'jupyter-notebook';

/** The texts that we read, and the cells of the notebooks. */
export const selector: { language: string; scheme?: string; pattern?: string; notebook?: string }[] = [
  ...EDITOR_LANGUAGES.flatMap(language => SCHEMES.map(scheme => ({ language, scheme }))),
  ...WIDER_LANGUAGES.flatMap(language =>
    NAME_GLOBS.flatMap(name => SCHEMES.map(scheme => ({ language, scheme, pattern: `**/${name}` }))),
  ),
  ...EDITOR_LANGUAGES.map(language => ({ language, notebook: NOTEBOOK })),
];

/** The same in the words of the editor's own interface. */
export const editorSelector: vscode.DocumentFilter[] = selector.map(({ notebook, ...filter }) =>
  notebook ? { ...filter, notebookType: notebook } : filter,
);

/** Calls `start` once a text is open that the server can read. */
export function startWhenNeeded(start: () => unknown): vscode.Disposable[] {
  const look = (document: vscode.TextDocument): void => {
    if (vscode.languages.match(editorSelector, document) > 0) start();
  };
  vscode.workspace.textDocuments.forEach(look);
  return [vscode.workspace.onDidOpenTextDocument(look)];
}
