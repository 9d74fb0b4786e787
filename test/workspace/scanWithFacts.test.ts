import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nothingKnown } from '../../src/core/facts/facts.ts';
import { lookUps } from '../../src/workspace/lookUps.ts';
import type { ScanResult } from '../../src/workspace/scan.ts';
import { scanWithFacts } from '../../src/workspace/scanWithFacts.ts';
import { shippedEngine } from '../support/engine.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const engine = shippedEngine();
const load = (id: string) => `from transformers import AutoModel\nm = AutoModel.from_pretrained("${id}")\n`;

async function scanned(files: Record<string, string>, whenAsked: (folder: string) => void = () => {}) {
  const base = temporaryFolder(files);
  const asked = lookUps({
    async lookUp({ id }) {
      whenAsked(base);
      return nothingKnown(`asked for ${id}`);
    },
    keyOf: engine.repoKey,
  });
  const results: ScanResult[] = [];
  const options = { base, judge: {}, lookUps: asked, offline: false };
  for await (const result of scanWithFacts(engine, ['.'], options)) results.push(result);
  return { base, facts: asked.facts, results: results.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

test('every file is told of once, and judged', async () => {
  const { results, facts, base } = await scanned({
    'a.py': load('EleuterAI/gpt-j-6B'),
    'b.py': 'x = 1\n',
    'c/d.py': load('EleuterAI/gpt-j-6B'),
  });
  expect(results.map(each => each.path)).toEqual(['a.py', 'b.py', 'c/d.py'].map(path => join(base, path)));
  const rules = results.map(each => each.type === 'scanned' && each.findings.map(({ rule }) => rule));
  expect(rules[0]).toContain('lookalike-publisher');
  expect(rules).toEqual([rules[0], [], rules[0]]);
  expect(facts({ id: 'EleuterAI/gpt-j-6B', kind: 'model' }).repo).toMatchObject({
    why: 'asked for EleuterAI/gpt-j-6B',
  });
});

test('a file that goes away while the Hub is asked is said to have gone, and nobody failed', async () => {
  const { results } = await scanned({ 'a.py': load('a/b') }, folder => rmSync(join(folder, 'a.py'), { force: true }));
  expect(results).toMatchObject([{ type: 'skipped', path: 'a.py', failed: false }]);
  expect(results[0]).toHaveProperty('why', expect.stringMatching(/, when the Hub had answered$/));
});
