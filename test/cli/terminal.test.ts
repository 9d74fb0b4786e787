import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { startReplayHub } from '../hub/replay/replayHub.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrustOnTerminal } from './bundledCli.ts';

const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const BAD = 'from transformers import AutoModel\nm = AutoModel.from_pretrained("EleuterAI/gpt-j-6B")\n';
const SGR = /\u001b\[\d+m/;

describe.skipIf(!hasTerminal)('on a terminal', () => {
  test.each([
    // arguments, environment, colours
    [['scan'], {}, true],
    [['scan', '--no-color'], {}, false],
    [['scan'], { NO_COLOR: '1' }, false],
    [['scan'], { NO_COLOR: '' }, true],
    [['scan'], { TERM: 'dumb' }, false],
    [['scan', '--format', 'json'], {}, false],
    [['check', 'EleuterAI/gpt-j-6B'], {}, true],
    [['rules'], {}, true],
  ])('%j with %j: colours %s', async (args, env, colours) => {
    const { stdout } = await modelTrustOnTerminal(args, { cwd: temporaryFolder({ 'a.py': BAD }), env });
    expect(SGR.test(stdout)).toBe(colours);
  });

  test('shows progress in place, and takes it away before the result', async () => {
    const { stdout } = await modelTrustOnTerminal(['scan'], { cwd: temporaryFolder({ 'a.py': BAD }) });
    expect(stdout).toMatch(/^\r\u001b\[KRead 1 files?\r\u001b\[K/);
  });

  test('says whom it asks about how many repos', async () => {
    const hub = await startReplayHub();
    try {
      const loads = Array.from({ length: 40 }, (_, i) => `AutoModel.from_pretrained("no-such/repo-${i}")`);
      const cwd = temporaryFolder({ 'a.py': `from transformers import AutoModel\n${loads.join('\n')}\n` });
      const { stdout } = await modelTrustOnTerminal(['scan'], { cwd, env: { HF_ENDPOINT: hub.url } });
      expect(stdout).toMatch(/\r\u001b\[KAsked 127\.0\.0\.1:\d+ about \d+ of 40 repos\r\u001b\[K/);
    } finally {
      await hub.stop();
    }
  });

  test('check without ids does not wait for the keyboard', async () => {
    const { code, stdout } = await modelTrustOnTerminal(['check']);
    expect(code).toBe(2);
    expect(stdout).toContain('Which ids? Give them as arguments');
  });
});
