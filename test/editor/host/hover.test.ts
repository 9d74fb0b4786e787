import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually, open, rangeOf } from './inEditor.ts';

async function cards(path: string, text: string): Promise<vscode.MarkdownString[]> {
  const document = await open(path);
  const range = rangeOf(document, text);
  const found = await eventually(
    `there is a card for ${text}`,
    () =>
      vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        range.start.translate(0, 3),
      ),
    // The card of the marks themselves is VS Code's own and no provider's.
    hovers => hovers.length > 0,
  );
  return found.flatMap(({ contents }) => contents.filter(content => content instanceof vscode.MarkdownString));
}

describe('hover cards', () => {
  it('say the verdict, who is meant and what was not checked; the diagnostics above say why', async () => {
    const [card] = await cards('train.py', 'EleuterAI/gpt-j-6B');
    assert.match(card!.value, /EleuterAI\/gpt-j-6B/);
    assert.match(card!.value, /caution/);
    assert.match(card!.value, /`EleutherAI\/gpt-j-6B` is, with/);
    assert.doesNotMatch(card!.value, /lookalike-publisher/);
    assert.match(card!.value, /Not checked/);
  });

  it('say what is known of an honest one', async () => {
    const [card] = await cards('train.py', 'meta-llama/Llama-3.1-8B-Instruct');
    assert.match(card!.value, /nothing speaks against it/);
    assert.match(card!.value, /downloads/);
  });

  it('run no HTML, and no command but the one that opens the report', async () => {
    for (const card of await cards('app/pipeline.py', 'Open-OSS/privacy-filter')) {
      assert.deepEqual(card.isTrusted ? card.isTrusted : { enabledCommands: [] }, {
        enabledCommands: ['modelTrust.openReport'],
      });
      assert.ok(!card.supportHtml);
    }
  });
});
