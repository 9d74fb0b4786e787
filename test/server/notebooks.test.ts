import { afterEach, describe, expect, it } from 'vitest';
import { type Editor, openEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});

const NOTEBOOK = 'file:///w/explore.ipynb';
const cellUri = (name: string): string => `vscode-notebook-cell:/w/explore.ipynb#${name}`;

type Cell = readonly [name: string, languageId: string, text: string];

async function openNotebook(...cells: Cell[]): Promise<void> {
  editor = await openEditor();
  await editor.client.sendNotification('notebookDocument/didOpen', {
    notebookDocument: {
      uri: NOTEBOOK,
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: cells.map(([name, language]) => ({ kind: language === 'markdown' ? 1 : 2, document: cellUri(name) })),
    },
    cellTextDocuments: cells.map(([name, languageId, text]) => ({ uri: cellUri(name), languageId, version: 1, text })),
  });
}

const change = (cells: object): Promise<void> =>
  editor!.client.sendNotification('notebookDocument/didChange', {
    notebookDocument: { uri: NOTEBOOK, version: 2 },
    change: { cells },
  });

const codes = async (name: string, version = 1, from = 0): Promise<unknown[]> => {
  const found = await editor!.publication(one => one.uri === cellUri(name) && one.version === version, from);
  return found.diagnostics.map(({ code }) => code);
};

const IMPORT: Cell = ['import', 'python', 'from transformers import AutoModel\n'];
const NAME: Cell = ['name', 'python', 'model_id = "EluetherAI/gpt-j-6B"\n'];
const LOAD: Cell = ['load', 'python', 'model = AutoModel.from_pretrained(model_id)\n'];

describe('notebooks', () => {
  it('are marked cell by cell; a name reaches its loader in another cell', async () => {
    await openNotebook(IMPORT, NAME, LOAD);
    expect(await codes('name')).toEqual(['lookalike-publisher']);
    expect(await codes('load')).toEqual([]);
  });

  it('lose the mark when the cell that loads goes', async () => {
    // A name that says "model" keeps its mark without a loader; this one does not say it.
    const choice: Cell = ['name', 'python', 'choice = "EluetherAI/gpt-j-6B"\n'];
    await openNotebook(IMPORT, choice, ['load', 'python', 'model = AutoModel.from_pretrained(choice)\n']);
    expect(await codes('name')).toEqual(['lookalike-publisher']);
    const before = editor!.published.length;
    await change({ structure: { array: { start: 2, deleteCount: 1 }, didClose: [{ uri: cellUri('load') }] } });
    expect(await codes('name', 1, before)).toEqual([]);
  });

  it('are read again when a cell is typed in', async () => {
    await openNotebook(IMPORT, NAME, LOAD);
    expect(await codes('name')).toEqual(['lookalike-publisher']);
    const text = 'model_id = "EleutherAI/gpt-j-6B"\n';
    await change({ textContent: [{ document: { uri: cellUri('name'), version: 2 }, changes: [{ text }] }] });
    expect(await codes('name', 2)).toEqual([]);
  });

  it('are read in their magics and their Markdown', async () => {
    await openNotebook(
      ['shell', 'python', '!hf download EluetherAI/gpt-j-6B\n'],
      ['text', 'markdown', 'See [it](https://huggingface.co/EluetherAI/gpt-j-6B).\n'],
    );
    expect(await codes('shell')).toEqual(['lookalike-publisher']);
    expect(await codes('text')).toEqual(['lookalike-publisher']);
  });

  it('have cards and fixes in their cells', async () => {
    await openNotebook(IMPORT, NAME, LOAD);
    const [diagnostic] = (await editor!.publication(one => one.uri === cellUri('name'))).diagnostics;
    const textDocument = { uri: cellUri('name') };
    const hover = await editor!.client.sendRequest('textDocument/hover', {
      textDocument,
      position: diagnostic!.range.start,
    });
    expect(JSON.stringify(hover)).toContain('lookalike-publisher');
    const request = { textDocument, range: diagnostic!.range, context: { diagnostics: [diagnostic] } };
    expect(await editor!.client.sendRequest('textDocument/codeAction', request)).toContainEqual(
      expect.objectContaining({ title: 'Use EleutherAI/gpt-j-6B', isPreferred: true }),
    );
  });

  it('leave no mark behind when they are closed', async () => {
    await openNotebook(IMPORT, NAME, LOAD);
    await codes('name');
    await editor!.client.sendNotification('notebookDocument/didClose', {
      notebookDocument: { uri: NOTEBOOK },
      cellTextDocuments: [IMPORT, NAME, LOAD].map(([name]) => ({ uri: cellUri(name) })),
    });
    await expect.poll(() => editor!.published.findLast(one => one.uri === cellUri('name'))?.diagnostics).toEqual([]);
  });
});
