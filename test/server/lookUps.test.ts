import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { exchangeOver } from '../../src/hub/exchange.ts';
import { type Models, methods } from '../../src/protocol.ts';
import { manyHonest } from '../hub/replay/manyHonest.ts';
import { movedInTime } from '../hub/replay/movedInTime.ts';
import { type ReplayHub, type ReplayHubOptions, startReplayHub } from '../hub/replay/replayHub.ts';
import { type Editor, type EditorOptions, openEditor, rulesTold } from './editor.ts';

let editor: Editor | undefined;
let hub: ReplayHub | undefined;
afterEach(async () => {
  await editor?.close();
  await hub?.stop();
  editor = undefined;
  hub = undefined;
});

const load = (id: string): string => `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${id}")\n`;
const textOf = (hover: Hover | null): string => (hover ? (hover.contents as MarkupContent).value : 'no hover');
const plain = (hover: Hover | null): string =>
  textOf(hover)
    .replace(/\\(.)/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** An editor whose server asks a replay Hub by itself. The story is told as of now, so that ages are those of then. */
async function start(hubOptions: ReplayHubOptions = {}, options: EditorOptions = {}) {
  hub = await startReplayHub({ scenarios: movedInTime(['open-oss'], Date.now()), ...hubOptions });
  const settings = { hubUrl: hub.url };
  editor = await openEditor({
    settings: () => settings,
    ...options,
    world: { hub: { variables: {}, exchange: exchangeOver(fetch) }, ...options.world },
  });
  return { hub, editor };
}

/** A machine that tests much at once is slow. */
vi.setConfig({ testTimeout: 60_000 });
const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 30_000 });
const asked = (name: string): number => hub!.requests.filter(({ url }) => url.includes(name)).length;

describe('what open texts name', () => {
  it('is marked at once by what is known, and again, as the same version, when the Hub has answered', async () => {
    const { editor, hub } = await start();
    hub.setFaults([{ name: 'slow-headers', on: '/api/' }]);
    const file = await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    const first = await file.diagnostics();
    expect(rulesTold({ diagnostics: first })).toContain('known-malicious');
    hub.setFaults([]);
  });

  it('gets what only the Hub knows, for the version that it speaks of', async () => {
    const { editor } = await start();
    await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    const told = await editor.publication(one => rulesTold(one).includes('launcher-files'));
    expect(told.version).toBe(1);
    expect(rulesTold(told)).toContain('same-name');
  });

  it('is asked for once, however often it is named', async () => {
    const { editor } = await start();
    await editor.open('file:///w/a.py', load('openai/privacy-filter') + load('openai/privacy-filter'));
    await editor.open('file:///w/b.py', load('openai/privacy-filter'));
    await eventually(() => asked('/api/models/openai/privacy-filter/scan')).toBe(1);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(asked('/api/models/openai/privacy-filter/scan')).toBe(1);
  });

  it('is not asked for while it is being typed', async () => {
    const { editor } = await start();
    const file = await editor.open('file:///w/a.py', load(''));
    for (const id of ['o', 'op', 'openai', 'openai/', 'openai/pri', 'openai/privacy-filt', 'openai/privacy-filter']) {
      await file.replace(load(id));
      await file.diagnostics();
    }
    await eventually(() => asked('openai/privacy-filter/scan')).toBe(1);
    const ids = new Set(
      hub!.requests.map(({ url }) => /^\/api\/models\/([^?]*?)(?:\?|\/(?:tree|scan|commits))/.exec(url)?.[1]),
    );
    ids.delete(undefined);
    expect([...ids]).toEqual(['openai/privacy-filter']);
  });

  it('does not use the quota up for a page of links', async () => {
    const { editor } = await start();
    const links = Array.from({ length: 300 }, (_, n) => `[m](https://huggingface.co/acme-labs/model-${n})`).join('\n');
    const code = '\n```python\nAutoModel.from_pretrained("openai/privacy-filter")\n```\n';
    await editor.open('file:///w/README.md', links + code, 'markdown');
    await eventually(() => asked('/api/models/acme-labs/')).toBeGreaterThan(10);
    await new Promise(resolve => setTimeout(resolve, 500));
    const repos = new Set(hub!.requests.map(({ url }) => /models\/(acme-labs\/model-\d+)/.exec(url)?.[1]));
    expect(repos.size).toBeLessThanOrEqual(21);
    expect(hub!.requests[0]!.url).toContain('openai/privacy-filter');
  });

  it('is asked for in whole: 200 repos, never more than 8 requests at a time', async () => {
    const { editor } = await start({ quota: { api: 1e6 } });
    const text = Array.from({ length: 500 }, (_, n) => load(`acme-labs/model-${n % 200}`)).join('');
    const file = await editor.open('file:///w/a.py', text);
    await file.diagnostics();
    const repos = () => new Set(hub!.requests.map(({ url }) => /models\/(acme-labs\/model-\d+)/.exec(url)?.[1])).size;
    await eventually(repos).toBeGreaterThanOrEqual(200);
    expect(hub!.mostAtOnce()).toBeLessThanOrEqual(8);
    expect(hub!.requests.length).toBe(200);
  });
});

