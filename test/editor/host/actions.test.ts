import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { diagnosticsOf, eventuallyMarks, quickFixes, rangeOf, ruleOf, write } from './inEditor.ts';

const TYPO = 'EleuterAI/pythia-160m';
const CODE = `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${TYPO}")\n`;

async function marked() {
  const document = await write(CODE);
  await eventuallyMarks(document, 'it is marked', ({ length }) => length === 1);
  const actions = await quickFixes(document, rangeOf(document, TYPO));
  return { document, actions };
}

const titled = (actions: vscode.CodeAction[], title: RegExp): vscode.CodeAction => {
  const found = actions.find(action => title.test(action.title));
  assert.ok(found, `${title} among ${actions.map(action => action.title).join(', ')}`);
  return found;
};

describe('quick fixes', () => {
  it('offer the id that is meant first, then the silences', async () => {
    const { actions } = await marked();
    assert.deepEqual(
      actions.map(({ title, isPreferred = false }) => [title, isPreferred]),
      [
        ['Use EleutherAI/pythia-160m', true],
        ['Open the trust report', false],
        ['Ignore lookalike-publisher on this line', false],
        ['Ignore lookalike-publisher for EleuterAI/pythia-160m in this workspace', false],
      ],
    );
  });

  it('put the id that is meant in its place', async () => {
    const { document, actions } = await marked();
    const { edit } = titled(actions, /^Use /);
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.equal(document.getText(), CODE.replace(TYPO, 'EleutherAI/pythia-160m'));
    await eventuallyMarks(document, 'the mark is gone', ({ length }) => length === 0);
  });

  it('write a comment that silences the line', async () => {
    const { document, actions } = await marked();
    const { edit } = titled(actions, /on this line$/);
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.match(document.lineAt(1).text, /pythia-160m"\) {2}# model-trust: ignore\[lookalike-publisher\]$/);
    await eventuallyMarks(document, 'the mark is gone', ({ length }) => length === 0);
  });

  it('write the silence for the workspace into its settings', async () => {
    const { document, actions } = await marked();
    const { command } = titled(actions, /in this workspace$/);
    assert.ok(command);
    try {
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      await eventuallyMarks(document, 'the mark is gone', ({ length }) => length === 0);
      const { workspaceValue } = vscode.workspace.getConfiguration('modelTrust').inspect('ignored') ?? {};
      assert.deepEqual(workspaceValue, { [TYPO]: ['lookalike-publisher'] });
    } finally {
      await vscode.workspace
        .getConfiguration('modelTrust')
        .update('ignored', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventuallyMarks(document, 'the mark is back', ({ length }) => length === 1);
  });

  it('make a load safe', async () => {
    const document = await write(`import torch
from huggingface_hub import hf_hub_download
torch.load(hf_hub_download("some-lab/some-model", "model.bin"), weights_only=False)
`);
    await eventuallyMarks(document, 'it is marked', marks => marks.some(mark => mark.includes('unsafe-load')));
    const unsafe = diagnosticsOf(document.uri).find(diagnostic => ruleOf(diagnostic) === 'unsafe-load');
    const { edit } = titled(await quickFixes(document, unsafe!.range), /weights_only=True/);
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.match(document.lineAt(2).text, /weights_only=True\)$/);
    await eventuallyMarks(document, 'the mark is gone', marks => !marks.some(mark => mark.includes('unsafe-load')));
  });
});
