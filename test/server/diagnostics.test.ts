import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { type Editor, type EditorOptions, openEditor } from './editor.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});
const open = async (options?: EditorOptions): Promise<Editor> => {
  editor = await openEditor(options);
  return editor;
};

const SQUAT = 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';
const HONEST = 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("EleutherAI/gpt-j-6B")\n';
const URI = 'file:///w/train.py';

describe('diagnostics', () => {
  it('mark the id alone, with the rule, its page and the version', async () => {
    const file = await (await open()).open(URI, SQUAT);
    const [diagnostic, ...others] = await file.diagnostics();
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      range: { start: { line: 1, character: 35 }, end: { line: 1, character: 54 } },
      severity: DiagnosticSeverity.Warning,
      source: 'model-trust',
      code: 'lookalike-publisher',
      codeDescription: { href: 'file:///docs/lookalike-publisher.md' },
      data: { rule: 'lookalike-publisher', id: 'EluetherAI/gpt-j-6B', version: 1 },
    });
    expect(diagnostic!.message).toContain('EleutherAI');
  });

  it('say nothing of an honest file', async () => {
    const file = await (await open()).open(URI, HONEST);
    expect(await file.diagnostics()).toEqual([]);
  });

  it('speak of the newest text only, however fast one types', async () => {
    const file = await (await open()).open(URI, '');
    let at = 0;
    for (const character of SQUAT) {
      const { line, character: column } = positionAt(SQUAT, at++);
      await file.edit({ start: { line, character: column }, end: { line, character: column } }, character);
    }
    const diagnostics = await file.diagnostics();
    expect(file.text()).toBe(SQUAT);
    expect(diagnostics.map(({ code }) => code)).toEqual(['lookalike-publisher']);
    const versions = editor!.published.filter(({ uri }) => uri === URI).map(({ version }) => version!);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(file.version());
    expect(versions.length).toBeLessThan(SQUAT.length / 4);
  });

  it('go when the text is mended and when the file is closed', async () => {
    const file = await (await open()).open(URI, SQUAT);
    expect(await file.diagnostics()).toHaveLength(1);
    await file.replace(HONEST);
    expect(await file.diagnostics()).toEqual([]);
    await file.replace(SQUAT);
    expect(await file.diagnostics()).toHaveLength(1);
    const before = editor!.published.length;
    await file.close();
    expect((await editor!.publication(({ uri }) => uri === URI, before)).diagnostics).toEqual([]);
  });

  it('point to the other places that name the same repo', async () => {
    const twice = `${SQUAT}again = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n`;
    const [first] = await (await (await open()).open(URI, twice)).diagnostics();
    expect(first!.relatedInformation).toMatchObject([{ location: { uri: URI, range: { start: { line: 2 } } } }]);
  });

  it('are not there where a comment silences them', async () => {
    const silenced = SQUAT.replace('")\n', '")  # model-trust: ignore[lookalike-publisher]\n');
    expect(await (await (await open()).open(URI, silenced)).diagnostics()).toEqual([]);
  });

  it('carry nothing but JSON', async () => {
    const [diagnostic] = await (await (await open()).open(URI, SQUAT)).diagnostics();
    expect(JSON.parse(JSON.stringify(diagnostic!.data))).toEqual(diagnostic!.data);
  });
});

describe('an untrusted workspace', () => {
  const silenced = SQUAT.replace('")\n', '")  # model-trust: ignore[lookalike-publisher]\n');

  it('cannot silence by comment until the user trusts it', async () => {
    const file = await (await open({ initializationOptions: { workspaceTrusted: false } })).open(URI, silenced);
    expect((await file.diagnostics()).map(({ code }) => code)).toEqual(['lookalike-publisher']);
    const before = editor!.published.length;
    await editor!.client.sendNotification('modelTrust/trustGranted');
    expect((await editor!.publication(({ uri }) => uri === URI, before)).diagnostics).toEqual([]);
  });

  it.each([
    'untrusted',
    7,
    { workspaceTrusted: 'no' },
    { workspaceTrusted: null },
    { workspaceTrusted: false, docsUri: 5 },
  ])('is not taken for a trusted one by options like %j', async initializationOptions => {
    const file = await (await open({ initializationOptions })).open(URI, silenced);
    expect((await file.diagnostics()).map(({ code }) => code)).toEqual(['lookalike-publisher']);
  });

  it('is offered no comment that would not be heard', async () => {
    const file = await (
      await open({ initializationOptions: { workspaceTrusted: false, ignoreInWorkspace: true } })
    ).open(URI, SQUAT);
    const [diagnostic] = await file.diagnostics();
    const titles = (await file.actions(diagnostic!.range, [diagnostic!])).map(({ title }) => title);
    expect(titles).toContain('Use EleutherAI/gpt-j-6B');
    expect(titles.filter(title => title.startsWith('Ignore'))).toEqual([]);
  });
});

function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