describe('a short quota', () => {
  it('is not used up by what does not matter: a copied name comes first, and what was not asked says so', async () => {
    const decoys = manyHonest(60);
    const scenarios = [...movedInTime(['open-oss'], Date.now()), decoys];
    const { editor } = await start(
      { scenarios, quota: { api: 40 } },
      { settings: () => ({ hubUrl: hub!.url, rules: { 'known-malicious': 'off' } }) },
    );
    const ids = decoys.repos!.map(({ id }) => id);
    const file = await editor.open('file:///w/a.py', [...ids, 'Open-OSS/privacy-filter'].map(load).join(''));
    await editor.publication(one => rulesTold(one).includes('launcher-files'));
    expect(hub!.requests[0]!.url).toContain('Open-OSS/privacy-filter');
    await eventually(() => editor.statuses.at(-1)?.state).toBe('rate-limited');
    expect(hub!.requests.filter(({ status }) => status === 429)).toEqual([]);
    expect(plain(await file.hover(ids.at(-1)!))).toContain('quota of requests is used up');
  });
});

describe('a line that is older than the repo', () => {
  const text = load('openai/privacy-filter');
  const history = {
    known: () => new Map(text.split('\n').map(line => [line.trim(), Date.UTC(2023, 0, 1)])),
    learn: async () => true,
  };

  it('is marked: the name may have been used again', async () => {
    const { editor } = await start({}, { world: { history } });
    await editor.open('file:///w/a.py', text);
    const told = await editor.publication(one => rulesTold(one).includes('reborn-repo'));
    expect(told.version).toBe(1);
  });

  it('is not asked about in a workspace that is not trusted', async () => {
    let learned = 0;
    const watched = { ...history, learn: async () => ++learned > 0 };
    const { editor } = await start(
      {},
      { world: { history: watched }, initializationOptions: { workspaceTrusted: false } },
    );
    const file = await editor.open('file:///w/a.py', text);
    await eventually(async () => plain(await file.hover('openai/'))).toContain('Looked up at');
    expect(plain(await file.hover('openai/'))).not.toContain('reborn-repo');
    expect(learned).toBe(0);
  });
});

