import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust } from './bundledCli.ts';

const entry = (list: string, what: string) => `${list}:\n  - ${what}\n    reason: because\n    date: 2026-11-20\n`;
const BLOCK = entry('blocked', 'publisher: meta-llama');
const APPROVE = entry('approved', 'repo: EleuterAI/gpt-j-6B');
const load = (id: string) => `from transformers import AutoModel\nm = AutoModel.from_pretrained("${id}")\n`;
const FILES = { 'good.py': load('meta-llama/Llama-3.1-8B'), 'odd.py': load('EleuterAI/gpt-j-6B') };

describe('the policy on the command line', () => {
  test.each([
    ['blocks by itself', { 'good.py': FILES['good.py'], 'model-trust.yaml': BLOCK }, [], 1],
    ['approves by itself', { 'odd.py': FILES['odd.py'], 'model-trust.yaml': APPROVE }, [], 0],
    [
      'does not approve where files are not trusted',
      { 'odd.py': FILES['odd.py'], 'model-trust.yaml': APPROVE },
      ['--no-inline-ignores'],
      1,
    ],
    [
      'approves where it is named',
      { 'odd.py': FILES['odd.py'], 'p.yaml': APPROVE },
      ['--no-inline-ignores', '--policy', 'p.yaml'],
      0,
    ],
    [
      'takes the place of the one that lies there',
      { 'good.py': FILES['good.py'], 'model-trust.yaml': BLOCK, 'p.yaml': APPROVE },
      ['--policy', 'p.yaml'],
      0,
    ],
    ['must be there where it is named', { 'good.py': FILES['good.py'] }, ['--policy', 'p.yaml'], 3],
    [
      'ends the run where it is more than one document',
      { 'good.py': FILES['good.py'], 'model-trust.yaml': `approved: []\n---\n${BLOCK}` },
      [],
      3,
    ],
    [
      'ends the run where it is longer than 64 KB',
      { 'good.py': FILES['good.py'], 'model-trust.yaml': `${BLOCK}# ${'x'.repeat(64 * 1024)}\n` },
      [],
      3,
    ],
    [
      'ends the run where it is longer than anybody would read',
      { 'good.py': FILES['good.py'], 'model-trust.yaml': `${BLOCK}# ${'x'.repeat(1024 * 1024)}\n` },
      [],
      3,
    ],
    ['ends the run where it cannot be read', { 'good.py': FILES['good.py'], 'model-trust.yaml/in-the-way': '' }, [], 3],
    ['ends the run where it has mistakes', { 'good.py': FILES['good.py'], 'model-trust.yaml': 'blokced: []\n' }, [], 3],
  ])('%s', async (_name, files, args, code) => {
    const run = await modelTrust(['scan', '--offline', ...args], {
      cwd: temporaryFolder(files as Record<string, string>),
    });
    expect(run, run.stderr).toMatchObject({ code });
  });

  test('says where its mistakes are', async () => {
    const cwd = temporaryFolder({ 'model-trust.yaml': `${BLOCK}blokced: []\n` });
    const { stderr } = await modelTrust(['scan', '--offline'], { cwd });
    expect(stderr).toContain('model-trust.yaml:5: There is no blokced in a policy');
  });

  test('decides for bare ids too', async () => {
    const cwd = temporaryFolder({ 'model-trust.yaml': BLOCK + APPROVE });
    const { stdout } = await modelTrust(
      ['check', '--offline', '--format', 'jsonl', 'meta-llama/Llama-3.1-8B', 'EleuterAI/gpt-j-6B'],
      { cwd },
    );
    const told = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(told.map(({ verdict, decision }) => [verdict, decision.what])).toEqual([
      ['dangerous', 'blocked'],
      ['trusted', 'approved'],
    ]);
  });
});
