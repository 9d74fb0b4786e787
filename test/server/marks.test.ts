import { afterEach, describe, expect, it } from 'vitest';
import { CodeLensRequest, InlayHintRequest } from 'vscode-languageserver/node';
import { reportLink } from '../../src/server/reportLink.ts';
import { type Editor, openEditor } from './editor.ts';

const URI = 'file:///w/load.py';
const TEXT = `from transformers import AutoModel
# https://huggingface.co/org-a/linked
model = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")
other = AutoModel.from_pretrained("org-a/one"), AutoModel.from_pretrained("org-a/one")
`;

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});

async function open(settings: unknown): Promise<Editor> {
  editor = await openEditor({
    settings: () => settings,
    initializationOptions: { openReport: true },
    capabilities: {
      workspace: { configuration: true },
      textDocument: { codeLens: {}, inlayHint: {}, hover: { contentFormat: ['markdown'] } },
    },
  });
  await editor.open(URI, TEXT);
  return editor;
}

const lenses = () => editor!.client.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } });
const hints = () =>
  editor!.client.sendRequest(InlayHintRequest.type, {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  });

describe('verdicts in the text', () => {
  it('are not there unless somebody wants them', async () => {
    await open({});
    expect([await lenses(), await hints()]).toEqual([[], []]);
  });

  it('stand above the lines that load something, and lead to the report', async () => {
    await open({ codeLens: true });
    expect(
      (await lenses())?.map(({ range, command }) => [range.start.line, command?.title, command?.arguments]),
    ).toEqual([
      [2, 'EluetherAI/gpt-j-6B: caution', [{ id: 'EluetherAI/gpt-j-6B', kind: 'model' }]],
      [3, 'org-a/one: unknown', [{ id: 'org-a/one', kind: 'model' }]],
    ]);
  });

  it('stand behind the ids and their closing quotes', async () => {
    await open({ inlayVerdicts: true });
    const lines = TEXT.split('\n');
    expect(
      (await hints())?.map(({ position: { line, character }, label }) => [lines[line]!.slice(0, character), label]),
    ).toEqual([
      ['model = AutoModel.from_pretrained("EluetherAI/gpt-j-6B"', 'caution'],
      ['other = AutoModel.from_pretrained("org-a/one"', 'unknown'],
      ['other = AutoModel.from_pretrained("org-a/one"), AutoModel.from_pretrained("org-a/one"', 'unknown'],
    ]);
  });
});

describe('the address of a report', () => {
  it('is one address whatever an id is made of, and says the id', () => {
    for (const id of ['a/b', 'a)b(c', 'a"b]c[d', "a'b`c\\d", 'a b\nc', '\u202ea', 'a&b#c?d%e', '\ud800x']) {
      const address = reportLink({ id, kind: 'model' });
      expect(address).toMatch(/^command:modelTrust\.openReport\?[A-Za-z0-9%]+$/);
      expect(JSON.parse(decodeURIComponent(address.slice(address.indexOf('?') + 1)))).toEqual([{ id, kind: 'model' }]);
    }
  });
});
