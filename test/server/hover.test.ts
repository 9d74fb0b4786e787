import { afterEach, describe, expect, it } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { type Editor, type EditorOptions, openEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});
const open = async (text: string, languageId = 'python', options?: EditorOptions) => {
  editor = await openEditor(options);
  return editor.open(languageId === 'markdown' ? 'file:///w/README.md' : 'file:///w/train.py', text, languageId);
};
const load = (id: string): string => `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${id}")\n`;
const textOf = (hover: Hover | null): string => (hover ? (hover.contents as MarkupContent).value : 'no hover');

describe('the hover card', () => {
  it('reads from what matters to what was not checked, in ten lines', async () => {
    const file = await open(load('EluetherAI/gpt-j-6B'));
    const hover = await file.hover('EluetherAI');
    expect(hover?.range).toEqual({ start: { line: 1, character: 35 }, end: { line: 1, character: 54 } });
    const lines = textOf(hover).split('\n').filter(Boolean);
    expect(lines[0]).toContain('`EluetherAI/gpt-j-6B`');
    expect(lines[1]).toContain('lookalike-publisher');
    expect(lines.at(-1)).toContain('Not checked');
    expect(lines.length).toBeLessThanOrEqual(10);
  });

  it('says of an honest model what is known', async () => {
    const file = await open(load('EleutherAI/gpt-j-6B'));
    expect(textOf(await file.hover('EleutherAI/'))).toMatch(/clear[\s\S]*downloads/);
  });

  it('answers for the text as it is now, without waiting for the typing to rest', async () => {
    const file = await open('\n');
    await file.diagnostics();
    await file.replace(load('EluetherAI/gpt-j-6B'));
    expect(textOf(await file.hover('EluetherAI'))).toContain('lookalike-publisher');
  });

  it('is not there where nothing is named', async () => {
    const file = await open(load('EleutherAI/gpt-j-6B'));
    expect(await file.hover('transformers')).toBeNull();
  });

  it('does not repeat in full what the editor shows right above it', async () => {
    const options = { initializationOptions: { diagnosticsInHover: true } };
    const file = await open(load('EluetherAI/gpt-j-6B'), 'python', options);
    const [diagnostic] = await file.diagnostics();
    const value = textOf(await file.hover('EluetherAI'));
    expect(value).toContain('`EleutherAI/gpt-j-6B` is, with');
    expect(value.replace(/[\\`]/g, '')).not.toContain(diagnostic!.message);
  });

  it('lets no word of a stranger become a link, a tag or a command', async () => {
    const evil = 'evil/[x](command:evil)<img src=x>`';
    const text = `[m](https://huggingface.co/evil/x)\n\n\`\`\`python\nAutoModel.from_pretrained("${evil}")\n\`\`\`\n`;
    const file = await open(text, 'markdown');
    for (const at of ['evil/x', 'evil/[x]']) {
      const hover = await file.hover(at);
      if (!hover) continue;
      expect(textOf(hover)).not.toMatch(/\]\(command:|<img/);
    }
  });

  it('stays away from an editor that shows plain text only', async () => {
    editor = await openEditor({ capabilities: {} });
    expect(editor.initialized.capabilities.hoverProvider).toBe(false);
  });
});
