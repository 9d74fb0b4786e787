import { afterEach, describe, expect, it } from 'vitest';
import { type Editor, openEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});
const SQUAT = 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';

/** The server is alive when it still marks what is to be marked. */
async function isAlive(): Promise<void> {
  const file = await editor!.open('file:///w/alive.py', SQUAT);
  expect((await file.diagnostics()).map(({ code }) => code)).toEqual(['lookalike-publisher']);
}

describe('the server lives on', () => {
  const garbage: [string, string, string][] = [
    ['nothing', 'python', ''],
    ['lone surrogates', 'python', `from_pretrained("\uD800/\uDC00")\n${SQUAT}`],
    ['a NUL', 'python', `from_pretrained("a/\0")\n`],
    ['a quote that never ends', 'python', `from_pretrained("${'a'.repeat(50_000)}`],
    ['brackets without end', 'python', `from_pretrained(${'['.repeat(5_000)}`],
    ['brackets without end in Markdown', 'markdown', `${'['.repeat(5_000)}(https://huggingface.co/a/b`],
    ['quotes in quotes', 'markdown', `${'>'.repeat(2_000)} run start.bat`],
    ['a shell line without end', 'shellscript', `hf download ${'\\\n'.repeat(2_000)}`],
    [
      'binary as a batch file',
      'bat',
      String.fromCharCode(...Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 65_536)),
    ],
    ['a language that nobody knows', 'brainfuck', '+++[>+++<-]'],
  ];
  it.each(garbage)('on %s', async (_, language, text) => {
    editor = await openEditor();
    const file = await editor.open(`file:///w/garbage.${language}`, text, language);
    await file.diagnostics();
    await isAlive();
    expect(editor.logged).toEqual([]);
  });

  it('when the engine throws, and says so once a time', async () => {
    const { shippedEngine } = await import('../support/engine.ts');
    const engine = shippedEngine();
    const throwing: typeof engine = {
      ...engine,
      read(document, previous) {
        if (document.text.includes('boom')) throw new Error('boom in the reader');
        return engine.read(document, previous);
      },
    };
    editor = await openEditor({ world: { loadEngine: async () => ({ engine: throwing, warnings: [] }) } });
    const file = await editor.open('file:///w/a.py', 'boom');
    await expect.poll(() => editor!.logged.filter(line => line.includes('boom in the reader')).length).toBe(1);
    expect(await file.hover('boom')).toBeNull();
    await isAlive();
  });

  it('on messages about documents that are not open', async () => {
    editor = await openEditor();
    const textDocument = { uri: 'file:///w/never.py', version: 3 };
    await editor.client.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text: 'x' }] });
    await editor.client.sendNotification('textDocument/didClose', { textDocument });
    const position = { line: 9, character: 9 };
    expect(await editor.client.sendRequest('textDocument/hover', { textDocument, position })).toBeNull();
    const range = { start: position, end: position };
    const context = { diagnostics: [] };
    expect(await editor.client.sendRequest('textDocument/codeAction', { textDocument, range, context })).toEqual([]);
    await isAlive();
  });

  it('on messages about notebooks that are not what they say', async () => {
    editor = await openEditor();
    const { client } = editor;
    const notebookDocument = { uri: 'file:///w/n.ipynb', version: 2 };
    const unknown = { kind: 2, document: 'vscode-notebook-cell:/w/n.ipynb#unknown' };
    const changes = [{ text: 'x' }];
    await client.sendNotification('notebookDocument/didChange', {
      notebookDocument,
      change: { cells: { data: [unknown] } },
    });
    await client.sendNotification('notebookDocument/didOpen', {
      notebookDocument: { ...notebookDocument, notebookType: 'jupyter-notebook', cells: [unknown] },
      cellTextDocuments: [],
    });
    const textContent = [{ document: { uri: 'vscode-notebook-cell:/w/n.ipynb#other', version: 1 }, changes }];
    await client.sendNotification('notebookDocument/didChange', {
      notebookDocument,
      change: { cells: { textContent } },
    });
    const data = [{ kind: 2, document: 'vscode-notebook-cell:/w/n.ipynb#third' }];
    await client.sendNotification('notebookDocument/didChange', { notebookDocument, change: { cells: { data } } });
    await isAlive();
  });

  it('on options that are none', async () => {
    editor = await openEditor({ initializationOptions: { workspaceTrusted: 'yes', docsUri: 7 } });
    await isAlive();
  });

  it('when a place beyond the end of the text is asked for', async () => {
    editor = await openEditor();
    await editor.open('file:///w/a.py', SQUAT);
    const request = { textDocument: { uri: 'file:///w/a.py' }, position: { line: 999, character: 999 } };
    expect(await editor.client.sendRequest('textDocument/hover', request)).toBeNull();
  });
});

describe('a file of 5,000 lines', () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => `value_${i} = compute(${i}, name="n${i}")  # ${i}`);
  lines[0] = 'from transformers import AutoModel';
  lines[2_500] = 'model = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")';
  const text = `${lines.join('\n')}\n`;

  it('is read, and an edit in it is followed', async () => {
    editor = await openEditor();
    const file = await editor.open('file:///w/large.py', text);
    expect((await file.diagnostics()).map(({ range }) => range.start.line)).toEqual([2_500]);
    await file.edit({ start: { line: 10, character: 0 }, end: { line: 10, character: 0 } }, '# one more\n');
    expect((await file.diagnostics()).map(({ range }) => range.start.line)).toEqual([2_501]);
  });
});
