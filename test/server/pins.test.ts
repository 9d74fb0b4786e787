import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { languageOf } from '../../src/core/languageOf.ts';
import { readReferences } from '../../src/core/references/readReferences.ts';
import { isFullCommit } from '../../src/core/rules/revision.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { type HubFetchParams, methods } from '../../src/protocol.ts';
import { toRange } from '../../src/server/protocolRange.ts';
import { type Editor, openEditor } from './editor.ts';

const MAIN = '3f2a91c0d5b64e7f8a9b0c1d2e3f405162738495';
const STABLE = 'aaaabbbbccccddddeeeeffff0000111122223333';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});

/** A Hub that has every repo, and of each the branches `main` and `stable`. */
function answer({ url }: HubFetchParams) {
  const [, , kind, ...rest] = decodeURIComponent(new URL(url).pathname).split('/');
  const name = rest.join('/').replace(/\/(?:revision|tree|scan|commits|resolve)\b.*/s, '');
  const revision = /\/revision\/(.*)/s.exec(rest.join('/'))?.[1] ?? 'main';
  const isInfo = /^(?:models|datasets|spaces|kernels)$/.test(kind ?? '') && !/\/(?:tree|scan|commits)\b/.test(url);
  const sha = { main: MAIN, stable: STABLE }[revision];
  const body = { id: name, _id: '621ffdc036468d709f17434d', sha, lastModified: '2026-05-12T08:00:00.000Z', tags: [] };
  const found = isInfo && sha !== undefined;
  const text = Buffer.from(JSON.stringify(found ? body : { error: 'not here' })).toString('base64');
  return { status: found ? 200 : 404, headers: { 'content-type': 'application/json' }, body: text, complete: true };
}

async function openPinned() {
  editor = await openEditor({ initializationOptions: { hubFetch: true } });
  const urls: string[] = [];
  editor.client.onRequest(methods.hubFetch, (params: HubFetchParams) => {
    urls.push(params.url);
    return answer(params);
  });
  return { editor, urls };
}

const pinsIn = (actions: CodeAction[]): CodeAction[] => actions.filter(({ title }) => title.startsWith('Pin'));
const load = (rest: string): string =>
  `from transformers import AutoModel\nAutoModel.from_pretrained("acme-labs/m"${rest})\n`;

async function pinsFor(text: string) {
  const { editor, urls } = await openPinned();
  const file = await editor.open('file:///w/a.py', text);
  await file.diagnostics();
  const lines = new LineIndex(text);
  const start = text.indexOf('acme-labs');
  const range = toRange(lines, { start, end: start });
  return { file, urls, pins: pinsIn(await file.actions(range, [])) };
}

describe('the quick fix that pins', () => {
  it('names the commit, the branch and the day, and writes all 40 digits', async () => {
    const { file, pins } = await pinsFor(load(''));
    expect(pins.map(({ title, kind }) => [title, kind])).toEqual([
      ['Pin to commit 3f2a91c0… (main, 12 May 2026)', 'refactor.rewrite'],
    ]);
    await file.apply(pins[0]!);
    expect(file.text()).toContain(`from_pretrained("acme-labs/m", revision="${MAIN}")`);
  });

  it('takes the branch that the line names, which is asked for only now', async () => {
    const { file, pins } = await pinsFor(load(', revision="stable"'));
    expect(pins.map(({ title }) => title)).toEqual(['Pin to commit aaaabbbb… (stable, 12 May 2026)']);
    await file.apply(pins[0]!);
    expect(file.text()).toContain(`revision="${STABLE}"`);
  });

  it.each([
    ['is pinned already', load(`, revision="${MAIN}"`)],
    ['names a branch that is not there', load(', revision="gone"')],
    ['takes its revision from elsewhere', load(', revision=REVISION')],
    ['is only a link', '# https://huggingface.co/acme-labs/m\n'],
  ])('is not offered for what %s', async (_, text) => {
    expect((await pinsFor(text)).pins).toEqual([]);
  });

  it('is not offered for what an advisory lists', async () => {
    const { editor } = await openPinned();
    const text = load('').replace('acme-labs/m', 'Open-OSS/privacy-filter');
    const file = await editor.open('file:///w/a.py', text);
    const [listed] = await file.diagnostics();
    expect(listed?.code).toBe('known-malicious');
    expect(pinsIn(await file.actions(listed!.range, [listed!]))).toEqual([]);
  });

  it('mends what is marked about it', async () => {
    const { editor } = await openPinned();
    const text = load(', trust_remote_code=True');
    const file = await editor.open('file:///w/a.py', text);
    const diagnostics = await file.diagnostics();
    const marked = diagnostics.filter(({ code }) => code === 'remote-code');
    const [pin] = pinsIn(await file.actions(marked[0]!.range, marked));
    expect(pin).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'remote-code' }] });
  });
});

const root = join(import.meta.dirname, '..', 'labelled', 'files');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && !entry.name.endsWith('.ipynb'))
  .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
  .sort();

const read = (path: string, text: string) => readReferences({ path, language: languageOf(path), text }).references;
const isPinnable = (each: ReturnType<typeof read>[number]): boolean =>
  each.pins.length > 0 &&
  !each.link &&
  (each.revision.state === 'absent' ||
    (each.revision.state === 'known' && each.revision.value === 'main' && !isFullCommit(each.revision.value)));

/** The first and the last of each file. */
const cases = files.flatMap(path => {
  const text = readFileSync(join(root, path), 'utf8');
  const references = read(path, text);
  const places = references.flatMap((each, place) => (isPinnable(each) ? [place] : []));
  return [...new Set([places[0], places.at(-1)])].flatMap(place =>
    place === undefined ? [] : [{ path, text, place, id: references[place]!.id }],
  );
});

describe('in every syntax, the full commit is written where the load reads it', () => {
  it('the files have such places', () => expect(cases.length).toBeGreaterThan(40));

  it('each of them', { timeout: 60_000 }, async () => {
    const { editor } = await openPinned();
    for (const [n, { path, text, place, id }] of cases.entries()) {
      const before = read(path, text);
      const file = await editor.open(
        `file:///w/${n}/${path.replaceAll('\\', '/')}`,
        text,
        LANGUAGES[languageOf(path)] ?? languageOf(path),
      );
      const { span } = before[place]!;
      const pins = pinsIn(await file.actions(toRange(new LineIndex(text), span), []));
      const own = pins.find(({ title }) => title.startsWith('Pin to') || title.startsWith(`Pin ${id} `));
      expect(own, `${path} ${id}`).toBeDefined();
      await file.apply(own!);
      const after = read(path, file.text());
      expect(
        after.map(each => each.id),
        path,
      ).toEqual(before.map(each => each.id));
      expect(after[place]!.revision, `${path} ${id}`).toMatchObject({ state: 'known', value: MAIN });
      await file.close();
    }
  });
});

/** An editor's word for a language, where it is another one than ours. */
const LANGUAGES: Readonly<Record<string, string>> = { shell: 'shellscript' };
