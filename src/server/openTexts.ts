import { type Connection, NotebookDocuments, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What is judged together: one file, or the cells of one notebook in their order. */
export interface Unit {
  /** The file's, or the notebook's. */
  readonly uri: string;
  readonly notebook: boolean;
  readonly texts: readonly TextDocument[];
}

export interface OpenTexts {
  /** The open unit of this address: a file's, a notebook's, or that of the notebook which holds this cell. */
  readonly unit: (uri: string) => Unit | undefined;
  readonly text: (uri: string) => TextDocument | undefined;
  readonly units: () => readonly Unit[];
}

export interface TextEvents {
  readonly opened: (unitUri: string) => void;
  readonly changed: (unitUri: string) => void;
  /** These texts are no longer open; `unitUri` is closed when it is not open any more. */
  readonly closed: (unitUri: string, texts: readonly string[]) => void;
}

/** Follows what the editor has open. */
export function followTexts(connection: Connection, events: TextEvents): OpenTexts {
  const files = new TextDocuments(TextDocument);
  const notebooks = new NotebookDocuments(TextDocument);
  const openNotebooks = new Set<string>();

  // Opening is told twice: as itself, and as a change of content.
  const justOpened = new Set<string>();
  files.onDidOpen(({ document }) => justOpened.add(document.uri));
  files.onDidChangeContent(({ document: { uri } }) => {
    if (justOpened.delete(uri)) events.opened(uri);
    else events.changed(uri);
  });
  files.onDidClose(({ document }) => events.closed(document.uri, [document.uri]));
  notebooks.onDidOpen(({ uri }) => {
    openNotebooks.add(uri);
    events.opened(uri);
  });
  notebooks.onDidChange(({ notebookDocument: { uri }, cells }) => {
    const removed = cells?.removed.flatMap(cell => cell?.document ?? []) ?? [];
    if (removed.length > 0) events.closed(uri, removed);
    events.changed(uri);
  });
  notebooks.onDidClose(({ uri, cells }) => {
    openNotebooks.delete(uri);
    const texts = cells.map(cell => cell.document);
    events.closed(uri, texts);
  });
  files.listen(connection);
  notebooks.listen(connection);

  function unit(uri: string): Unit | undefined {
    const file = files.get(uri);
    if (file) return { uri, notebook: false, texts: [file] };
    const notebook = notebooks.getNotebookDocument(uri) ?? notebooks.findNotebookDocumentForCell(uri);
    if (!notebook || !openNotebooks.has(notebook.uri)) return undefined;
    return {
      uri: notebook.uri,
      notebook: true,
      texts: notebook.cells.flatMap(cell => notebooks.getCellTextDocument(cell) ?? []),
    };
  }

  return {
    unit,
    text: uri => files.get(uri) ?? notebooks.cellTextDocuments.get(uri),
    units: () => [...files.keys(), ...openNotebooks].flatMap(uri => unit(uri) ?? []),
  };
}
