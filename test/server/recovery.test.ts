import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Exchange, exchangeOver } from '../../src/hub/exchange.ts';
import { type HubFetchParams, type HubFetchResult, methods } from '../../src/protocol.ts';
import { movedInTime } from '../hub/replay/movedInTime.ts';
import { type ReplayHub, startReplayHub } from '../hub/replay/replayHub.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { type Editor, type EditorOptions, openEditor, rulesTold } from './editor.ts';

let editor: Editor | undefined;
let hub: ReplayHub | undefined;
afterEach(async () => {
  await editor?.close();
  await hub?.stop();
  editor = undefined;
  hub = undefined;
});
vi.setConfig({ testTimeout: 60_000 });

const load = (id: string): string => `from transformers import AutoModel\nmodel = AutoModel.from_pretrained("${id}")\n`;
const eventually = <T>(get: () => T) => expect.poll(get, { timeout: 30_000 });

/** An editor beside a replay Hub that a test turns off and on; what failed is asked again after half a second. */
async function start(exchange: Exchange = exchangeOver(fetch), options: EditorOptions = {}) {
  hub = await startReplayHub({ scenarios: [...movedInTime(['open-oss'], Date.now()), 'basics'] });
  editor = await openEditor({
    settings: () => ({ hubUrl: hub!.url }),
    ...options,
    world: { hub: { variables: {}, exchange, retryMs: 500 }, ...options.world },
  });
  return { hub, editor };
}

describe('look-ups go on by themselves, and the marks and the status say so', () => {
  it('when the connection comes back', async () => {
    const { editor, hub } = await start();
    await hub.down();
    await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    await eventually(() => editor.statuses.at(-1)?.state).toBe('offline');
    expect(editor.statuses.at(-1)!.detail).toMatch(
      /^No connection to 127\.0\.0\.1:\d+\. It is asked again by itself\./,
    );
    const before = editor.published.length;
    await hub.up();
    await editor.publication(one => rulesTold(one).includes('launcher-files'), before);
    await eventually(() => editor.statuses.at(-1)?.state).toBe('ready');
  });

  it('when the server gives answers again', async () => {
    const { editor, hub } = await start();
    hub.setFaults(['503']);
    await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    await eventually(() => editor.statuses.at(-1)?.detail).toMatch(
      /answers with errors \(status 503\)\. It is asked again/,
    );
    expect(editor.statuses.at(-1)!.state).toBe('offline');
    const before = editor.published.length;
    hub.setFaults([]);
    await editor.publication(one => rulesTold(one).includes('launcher-files'), before);
    await eventually(() => editor.statuses.at(-1)?.state).toBe('ready');
  });

  it('when the quota comes back, and not before', async () => {
    let limitedUntil = Date.now() + 60_000;
    let refused = 0;
    const { editor } = await start(async request => {
      if (Date.now() >= limitedUntil) return exchangeOver(fetch)(request);
      if (refused++ === 0) limitedUntil = Date.now() + 6_000;
      return { status: 429, headers: { 'retry-after': '6' }, body: new Uint8Array(), complete: true };
    });
    await editor.open('file:///w/a.py', load('Open-OSS/privacy-filter'));
    await eventually(() => editor.statuses.at(-1)?.state).toBe('rate-limited');
    const told = await editor.publication(one => rulesTold(one).includes('launcher-files'));
    expect(told.version).toBe(1);
    expect(Date.now()).toBeGreaterThanOrEqual(limitedUntil);
    expect(refused).toBe(1);
    await eventually(() => editor.statuses.at(-1)?.state).toBe('ready');
  });
});

describe('a token', () => {
  const HIDDEN = 'openai/hidden-project';

  /** A client that keeps the token, and sends what it has at the moment. */
  async function startWithClient(first: string | undefined) {
    let token = first;
    const cacheFolder = temporaryFolder();
    const markOf = (of: string | undefined) => of && `the mark of ${of}`;
    const who = () => (token === undefined ? { signedIn: false } : { signedIn: true, tokenMark: markOf(token)! });
    const { editor } = await start(undefined, {
      initializationOptions: { hubFetch: true, ...who() },
      world: { hub: { variables: {}, cacheFolder, retryMs: 500 } },
    });
    editor.client.onRequest<HubFetchResult, void>(
      methods.hubFetch,
      async ({ url, headers, tokenMark }: HubFetchParams): Promise<HubFetchResult> => {
        if (tokenMark !== (markOf(token) ?? '')) return { failure: 'the token is another one now' };
        const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
        const response = await fetch(url, { headers: { ...headers, ...authorization }, redirect: 'manual' });
        const body = Buffer.from(await response.arrayBuffer()).toString('base64');
        return { status: response.status, headers: Object.fromEntries(response.headers), body, complete: true };
      },
    );
    const file = await editor.open('file:///w/a.py', load(HIDDEN));
    const turnTo = async (next: string | undefined) => {
      token = next;
      await editor.client.sendNotification(methods.tokenChanged, who());
    };
    const card = async () => JSON.stringify(await file.hover(HIDDEN)).replaceAll('\\', '');
    return { editor, turnTo, card };
  }

  it('that is set, replaced or removed takes effect at once, and nobody sees what another saw', async () => {
    const { editor, turnTo, card } = await startWithClient(undefined);
    await editor.publication(one => rulesTold(one).includes('missing-repo'));
    for (const [token, isSeen] of [
      ['hf_replay_granted', true],
      [undefined, false],
      ['hf_replay_granted', true],
      ['hf_replay', false],
    ] as const) {
      const before = editor.published.length;
      const began = Date.now();
      await turnTo(token);
      await editor.publication(one => rulesTold(one).includes('missing-repo') === !isSeen, before);
      if (isSeen) await eventually(card).toContain('Looked up at');
      else await eventually(card).toContain('missing');
      // Half a minute is what a failure waits; this waits for nothing.
      expect(Date.now() - began).toBeLessThan(15_000);
    }
  });
});
