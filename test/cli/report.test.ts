import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type ReplayHub, startReplayHub } from '../hub/replay/replayHub.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust, type RunOptions } from './bundledCli.ts';
import { schemaProblems } from './schemas.ts';

let hub: ReplayHub | undefined;

afterEach(async () => {
  await hub?.stop();
  hub = undefined;
});

async function report(args: string[], options: RunOptions = {}) {
  hub ??= await startReplayHub({ scenarios: ['open-oss'] });
  const cache = join(temporaryFolder(), 'cache');
  return modelTrust(['report', ...args], {
    ...options,
    env: { HF_ENDPOINT: hub.url, MODEL_TRUST_CACHE: cache, ...options.env },
  });
}

describe('report', { timeout: 120_000 }, () => {
  test('tells a person what is known, and ends as its findings say', async () => {
    const { stdout, code } = await report(['Open-OSS/privacy-filter']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Model Trust: Open-OSS\/privacy-filter, a model on the Hub\n\nVerdict\n {2}dangerous/);
    for (const title of [
      'Evidence',
      'Publisher',
      'Numbers',
      'Files',
      'If it was used already',
      'What no such tool can see',
    ])
      expect(stdout).toMatch(new RegExp(`^${title}$`, 'm'));
    expect(stdout).toContain('No workspace was searched.');
    expect((await report(['openai/privacy-filter'])).code).toBe(0);
    expect((await report(['Open-OSS/privacy-filter', '--fail-on', 'never'])).code).toBe(0);
  });

  test('tells a program the same, as its schema says, with the assessment that check gives', async () => {
    const { stdout } = await report(['Open-OSS/privacy-filter', '--format', 'json']);
    const told = JSON.parse(stdout);
    expect(schemaProblems('report', told)).toEqual([]);
    expect(told.assessment).toMatchObject({ id: 'Open-OSS/privacy-filter', kind: 'model', verdict: 'dangerous' });
    expect(told.verdict.verdict).toBe('dangerous');
  });

  test('finds the places that name it under the paths that are given', async () => {
    const cwd = temporaryFolder({
      'a.py': 'from transformers import pipeline\npipeline("token-classification", model="open-oss/privacy-filter")\n',
      'b.py': 'from transformers import pipeline\npipeline("token-classification", model="openai/privacy-filter")\n',
    });
    const { stdout } = await report(['Open-OSS/privacy-filter', '.', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).uses).toMatchObject([{ path: 'a.py', line: 2, link: false }]);
    const missing = await report(['openai/privacy-filter', 'nowhere'], { cwd });
    expect(missing.code).toBe(3);
  });

  test('judges by what scan finds at the places that are given', async () => {
    hub = await startReplayHub({ scenarios: ['demo'] });
    const cwd = temporaryFolder({
      'a.py':
        'from transformers import AutoModel\nAutoModel.from_pretrained("triage-team/legacy-scorer", trust_remote_code=True)\n',
    });
    const bare = await report(['triage-team/legacy-scorer'], { cwd });
    expect(bare.stdout).toMatch(/clear: no warning, but read what was found/);
    expect(bare.stdout).not.toMatch(/nothing speaks against|Nothing that was looked at speaks/i);
    expect(bare.code).toBe(0);
    const { stdout, code } = await report(['triage-team/legacy-scorer', '.', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).assessment).toMatchObject({
      verdict: 'caution',
      signals: [{ rule: 'remote-code', severity: 'warning' }, {}],
    });
    expect(code).toBe(1);
    const env = { HF_ENDPOINT: hub.url, MODEL_TRUST_CACHE: join(temporaryFolder(), 'cache') };
    const scanned = await modelTrust(['scan', '.', '--format', 'json'], { cwd, env });
    expect(scanned.stdout).toContain('"verdict": "caution"');
  });

  test('writes a page that is whole, and Markdown', async () => {
    const cwd = temporaryFolder();
    const { stdout } = await report(['openai/privacy-filter', '--format', 'html', '-o', 'report.html'], { cwd });
    expect(stdout).toBe('');
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    const markdown = await report(['openai/privacy-filter', '--format', 'markdown']);
    expect(markdown.stdout).toMatch(/^### Model Trust: `openai\/privacy-filter`/);
  });

  test('asks nobody offline, and says what was not checked', async () => {
    const { stdout, code } = await report(['jane-student/my-first-bert', '--offline']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/unknown: not enough is known to judge/);
    expect(stdout).toContain('look-ups are turned off by --offline');
    expect(hub!.requests).toEqual([]);
  });

  test('knows the kind by either way of saying it', async () => {
    for (const args of [['datasets/org/name'], ['org/name', '--kind', 'dataset']]) {
      const { stdout } = await report([...args, '--format', 'json', '--offline']);
      expect(JSON.parse(stdout)).toMatchObject({ id: 'org/name', kind: 'dataset' });
    }
    const { stdout } = await report(['org/name', '--revision', 'v1', '--offline']);
    expect(stdout).toContain('asked for at revision v1');
  });

  test.each([
    [[], 'Which repo?'],
    [['not an id'], 'is not an id'],
    [['org/name', '--kind', 'toaster'], 'Use one of: model, dataset, space'],
    [['spaces/org/name', '--kind', 'dataset'], 'Leave one of them out'],
    [['org/name', '--format', 'sarif'], 'not part of this version yet'],
  ])('says what is wrong with %j', async (args, says) => {
    const { stderr, code } = await report(args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});
