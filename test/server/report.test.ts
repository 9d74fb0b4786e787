import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { exchangeOver } from '../../src/hub/exchange.ts';
import { methods, parseMessage, ReportAnswer } from '../../src/protocol.ts';
import { movedInTime } from '../hub/replay/movedInTime.ts';
import { startReplayHub } from '../hub/replay/replayHub.ts';
import { type Editor, openEditor } from './editor.ts';

let folder: string;
let editor: Editor | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(async () => {
  await editor?.close();
  editor = undefined;
  rmSync(folder, { recursive: true });
});

async function open(): Promise<Editor> {
  editor = await openEditor({ workspaceFolders: [{ uri: URI.file(folder).toString(), name: 'w' }] });
  return editor;
}

const ask = async (id: string, kind = 'model'): Promise<ReportAnswer> => {
  const answer = await editor!.client.sendRequest(methods.report, { id, kind });
  // What is sent must be what the other side takes, to the last member.
  expect(parseMessage(ReportAnswer, answer)).toEqual(answer);
  return answer as ReportAnswer;
};

describe('the report of a repo', () => {
  it('says that nobody searched, before a scan', async () => {
    await open();
    const { report, places } = await ask('Open-OSS/privacy-filter');
    expect(report?.verdict.verdict).toBe('dangerous');
    expect(report?.uses).toBeNull();
    expect(places).toEqual([]);
  });

  const SOME = 'from transformers import AutoModel\nm = AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n';
  const usesOf = async (id: string) => {
    const { report } = await ask(id);
    return [report?.openFilesOnly, report?.uses?.map(({ path, line }) => `${path}:${line}`)];
  };

  it('names the places of the open texts before a scan, new ones and those from elsewhere too', async () => {
    await open();
    const uri = URI.file(join(folder, 'deep', 'load.py')).toString();
    const own = await editor!.open(uri, SOME);
    const fresh = await editor!.open('untitled:Untitled-1', SOME);
    await Promise.all([own.diagnostics(), fresh.diagnostics()]);
    expect(await usesOf('EluetherAI/gpt-j-6B')).toEqual([true, ['Untitled-1:2', 'deep/load.py:2']]);
    const { places, report } = await ask('EluetherAI/gpt-j-6B');
    expect(places.map(({ uri }) => uri)).toEqual(['untitled:Untitled-1', uri]);
    expect(report?.evidence.map(({ rule }) => rule)).toContain('lookalike-publisher');
    expect(await usesOf('openai-community/gpt2')).toEqual([true, []]);
    const pins = await editor!.client.sendRequest(methods.pinEverywhere, {
      id: 'EluetherAI/gpt-j-6B',
      kind: 'model',
      commit: 'a'.repeat(40),
    });
    expect(pins).toMatchObject({ files: [{ uri }, { uri: 'untitled:Untitled-1' }], left: 0 });
  });

  it('names the open texts that no scan reads beside what the scan has read, and none of them twice', async () => {
    writeFileSync(join(folder, 'load.py'), SOME);
    await open();
    const own = await editor!.open(URI.file(join(folder, 'load.py')).toString(), `\n${SOME}`);
    const fresh = await editor!.open('untitled:Untitled-1', SOME);
    await Promise.all([own.diagnostics(), fresh.diagnostics()]);
    await editor!.client.sendRequest(methods.scan, { token: 't' });
    expect(await usesOf('EluetherAI/gpt-j-6B')).toEqual([undefined, ['Untitled-1:2', 'load.py:3']]);
  });

  it('says that more is known when what is typed names it, and is silent when it does not', async () => {
    await open();
    const text = await editor!.open('untitled:Untitled-1', '\n');
    await text.diagnostics();
    expect(await usesOf('EluetherAI/gpt-j-6B')).toEqual([true, []]);
    const told: unknown[] = [];
    editor!.client.onNotification(methods.reportChanged, subject => void told.push(subject));
    await text.replace(SOME);
    await expect.poll(() => told, { timeout: 10_000 }).toEqual([{ id: 'EluetherAI/gpt-j-6B', kind: 'model' }]);
    expect(await usesOf('EluetherAI/gpt-j-6B')).toEqual([true, ['Untitled-1:2']]);
    await text.replace(`${SOME}\nprint(m)\n`);
    await new Promise(resolve => setTimeout(resolve, 1_500));
    expect(told).toHaveLength(1);
  });

  it('names the places of the workspace once it was scanned, and the id that is perhaps meant', async () => {
    writeFileSync(
      join(folder, 'load.py'),
      'from transformers import AutoModel\nm = AutoModel.from_pretrained("EluetherAI/gpt-j-6B", revision="main")\n',
    );
    await open();
    await editor!.client.sendRequest(methods.scan, { token: 't' });
    const { report, places, intended } = await ask('EluetherAI/gpt-j-6B');
    expect(report?.uses).toEqual([
      { path: 'load.py', line: 2, api: 'AutoModel.from_pretrained', link: false, revision: 'main' },
    ]);
    expect(places).toHaveLength(1);
    expect(intended).toMatch(/^EleutherAI\/gpt-j-6b$/i);
    expect(report?.evidence.map(({ rule }) => rule)).toContain('moving-revision');
    expect((await ask('openai-community/gpt2')).report?.uses).toEqual([]);
  });

  it("names the publisher's most popular repo, which nothing but a report or a card asks for", async () => {
    const hub = await startReplayHub({ scenarios: movedInTime(['open-oss'], Date.now()) });
    const lists = () => hub.requests.filter(({ url }) => url.includes('author=')).length;
    try {
      const settings = { hubUrl: hub.url };
      const world = { hub: { variables: {}, exchange: exchangeOver(fetch) } };
      editor = await openEditor({ settings: () => settings, world });
      const file = await editor.open('file:///w/a.py', 'AutoModel.from_pretrained("openai/privacy-filter")\n');
      await file.diagnostics();
      await expect.poll(() => hub.requests.length, { timeout: 20_000 }).toBeGreaterThan(4);
      expect(lists()).toBe(0);
      const popular = async () => (await ask('openai/privacy-filter')).report?.publisher.mostPopular?.id;
      await expect.poll(popular, { timeout: 20_000 }).toMatch(/^openai\//);
      expect(lists()).toBe(1);
    } finally {
      await hub.stop();
    }
  }, 60_000);

  it('tells it as Markdown and as HTML', async () => {
    await open();
    const text = (format: string) =>
      editor!.client.sendRequest(methods.reportText, { id: 'Open-OSS/privacy-filter', kind: 'model', format });
    expect(await text('markdown')).toMatch(/^#+ .*privacy-filter/m);
    expect(await text('html')).toMatch(/^<!doctype html>/i);
    expect(await text('pdf')).toBeNull();
  });

  it('answers a question that is none without falling over', async () => {
    await open();
    for (const odd of [null, 7, {}, { id: 3, kind: 'model' }, { id: 'a/b', kind: 'planet' }]) {
      expect(await editor!.client.sendRequest(methods.report, odd)).toMatchObject({ problem: expect.any(String) });
    }
  });
});
