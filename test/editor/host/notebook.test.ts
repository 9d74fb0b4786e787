import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventuallyMarks, quickFixes, rangeOf, workspaceFile } from './inEditor.ts';

async function cells(): Promise<vscode.TextDocument[]> {
  const notebook = await vscode.workspace.openNotebookDocument(workspaceFile('notebooks/explore.ipynb'));
  await vscode.window.showNotebookDocument(notebook);
  return notebook.getCells().map(cell => cell.document);
}

describe('notebooks', () => {
  it('are marked in their cells', async () => {
    const [, download, typo, honest] = await cells();
    const marks = await eventuallyMarks(typo!, 'the cell is marked', ({ length }) => length > 0);
    assert.deepEqual(marks, ['3 warning lookalike-publisher meta-Ilama/Llama-3.1-8B-Instruct']);
    await eventuallyMarks(download!, 'the honest download is left alone', ({ length }) => length === 0);
    await eventuallyMarks(honest!, 'the honest cell is left alone', ({ length }) => length === 0);
  });

  it('are mended in their cells', async () => {
    const typo = (await cells())[2]!;
    await eventuallyMarks(typo, 'the cell is marked', ({ length }) => length === 1);
    const actions = await quickFixes(typo, rangeOf(typo, 'meta-Ilama/Llama-3.1-8B-Instruct'));
    const use = actions.find(({ title }) => title === 'Use meta-llama/Llama-3.1-8B-Instruct');
    assert.ok(use?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(use.edit);
    await eventuallyMarks(typo, 'the mark is gone', ({ length }) => length === 0);
    assert.match(typo.getText(), /model_id = "meta-llama\/Llama-3\.1-8B-Instruct"/);
    await vscode.commands.executeCommand('undo');
  });
});
