import { afterEach, describe, expect, it } from 'vitest';
import { type Editor, type EditorOptions, openEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});
const open = async (text: string, options?: EditorOptions) => {
  editor = await openEditor(options);
  return editor.open('file:///w/train.py', text);
};

const SQUAT = 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';
const TWO = `${SQUAT}other = AutoModel.from_pretrained("EluetherAI/gpt-neox-20b")\n`;

describe('quick fixes', () => {
  it('put the intended id in place, and the finding is gone', async () => {
    const file = await open(SQUAT);
    const [diagnostic] = await file.diagnostics();
    const actions = await file.actions(diagnostic!.range, [diagnostic!]);
    const fix = actions.find(action => action.isPreferred);
    expect(fix?.title).toBe('Use EleutherAI/gpt-j-6B');
    await file.apply(fix!);
    expect(file.text()).toContain('from_pretrained("EleutherAI/gpt-j-6B")');
    expect(await file.diagnostics()).toEqual([]);
  });

  it('that two rules mean alike are one, and it mends both', async () => {
    const file = await open('from transformers import AutoModel\nAutoModel.from_pretrained("EleuterAI/gpt-j-6B")\n');
    const diagnostics = await file.diagnostics();
    expect(diagnostics.map(({ code }) => code)).toEqual(['lookalike-publisher', 'known-malicious']);
    const actions = await file.actions(diagnostics[0]!.range, diagnostics);
    const uses = actions.filter(({ title }) => title.startsWith('Use '));
    expect(uses.map(({ diagnostics: mended }) => mended?.map(({ code }) => code))).toEqual([
      ['lookalike-publisher', 'known-malicious'],
    ]);
    await file.apply(uses[0]!);
    expect(await file.diagnostics()).toEqual([]);
  });

  it('make a load safe', async () => {
    const file = await open('import torch\nstate = torch.load("pytorch_model.bin", weights_only=False)\n');
    const [diagnostic] = await file.diagnostics();
    expect(diagnostic?.code).toBe('unsafe-load');
    const fix = (await file.actions(diagnostic!.range, [diagnostic!])).find(action => action.isPreferred);
    await file.apply(fix!);
    expect(file.text()).toContain('weights_only=True');
    expect(await file.diagnostics()).toEqual([]);
  });

  it('silence a finding on its line', async () => {
    const file = await open(SQUAT);
    const [diagnostic] = await file.diagnostics();
    const actions = await file.actions(diagnostic!.range, [diagnostic!]);
    const ignore = actions.find(({ title }) => title === 'Ignore lookalike-publisher on this line');
    await file.apply(ignore!);
    expect(file.text()).toContain('# model-trust: ignore[lookalike-publisher]');
    expect(await file.diagnostics()).toEqual([]);
  });

  it('come first, and the silences of many findings of one place are one', async () => {
    const text = 'from transformers import AutoModel\nAutoModel.from_pretrained("EleuterAI/gpt-j-6B")\n';
    const file = await open(text, { initializationOptions: { ignoreInWorkspace: true } });
    const diagnostics = await file.diagnostics();
    // As where a third rule speaks of the same place.
    const [first] = diagnostics;
    const data = { ...(first!.data as object), rule: 'velocity' };
    const actions = await file.actions(first!.range, [...diagnostics, { ...first!, code: 'velocity', data }]);
    expect(actions.map(({ title }) => title)).toEqual([
      'Use EleutherAI/gpt-j-6B',
      'Ignore all 3 findings on this line',
      'Ignore all 3 findings for EleuterAI/gpt-j-6B in this workspace',
    ]);
    await file.apply(actions[1]!);
    expect(file.text()).toContain('# model-trust: ignore[lookalike-publisher, known-malicious, velocity]');
    expect((await file.diagnostics()).map(({ code }) => code)).not.toContain('known-malicious');
    expect(actions[2]!.command!.arguments).toMatchObject([
      { rules: ['lookalike-publisher', 'known-malicious', 'velocity'] },
    ]);
  });

  const ignoresOf = async (text: string, options: EditorOptions = {}) => {
    const file = await open(text, { initializationOptions: { ignoreInWorkspace: true }, ...options });
    const diagnostics = await file.diagnostics();
    const actions = await file.actions(diagnostics[0]!.range, diagnostics);
    return {
      codes: diagnostics.map(({ code }) => code),
      ignores: actions.flatMap(({ title }) => (title.startsWith('Ignore') ? title : [])),
    };
  };
  const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;

  it('silence nothing of a repo that is listed as malicious', async () => {
    const { codes, ignores } = await ignoresOf(load('Open-OSS/privacy-filter'));
    expect(codes).toEqual(['known-malicious']);
    expect(ignores).toEqual([]);
  });

  it('silence nothing of a listed repo where the editor asks about another of its findings alone', async () => {
    const file = await open(load('Open-OSS/privacy-filter'));
    const [listed] = await file.diagnostics();
    const other = { ...listed!, code: 'velocity', data: { ...(listed!.data as object), rule: 'velocity' } };
    const titles = (await file.actions(listed!.range, [other])).map(({ title }) => title);
    expect(titles.filter(title => title.startsWith('Ignore'))).toEqual([]);
  });

  it('silence nothing of what the team blocks', async () => {
    const policy = 'version: 1\nblocked:\n  - repo: org-a/one\n    reason: not for us\n';
    const folder = { uri: 'file:///w', name: 'w' };
    const { codes, ignores } = await ignoresOf(load('org-a/one'), {
      workspaceFolders: [folder],
      world: { policyText: async () => policy },
    });
    expect(codes).toContain('blocked-by-policy');
    expect(ignores).toEqual([]);
  });

  it('silence the rest once somebody has written by hand that the listing is known', async () => {
    const text = load('Open-OSS/privacy-filter').replace(/\n$/, '  # model-trust: ignore[known-malicious]\n');
    const file = await open(text);
    const own = await file.diagnostics();
    expect(own.map(({ code }) => code)).not.toContain('known-malicious');
  });

  it('leave the workspace settings to a client that can write them', async () => {
    const title = 'Ignore lookalike-publisher for EluetherAI/gpt-j-6B in this workspace';
    const plain = await open(SQUAT);
    const [diagnostic] = await plain.diagnostics();
    expect((await plain.actions(diagnostic!.range, [diagnostic!])).map(one => one.title)).not.toContain(title);
    await editor!.close();
    const able = await open(SQUAT, { initializationOptions: { ignoreInWorkspace: true } });
    const action = (await able.actions(diagnostic!.range, await able.diagnostics())).find(one => one.title === title);
    expect(action?.command).toMatchObject({
      command: 'modelTrust.ignoreInWorkspace',
      arguments: [{ rule: 'lookalike-publisher', id: 'EluetherAI/gpt-j-6B', uri: 'file:///w/train.py' }],
    });
  });

  it('name the version they are for, and are withheld when it is gone', async () => {
    const file = await open(SQUAT);
    const diagnostics = await file.diagnostics();
    await file.edit({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '\n');
    expect(await file.actions(diagnostics[0]!.range, diagnostics)).toEqual([]);
  });

  it('stay away from a selection over several findings', async () => {
    const file = await open(TWO);
    const diagnostics = await file.diagnostics();
    expect(diagnostics.length).toBeGreaterThan(1);
    const everything = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    expect(await file.actions(everything, diagnostics)).toEqual([]);
    expect(await file.actions(diagnostics[0]!.range, [diagnostics[0]!])).not.toEqual([]);
  });

  it('come only to those who ask for quick fixes', async () => {
    const file = await open(SQUAT);
    const diagnostics = await file.diagnostics();
    const answer = await editor!.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: 'file:///w/train.py' },
      range: diagnostics[0]!.range,
      context: { diagnostics, only: ['source.organizeImports'] },
    });
    expect(answer).toEqual([]);
  });

  it('take no foreign data for their own', async () => {
    const file = await open(SQUAT);
    const [diagnostic] = await file.diagnostics();
    const forged = [null, 7, {}, { rule: 'x', id: null, version: 1, fixes: [{ title: 1 }] }].map(data => ({
      ...diagnostic!,
      data,
    }));
    expect(await file.actions(diagnostic!.range, forged)).toEqual([]);
    expect(await file.actions(diagnostic!.range, [{ ...diagnostic!, source: 'other' }])).toEqual([]);
  });

  it('speak plainly to an editor without versioned edits', async () => {
    const file = await open(SQUAT, { capabilities: {} });
    const diagnostics = await file.diagnostics();
    const [fix] = await file.actions(diagnostics[0]!.range, diagnostics);
    expect(fix?.edit).toEqual({
      changes: { 'file:///w/train.py': [{ range: diagnostics[0]!.range, newText: 'EleutherAI/gpt-j-6B' }] },
    });
  });
});
