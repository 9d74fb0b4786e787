import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { type Models, methods, type ScanProgress } from '../../src/protocol.ts';
import { scan } from '../../src/workspace/scan.ts';
import { type Editor, type EditorOptions, openEditor } from './editor.ts';

const load = (id: string): string => `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${id}")\n`;
const SQUAT = load('EluetherAI/gpt-j-6B');
const HONEST = load('EleutherAI/gpt-j-6B');

let folder: string;
let editor: Editor | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
});
afterEach(async () => {
  await editor?.close();
  editor = undefined;
  rmSync(folder, { recursive: true });
});

const uriOf = (path: string): string => URI.file(join(folder, path)).toString();

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function open(options: EditorOptions = {}): Promise<Editor> {
  editor = await openEditor({ workspaceFolders: [{ uri: URI.file(folder).toString(), name: 'w' }], ...options });
  return editor;
}

const runScan = (): Promise<Models> => editor!.client.sendRequest(methods.scan, { token: 't' });

/** The marks of every file, as the editor has them now. */
function marks(): Record<string, string[]> {
  const latest = new Map(editor!.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  const marked = [...latest].filter(([, diagnostics]) => diagnostics.length > 0);
  return Object.fromEntries(
    marked.map(([uri, diagnostics]) => [
      uri.slice(URI.file(folder).toString().length + 1),
      diagnostics.map(one => String(one.code)),
    ]),
  );
}

const notebook = (id: string): string =>
  JSON.stringify({
    cells: [
      { cell_type: 'markdown', metadata: {}, source: ['# hello'] },
      { cell_type: 'code', metadata: {}, outputs: [], source: load(id).split(/(?<=\n)/) },
    ],
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  });

describe('the scan of the workspace', () => {
  it('marks files that nobody has opened, and lists the models, worst first', async () => {
    write({
      'a/train.py': SQUAT,
      'b.py': HONEST + HONEST,
      'ignored.py': SQUAT,
      '.gitignore': 'ignored.py\n',
      'x.txt': SQUAT,
    });
    await open();
    const models = await runScan();
    expect(models).toMatchObject({ complete: true, files: 3, findings: 1 });
    expect(models.models.map(({ key, verdict, places }) => [key, verdict, places.length])).toEqual([
      ['models/EluetherAI/gpt-j-6B', 'caution', 1],
      ['models/EleutherAI/gpt-j-6B', 'clear', 2],
    ]);
    expect(models.models[0]).toMatchObject({
      reasons: [expect.stringContaining('EleutherAI')],
      places: [{ uri: uriOf('a/train.py'), range: { start: { line: 1, character: 35 } }, severity: 'warning' }],
    });
    expect(marks()).toEqual({ 'a/train.py': ['lookalike-publisher'] });
  });

  it('says what a repo is barred from, and what the team has decided', async () => {
    write({
      'a.py': load('Open-OSS/privacy-filter') + HONEST,
      'model-trust.yaml':
        'approved:\n  - repo: EleutherAI/gpt-j-6B\n    reason: known for years\n    date: 2026-08-01\n',
    });
    await open();
    const { models } = await runScan();
    expect(models.map(({ id, barred, decision, pinnable }) => [id, barred, decision, pinnable])).toEqual([
      ['Open-OSS/privacy-filter', true, undefined, false],
      ['EleutherAI/gpt-j-6B', false, 'approved', false],
    ]);
  });

  it('finds the cell of a notebook', async () => {
    write({ 'n.ipynb': notebook('EluetherAI/gpt-j-6B') });
    await open();
    const { models } = await runScan();
    expect(models[0]?.places[0]?.cell).toEqual({ index: 1, line: 1, character: 35 });
    expect(marks()).toEqual({ 'n.ipynb': ['lookalike-publisher'] });
  });

  it('leaves out what the settings exclude and silence', async () => {
    write({ 'a/train.py': SQUAT, 'b/train.py': SQUAT });
    await open({ settings: () => ({ exclude: ['a/'], ignored: { 'EluetherAI/gpt-j-6B': ['*'] } }) });
    const models = await runScan();
    expect(models).toMatchObject({ files: 1, findings: 0 });
    expect(marks()).toEqual({});
  });

  it('takes the text of an open file from the editor, and the editor alone marks it', async () => {
    write({ 'train.py': SQUAT });
    await open();
    const file = await editor!.open(uriOf('train.py'), HONEST);
    await file.diagnostics();
    expect((await runScan()).models.map(({ id }) => id)).toEqual(['EleutherAI/gpt-j-6B']);
    expect(marks()).toEqual({});
    await file.close();
    await expect.poll(marks).toEqual({ 'train.py': ['lookalike-publisher'] });
  });

  it('knows a file again that the editor spells in another way', async () => {
    write({ 'train.py': SQUAT });
    await open();
    await runScan();
    const spelled = uriOf('train.py').replace('train', '%74rain');
    await (await editor!.open(spelled, HONEST)).diagnostics();
    await expect.poll(marks).toEqual({});
  });

  it('leaves no mark when it is forgotten while it runs', async () => {
    write(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${i}.py`, SQUAT])));
    const slowly: typeof scan = async function* (...args) {
      for await (const result of scan(...args)) {
        yield result;
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    };
    await open({ world: { scan: slowly } });
    const running = runScan();
    await editor!.publication(({ diagnostics }) => diagnostics.length > 0);
    await editor!.client.sendNotification(methods.clearScan);
    expect((await running).complete).toBe(false);
    expect(marks()).toEqual({});
  });

  it('is followed by the list when an open file changes', async () => {
    write({ 'train.py': SQUAT });
    await open();
    const told: Models[] = [];
    editor!.client.onNotification(methods.models, (models: Models) => void told.push(models));
    await runScan();
    const file = await editor!.open(uriOf('train.py'), HONEST);
    await file.diagnostics();
    await expect.poll(() => told.at(-1)?.models.map(({ id }) => id)).toEqual(['EleutherAI/gpt-j-6B']);
  });

  it('follows what changes on the disk', async () => {
    write({ 'train.py': SQUAT, 'other.py': HONEST });
    await open();
    await runScan();
    const changed = (path: string, type: number) =>
      editor!.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
    write({ 'other.py': SQUAT });
    await changed('other.py', 2);
    await expect.poll(marks).toEqual({ 'train.py': ['lookalike-publisher'], 'other.py': ['lookalike-publisher'] });
    unlinkSync(join(folder, 'train.py'));
    await changed('train.py', 3);
    await expect.poll(marks).toEqual({ 'other.py': ['lookalike-publisher'] });
    write({ 'train.py': SQUAT });
    await changed('train.py', 1);
    await expect.poll(marks).toEqual({ 'train.py': ['lookalike-publisher'], 'other.py': ['lookalike-publisher'] });
  });

  it('is done again when the settings change', async () => {
    write({ 'train.py': SQUAT });
    let settings = {};
    await open({ settings: () => settings });
    await runScan();
    expect(marks()).toEqual({ 'train.py': ['lookalike-publisher'] });
    settings = { rules: { 'lookalike-publisher': 'off' } };
    await editor!.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await expect.poll(marks, { timeout: 5000 }).toEqual({});
  });

  it('is forgotten with its marks on demand', async () => {
    write({ 'train.py': SQUAT });
    await open();
    await runScan();
    await editor!.client.sendNotification(methods.clearScan);
    await expect.poll(marks).toEqual({});
  });

  it('tells how far it is, and stops when it is cancelled with what it has', async () => {
    write(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${String(i).padStart(2, '0')}.py`, SQUAT])));
    const progress: ScanProgress[] = [];
    const source = new CancellationTokenSource();
    const slowly: typeof scan = async function* (...args) {
      for await (const result of scan(...args)) {
        yield result;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
    await open({ world: { scan: slowly } });
    editor!.client.onNotification(methods.scanProgress, (told: ScanProgress) => {
      progress.push(told);
      if (told.files > 5) source.cancel();
    });
    const models: Models = await editor!.client.sendRequest(methods.scan, { token: 'mine' }, source.token);
    expect(models.complete).toBe(false);
    expect(models.files).toBeGreaterThan(5);
    expect(models.files).toBeLessThan(40);
    expect(progress.every(({ token }) => token === 'mine')).toBe(true);
    expect(progress.map(({ files }) => files)).toEqual(progress.map(({ files }) => files).sort((a, b) => a - b));
  });

  it('survives a request that is none', async () => {
    await open();
    expect(await editor!.client.sendRequest(methods.scan, { token: 7 })).toMatchObject({ complete: false, models: [] });
    expect(editor!.logged.join('\n')).toContain('scan');
  });

  it('hears no comment in an untrusted workspace', async () => {
    write({ 'train.py': SQUAT.replace('")\n', '")  # model-trust: ignore[lookalike-publisher]\n') });
    await open({ initializationOptions: { workspaceTrusted: false } });
    expect((await runScan()).findings).toBe(1);
  });
});
