import { readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust } from './bundledCli.ts';

// Each is a process or two, and machines that run tests are busy.
vi.setConfig({ testTimeout: 120_000 });

const ids = Array.from({ length: 20_000 }, (_, i) => `org/model-${i}`).join('\n');

/** Nobody listens there, which is known at once. */
const NOT_THERE = { HF_ENDPOINT: 'http://127.0.0.1:9' };

describe('a process among others', () => {
  test('ends quietly when nobody reads on', async () => {
    const run = await modelTrust(['check', '--format', 'jsonl'], { input: ids, closeEarly: true });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.split('\n').length).toBeLessThan(20_000);
  });

  test('what was found before nobody read on still counts', async () => {
    const run = await modelTrust(['check', '--format', 'jsonl'], {
      input: `anthfu/DeepSeek-V4-Pro\n${ids}`,
      closeEarly: true,
    });
    expect(run).toMatchObject({ code: 1, stderr: '' });
  });

  test.each([
    ['offline', {}],
    ['and when all of them are read once more, for what a Hub that is not there would say', NOT_THERE],
  ])(
    'a workspace may be larger than memory: no report holds on to the texts it was made of, %s',
    async (_how, hub) => {
      const code = (i: number) => `m = AutoModel.from_pretrained("EleuterAI/gpt-j-6B-${i}")`;
      const script = (i: number) => `from transformers import AutoModel\n${code(i)}\n#${'x'.repeat(2_000_000)}\n`;
      const cwd = temporaryFolder(Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`${i}.py`, script(i)])));
      const env = { NODE_OPTIONS: '--max-old-space-size=80', ...hub };
      const run = await modelTrust(['scan', '--format', 'json', '--fail-on', 'never'], { cwd, env });
      expect(run.code).toBe(0);
      expect(JSON.parse(run.stdout).scanned).toMatchObject({ files: 45, references: 45 });
    },
    60_000,
  );

  test('ids by the ten thousand are looked up without being held', async () => {
    const env = { NODE_OPTIONS: '--max-old-space-size=48', ...NOT_THERE };
    const run = await modelTrust(['check', '--format', 'jsonl'], { input: ids, env });
    expect(run.code).toBe(0);
    expect(run.stdout.split('\n').length).toBe(20_001);
    expect(run.stderr).toMatch(/did not tell everything about 20,000 repos: no connection/);
  });

  test.skipIf(process.platform === 'win32').each([
    ['in the middle of its work', `${ids}\n`],
    ['while it waits for more to read', 'a/b\n'],
  ])('Ctrl+C %s exits 130 without a word, and leaves no half result', async (_when, input) => {
    const cwd = temporaryFolder();
    const interruptWhen = () => readdirSync(cwd).length > 0;
    const run = await modelTrust(['check', '-', '-o', 'out.txt'], { cwd, input, interruptWhen });
    expect(run).toEqual({ code: 130, stdout: '', stderr: '' });
    expect(readdirSync(cwd)).toEqual([]);
  });
});
