import { expect, test } from 'vitest';
import type { Facts } from '../../src/core/facts/facts.ts';
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
