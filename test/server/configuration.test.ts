import { afterEach, describe, expect, it } from 'vitest';
import { type Editor, type EditorOptions, openEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});
const SQUAT = 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';
const URI = 'file:///w/sub/train.py';

async function withSettings(settings: Record<string, unknown>, options: EditorOptions = {}) {
  let current = settings;
  editor = await openEditor({
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    settings: () => current,
    ...options,
  });
  const file = await editor.open(URI, SQUAT);
  return {
    codes: async () => (await file.diagnostics()).map(({ code, severity }) => `${code} ${severity}`),
    async change(next: Record<string, unknown>) {
      current = next;
      const before = editor!.published.length;
      await editor!.client.sendNotification('workspace/didChangeConfiguration', { settings: { modelTrust: next } });
      const { diagnostics } = await editor!.publication(({ uri }) => uri === URI, before);
      return diagnostics.map(({ code, severity }) => `${code} ${severity}`);
    },
  };
}

describe('settings', () => {
  const cases: [string, Record<string, unknown>, string[]][] = [
    ['none', {}, ['lookalike-publisher 2']],
    ['a louder rule', { rules: { 'lookalike-publisher': 'error' } }, ['lookalike-publisher 1']],
    ['a rule off', { rules: { 'lookalike-publisher': 'off' } }, []],
    ['a rule as a hint, which is never marked', { rules: { 'lookalike-publisher': 'hint' } }, []],
    ['a level that there is not', { rules: { 'lookalike-publisher': 'loud' } }, ['lookalike-publisher 2']],
    ['the id ignored, in another case', { ignored: { 'eluetherai/GPT-J-6b': ['lookalike-publisher'] } }, []],
    ['the id ignored altogether', { ignored: { 'EluetherAI/gpt-j-6B': ['*'] } }, []],
    ['every id ignored for the rule', { ignored: { '*': ['lookalike-publisher'] } }, []],
    ['another id ignored', { ignored: { 'someone/else': ['*'] } }, ['lookalike-publisher 2']],
    ['another rule ignored', { ignored: { '*': ['unsafe-load'] } }, ['lookalike-publisher 2']],
    ['nonsense', { enable: 'yes', rules: [], ignored: 3, exclude: 'x', advisories: [7] }, ['lookalike-publisher 2']],
  ];
  it.each(cases)('%s', async (_, settings, expected) => {
    expect(await (await withSettings({ rules: { 'lookalike-publisher': 'information' } })).change(settings)).toEqual(
      expected,
    );
  });

  it('switch everything off, and on again', async () => {
    const file = await withSettings({});
    expect(await file.codes()).toEqual(['lookalike-publisher 2']);
    expect(await file.change({ enable: false })).toEqual([]);
    expect(await file.change({})).toEqual(['lookalike-publisher 2']);
  });

  it.each([['train.py'], ['sub/'], ['*.py'], ['**/sub/*.{py,md}']])('leave out what %s matches', async pattern => {
    const file = await withSettings({});
    expect(await file.codes()).toHaveLength(1);
    expect(await file.change({ exclude: [pattern] })).toEqual([]);
  });

  it('hold for each file as the client says', async () => {
    editor = await openEditor({
      settings: uri => (uri?.includes('/quiet/') ? { rules: { 'lookalike-publisher': 'off' } } : {}),
    });
    const quiet = await editor.open('file:///w/quiet/a.py', SQUAT);
    const loud = await editor.open('file:///w/loud/a.py', SQUAT);
    expect(await quiet.diagnostics()).toEqual([]);
    expect(await loud.diagnostics()).toHaveLength(1);
  });

  it('come with the handshake from a client that cannot be asked', async () => {
    const file = await withSettings(
      {},
      { capabilities: {}, initializationOptions: { settings: { rules: { 'lookalike-publisher': 'error' } } } },
    );
    expect(await file.codes()).toEqual(['lookalike-publisher 1']);
    expect(await file.change({ rules: { 'lookalike-publisher': 'off' } })).toEqual([]);
  });
});

describe('the engine', () => {
  it('works on without an advisory file that cannot be read, and says so', async () => {
    const { shippedEngine } = await import('../support/engine.ts');
    editor = await openEditor({
      settings: () => ({ advisories: ['/gone.json'] }),
      world: {
        loadEngine: async advisories =>
          advisories.length > 0
            ? { problem: 'The file /gone.json is not there.' }
            : { engine: shippedEngine(), warnings: [] },
      },
    });
    const file = await editor.open(URI, SQUAT);
    expect(await file.diagnostics()).toHaveLength(1);
    expect(editor.statuses.at(-1)).toMatchObject({ state: 'limited', detail: expect.stringContaining('/gone.json') });
  });

  it('says when its own data cannot be read, and stays silent on the files', async () => {
    editor = await openEditor({ world: { loadEngine: async () => ({ problem: 'The name index is missing.' }) } });
    await editor.open(URI, SQUAT);
    await expect.poll(() => editor!.statuses.at(-1)?.state).toBe('failed');
    expect(editor.statuses.at(-1)?.detail).toContain('The name index is missing.');
    expect(editor.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});