describe('a scan of the workspace', () => {
  it('looks up what the files name, says how far it is, and marks files that nobody has opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-trust-scan-'));
    try {
      writeFileSync(join(folder, 'a.py'), load('Open-OSS/privacy-filter') + load('openai/privacy-filter'));
      const workspaceFolders = [{ uri: URI.file(folder).toString(), name: 'w' }];
      const { editor } = await start({}, { workspaceFolders });
      const progress: unknown[] = [];
      editor.client.onNotification(methods.scanProgress, ({ lookUps }) => void progress.push(lookUps));
      const models: Models = await editor.client.sendRequest(methods.scan, { token: '1' });
      expect(models.complete).toBe(true);
      expect(models.models.map(({ id, verdict }) => [id, verdict])).toEqual([
        ['Open-OSS/privacy-filter', 'dangerous'],
        ['openai/privacy-filter', 'trusted'],
      ]);
      expect(rulesTold(editor.published.at(-1)!)).toContain('launcher-files');
      expect(progress.at(-1)).toEqual({ done: 2, of: 2 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the settings', () => {
  it('turn look-ups off: nobody is asked, and the status says so', async () => {
    const { editor } = await start({}, { settings: () => ({ lookUps: false }) });
    const file = await editor.open('file:///w/a.py', load('openai/privacy-filter'));
    expect(plain(await file.hover('openai/'))).toContain('look-ups are turned off');
    await eventually(() => editor.statuses.at(-1)?.state).toBe('local');
    expect(hub!.requests).toEqual([]);
  });

  it('never fall back to another Hub than the one that was meant', async () => {
    const { editor } = await start({}, { settings: () => ({ hubUrl: 'hub.example' }) });
    const file = await editor.open('file:///w/a.py', load('openai/privacy-filter'));
    await file.diagnostics();
    await expect
      .poll(() => editor.statuses.at(-1))
      .toMatchObject({
        state: 'limited',
        detail: expect.stringContaining('modelTrust.hubUrl'),
      });
  });

  it('are followed when they change', async () => {
    let lookUps = false;
    const { editor, hub } = await start({}, { settings: () => ({ lookUps, hubUrl: lookUps ? hub!.url : '' }) });
    await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    await editor.publication(one => one.diagnostics.length > 0);
    lookUps = true;
    await editor.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await editor.publication(one => rulesTold(one).includes('launcher-files'));
    expect(hub.requests.length).toBeGreaterThan(0);
  });
});

describe('the card', () => {
  it('of the fake tells its age, its numbers with their place, its launcher and whom it copies', async () => {
    const { editor } = await start();
    const file = await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    await editor.publication(one => rulesTold(one).includes('launcher-files'));
    const card = plain(await file.hover('Open-OSS'));
    expect(card).toMatch(/Publisher `Open-OSS`: a user, its account made 18 hours ago, 4 followers, 1 model/);
    expect(card).toContain('244,168 downloads in 30 days, 667 likes');
    expect(card).toMatch(/more downloads and more likes than any of [\d,]+ .* seen in their first day/);
    expect(card).toContain('start.bat');
    expect(card).toContain('openai/privacy-filter');
    expect(card).toMatch(/Looked up at 127\.0\.0\.1:\d+, \d+ \w+ 20\d\d, \d\d:\d\d UTC: repo, publisher, files/);
  });

  it('of the original is short and calm', async () => {
    const { editor } = await start();
    const file = await editor.open('file:///w/a.py', load('openai/privacy-filter'));
    await eventually(async () => plain(await file.hover('openai/'))).toContain('Most downloaded: `openai/');
    const card = plain(await file.hover('openai/'));
    expect(card).toMatch(/a verified organisation, its account made \d+ years ago, 35,180 followers/);
    expect(card).not.toMatch(/\*\*(?:error|warning|information)\*\*/);
    expect(card.split('\n').filter(Boolean).length).toBeLessThanOrEqual(6);
  });

  it('waits a moment, and then says that it is being looked up', async () => {
    const { editor, hub } = await start({ slowMs: 3_000 });
    hub.setFaults([{ name: 'slow-headers', on: '/api/' }]);
    const file = await editor.open('file:///w/a.py', load('openai/privacy-filter'));
    await file.diagnostics();
    const began = Date.now();
    expect(plain(await file.hover('openai/'))).toContain('Looking it up at 127.0.0.1');
    expect(Date.now() - began).toBeLessThan(1_500);
  });
});

describe('when the Hub cannot be reached', () => {
  it('the status and the card say so, and look-ups go on by themselves', async () => {
    const { editor, hub } = await start();
    await hub.down();
    const file = await editor.open('file:///w/a.py', load('openai/privacy-filter'));
    await file.diagnostics();
    await eventually(() => editor.statuses.at(-1)?.state).toBe('offline');
    await eventually(async () => plain(await file.hover('openai/'))).toContain('no connection');
  });

  it('a used-up quota is told with the time of its end', async () => {
    const { editor } = await start({ quota: { api: 6 } });
    await editor.open('file:///w/a.py', load('openai/privacy-filter') + load('Open-OSS/privacy-filter'));
    await eventually(() => editor.statuses.at(-1)?.state).toBe('rate-limited');
    expect(editor.statuses.at(-1)!.detail).toMatch(/used up until \d\d:\d\d\./);
  });
});

describe('a client that fetches for us', () => {
  it('is asked in place of our own network, without a token, and its failures are told', async () => {
    const { editor } = await start({}, { initializationOptions: { hubFetch: true, signedIn: true } });
    const urls: string[] = [];
    editor.client.onRequest(methods.hubFetch, async ({ url, headers, maxBytes }) => {
      urls.push(url);
      expect(headers.authorization).toBeUndefined();
      expect(maxBytes).toBeGreaterThan(0);
      const response = await fetch(url, { headers, redirect: 'manual' });
      const body = Buffer.from(await response.arrayBuffer()).toString('base64');
      return { status: response.status, headers: Object.fromEntries(response.headers), body, complete: true };
    });
    await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    await editor.publication(one => rulesTold(one).includes('launcher-files'));
    expect(urls.length).toBe(hub!.requests.length);
  });

  it.each([
    ['refuses', { failure: 'the user said no' }],
    ['answers with something else', { status: 'fine' }],
    ['answers nothing', null],
  ])('costs nothing but the facts when it %s', async (_, answer) => {
    const { editor } = await start({}, { initializationOptions: { hubFetch: true } });
    editor.client.onRequest(methods.hubFetch, (): unknown => answer);
    const file = await editor.open('file:///w/a.py', load('openai/privacy-filter'));
    await file.diagnostics();
    await eventually(() => editor.statuses.at(-1)?.state).toBe('offline');
    expect(hub!.requests).toEqual([]);
  });

  it('empties the cache, and everything is asked anew', async () => {
    const { editor } = await start();
    const file = await editor.open('file:///w/a.py', load('openai/privacy-filter'));
    await eventually(async () => plain(await file.hover('openai/'))).toContain('Looked up at');
    await editor.client.sendRequest(methods.clearCache);
    await eventually(() => asked('openai/privacy-filter/scan')).toBe(2);
  });
});
