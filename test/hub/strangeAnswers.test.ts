import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/core/facts/facts.ts';
import { cardIn, jsonOf } from '../../src/hub/answerBody.ts';
import { factsService } from '../../src/hub/factsService.ts';
import { shippedEngine } from '../support/engine.ts';
import { askStranger } from './askStranger.ts';

const ASKED = { id: 'qarlolab/amodel', kind: 'model' } as const;
const isInfo = (path: string) => /^\/api\/models\/[^/]+\/[^/?]+(?:\?|$)/.test(path);

test.each(['qarlolab/bmodel")\nimport os; os.system("id")  #', '/b', 'a/..', 'a/b/c', 'a/\ud800', 'a/b\n', ''])(
  'an answer that calls the repo %j is not understood, and offers no fix',
  async id => {
    const { service } = askStranger(path => (isInfo(path) ? { body: { id } } : undefined));
    const facts = await service.lookUp(ASKED);
    expect(facts.repo).toEqual({ state: 'unknown', why: 'the answer was not understood' });
  },
);

test.each(['..', 'a/b', 'main', '\ud800', 'f'.repeat(41)])('a commit %j is not told', async sha => {
  const { service, asked } = askStranger(path => (isInfo(path) ? { body: { id: ASKED.id, sha } } : undefined));
  const { repo } = await service.lookUp(ASKED);
  expect(repo.state === 'known' && repo.value).toMatchObject({ id: ASKED.id });
  expect(repo.state === 'known' && repo.value.sha).toBeUndefined();
  expect(asked).toContain(`/api/models/${ASKED.id}/tree/main?recursive=true&expand=true`);
});

test('whatever goes wrong inside, a look-up does not reject', async () => {
  const client = { lookUp: () => Promise.reject(new Error('a case that nobody thought of')) };
  const service = factsService({ client, now: () => 0 });
  expect((await service.lookUp(ASKED)).repo.state).toBe('unknown');
});

test('no rule offers as a fix what is no possible id', () => {
  const engine = shippedEngine();
  const text = `from transformers import AutoModel\nAutoModel.from_pretrained("${ASKED.id}")\n`;
  const id = 'qarlolab/bmodel")\nimport os  #';
  const source = { host: 'mirror.example', asOf: 0 };
  const value = { id, tags: [], baseModels: [], datasets: [], code: { custom: false, modules: [] } };
  const nothing = { state: 'unknown', why: 'x' } as const;
  const repo = { state: 'known', value, source } as const;
  const facts: Facts = { repo, publisher: nothing, files: nothing, scan: nothing, commits: nothing, card: nothing };
  const findings = engine.judge(engine.read({ path: 'a.py', language: 'python', text }), { facts: () => facts });
  expect(findings.map(({ rule }) => rule)).toContain('moved-repo');
  expect(JSON.stringify(findings.map(({ fixes }) => fixes))).not.toContain('import os');
});

test('a list of files without end is cut, and said to be a part', async () => {
  const page = Array.from({ length: 30_000 }, (_, at) => ({ type: 'file', path: `${at}` }));
  const { service } = askStranger(path =>
    isInfo(path) ? { body: { id: ASKED.id } } : path.includes('/tree/') ? { body: page } : undefined,
  );
  const { files } = await service.lookUp(ASKED);
  expect(files).toMatchObject({ state: 'known', partial: 'only the first 20000 files were read' });
  expect(files.state === 'known' && files.value.length).toBe(20_000);
});

describe('an answer that is made to be costly', () => {
  const MB8 = 8 * 1024 * 1024;
  const costly: readonly (readonly [string, string])[] = [
    ['opens 8 million lists', '['.repeat(MB8)],
    ['opens and closes 30,000 lists', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['opens a million objects', '{"a":'.repeat(MB8 / 5)],
    ['holds a million objects', `[${'{},'.repeat(1_000_000)}{}]`],
    ['holds two million numbers', `[${'1,'.repeat(2_000_000)}1]`],
    ['never ends a string', `{"id":"${'\\"'.repeat(1_000_000)}`],
  ];

  test.each(costly)('and %s is told as one that cannot be read, at once', (_, body) => {
    const answer = { type: 'content' as const, body: Buffer.from(body), complete: true };
    const read = () => jsonOf({ ...answer, status: 200, headers: {}, url: '', redirected: false, asOf: 0 });
    const before = process.cpuUsage();
    expect(read()).toBeUndefined();
    const { user, system } = process.cpuUsage(before);
    // A parser takes seconds for most of these. Some milliseconds are spent here; a busy machine may make more of them.
    expect((user + system) / 1000).toBeLessThan(200);
  });

  test.each(costly)('and %s leaves the rest of the repo known', async (_, body) => {
    const { service } = askStranger(path =>
      isInfo(path) ? { body: { id: ASKED.id } } : path.includes('/tree/') ? { body } : undefined,
    );
    const { repo, files } = await service.lookUp(ASKED);
    expect(repo.state).toBe('known');
    expect(files).toEqual({ state: 'unknown', why: 'the answer was not understood' });
  });

  test('does not take one for costly that honest repos have', () => {
    const name = 'a "quoted" \\ name, with [brackets] {in it}';
    const deep = JSON.stringify({ a: { b: [[[{ c: [name, name] }]]] } });
    const page = JSON.stringify(Array.from({ length: 20_000 }, () => ({ type: 'file', path: name, size: 1, lfs: {} })));
    for (const text of [deep, page, '""', '"\\\\"', '0', '[]', '{"a":"["}']) {
      const body = Buffer.from(text);
      const answer = { type: 'content' as const, status: 200, headers: {}, url: '', redirected: false, asOf: 0 };
      expect(jsonOf({ ...answer, body, complete: true })).toEqual(JSON.parse(text));
    }
  });
});

test('a repo whose files cannot all be named in one answer is asked for without them', async () => {
  const siblings = Array.from({ length: 60_000 }, (_, at) => ({
    rfilename: `data/train-${at}-of-60000.parquet.zst.bin`,
  }));
  const { service, asked } = askStranger(path => {
    if (!isInfo(path)) return undefined;
    return { body: { id: ASKED.id, likes: 7, ...(path.includes('siblings') && { siblings }) } };
  });
  const { repo } = await service.lookUp(ASKED);
  expect(repo.state === 'known' && repo.value.likes).toBe(7);
  expect(asked.filter(isInfo)).toHaveLength(2);
});

test('what is asked of a publisher is cut where no publisher has as much to tell', async () => {
  const { service } = askStranger(path => {
    if (isInfo(path)) return { body: { id: ASKED.id } };
    return path.includes('/overview') ? { body: { user: 'qarlolab', padding: 'x'.repeat(300_000) } } : undefined;
  });
  expect((await service.lookUp(ASKED)).publisher).toEqual({ state: 'unknown', why: 'the answer was not understood' });
});

test.each([
  ['text/plain; charset=utf-8', true],
  ['application/octet-stream', true],
  ['text/html; charset=utf-8', false],
  ['application/json', false],
])('a card that begins like a page and comes as %s is read: %s', (type, isRead) => {
  const card = '<!doctype html>\nRun `start.bat`.';
  const body = new TextEncoder().encode(card);
  const headers = { 'content-type': type };
  const how = { status: 200, complete: true, url: '', redirected: false, asOf: 0 };
  const answer = { type: 'content' as const, headers, body, ...how };
  expect(cardIn(answer)).toBe(isRead ? card : undefined);
});
