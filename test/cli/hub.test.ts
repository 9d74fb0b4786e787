import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { manyHonest } from '../hub/replay/manyHonest.ts';
import { readScenario } from '../hub/replay/readScenarios.ts';
import { type ReplayHub, type ReplayHubOptions, startReplayHub } from '../hub/replay/replayHub.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust, type RunOptions } from './bundledCli.ts';
import { schemaProblems } from './schemas.ts';

// Each is a process or two, and machines that run tests are busy.
vi.setConfig({ testTimeout: 120_000 });

const PLENTY = { api: 1e6, resolvers: 1e6, pages: 1e6 };

let hub: ReplayHub;
let cache: string;

async function start(options: ReplayHubOptions = {}): Promise<void> {
  hub = await startReplayHub({ scenarios: ['demo', 'basics', 'open-oss'], quota: PLENTY, ...options });
  cache = join(temporaryFolder(), 'cache');
}

afterEach(() => hub.stop());

const withHub = (args: string[], options: RunOptions = {}) =>
  modelTrust(args, { ...options, env: { HF_ENDPOINT: hub.url, MODEL_TRUST_CACHE: cache, ...options.env } });
const check = (input: string[], args: string[] = [], options: RunOptions = {}) =>
  withHub(['check', '--format', 'jsonl', ...args, '-'], { input: `${input.join('\n')}\n`, ...options });
const records = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));

const CAMPAIGN = readScenario('open-oss')
  .flatMap(({ repos }) => repos)
  .filter(({ attack }) => attack === 'campaign')
  .map(({ id }) => id);

describe('check asks the Hub', () => {
  test('and tells what it knows, in the order of the ids, as the schema says', async () => {
    await start();
    const ids = ['openai/privacy-filter', 'no-such/repo', 'Open-OSS/privacy-filter', 'openai/privacy-filter'];
    const { stdout, stderr, code } = await check(ids);
    const answers = records(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.flatMap(answer => schemaProblems('assessment', answer))).toEqual([]);
    const { host } = new URL(hub.url);
    expect(answers[2].facts).toMatchObject({
      state: 'known',
      source: host,
      downloads: 244_168,
      likes: 667,
      publisher: { name: 'Open-OSS', type: 'user' },
    });
    expect(Math.abs(Date.parse(answers[2].facts.asOf) - Date.now())).toBeLessThan(600_000);
    expect(answers[1].facts).toMatchObject({ state: 'missing-or-private', source: host });
    expect(new Set(hub.requests.map(({ url }) => url)).size).toBe(hub.requests.length);
    expect(hub.requests.filter(({ countsAsDownload }) => countsAsDownload)).toEqual([]);
  });

  test('the campaign is seen without the list of known malicious repos', async () => {
    await start();
    expect(CAMPAIGN).toHaveLength(7);
    const { stdout } = await check(CAMPAIGN, ['--rule', 'known-malicious=off']);
    const quiet = records(stdout).filter(({ signals }) => !['error', 'warning'].includes(signals[0]?.severity));
    expect(quiet).toEqual([]);
  });

  test('text tells the publisher, the numbers, the host and the hour', async () => {
    await start();
    const { stdout } = await withHub(['check', 'Open-OSS/privacy-filter']);
    expect(stdout).toMatch(/^ {11}published by Open-OSS: a user, account made \d+ months ago, 4 followers, 1 model$/m);
    const told = `\\(${new URL(hub.url).host}, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC\\)`;
    expect(stdout).toMatch(
      new RegExp(`^ {11}244,168 downloads in 30 days, 667 likes, made \\d+ months ago ${told}$`, 'm'),
    );
  });

  test('nothing that the Hub says can steer the terminal', async () => {
    await start({ faults: ['control-characters'] });
    for (const format of ['text', 'jsonl']) {
      const { stdout } = await withHub([
        'check',
        '--format',
        format,
        'Open-OSS/privacy-filter',
        'openai/privacy-filter',
      ]);
      expect(stdout).not.toMatch(/[\u001b\u202e\u0000]/);
    }
  });

  test('renamed, gated and private repos are said to be so', async () => {
    await start({ scenarios: ['basics'] });
    const [{ moved, repos }] = [readScenario('basics')[0]!];
    const gated = repos.find(repo => repo.gated)!.id;
    const { stdout } = await check([moved[0]!.from, gated]);
    const [renamed, closed] = records(stdout);
    expect(renamed.facts).toMatchObject({ state: 'known', id: moved[0]!.to });
    expect(closed.facts).toMatchObject({ state: 'known', gated: true });
  });
});

describe('what could not be asked is said, and never good', () => {
  test('no connection from the start', async () => {
    await start({ faults: ['cut-before-headers'] });
    const { stdout, stderr, code } = await check([
      'openai/privacy-filter',
      'some-body/never-heard-of',
      'EleuterAI/gpt-j-6B',
    ]);
    const answers = records(stdout);
    expect(code).toBe(1);
    expect(answers.map(({ verdict }) => verdict)).toEqual(['clear', 'unknown', 'caution']);
    for (const { facts, notChecked } of answers) {
      expect(facts).toBeNull();
      expect(notChecked[0].why).toMatch(/^no connection/);
    }
    expect(stderr).toMatch(/^model-trust: 127\.0\.0\.1:\d+ did not tell everything about 3 repos: no connection.*\n$/);
  });

  test('the server goes away half-way', async () => {
    await start();
    const ids = ['openai/privacy-filter', ...Array.from({ length: 60 }, (_, i) => `no-such/repo-${i}`)];
    const gone = setInterval(() => {
      if (hub.requests.length >= 12) void hub.down();
    }, 2);
    const { stdout, stderr, code } = await check(ids).finally(() => clearInterval(gone));
    const answers = records(stdout);
    expect(answers.map(({ id }) => id)).toEqual(ids);
    const asked = answers.filter(({ facts }) => facts !== null);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(ids.length);
    expect(answers.slice(1).every(({ verdict, facts }) => verdict === (facts ? 'caution' : 'unknown'))).toBe(true);
    expect(answers.at(-1).notChecked[0].why).toMatch(/^no connection/);
    expect(stderr).toMatch(/did not tell everything about \d+ of 61 repos: no connection/);
    expect(code).toBe(1);
    await hub.up();
  });

  test('the quota is short: what is left over is not asked for, and a token is advised', async () => {
    await start({ quota: { ...PLENTY, api: 30 } });
    const { stdout, stderr } = await check(Array.from({ length: 40 }, (_, i) => `no-such/repo-${i}`));
    const left = records(stdout).filter(({ facts }) => facts === null);
    expect(left.length).toBeGreaterThan(10);
    expect(left[0].notChecked[0].why).toMatch(/^the quota of requests is used up, for /);
    expect(stderr).toMatch(/the quota of requests is used up.* With a token in HF_TOKEN there is more\./);
    expect(hub.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('names that everybody knows do not use up the quota that a copied name needs', async () => {
    await start({ quota: { ...PLENTY, api: 30 } });
    const known = manyHonest(60).repos!.map(({ id }) => id);
    const { stdout } = await check([...known, 'Open-OSS/privacy-filter'], ['--rule', 'known-malicious=off']);
    expect(hub.requests[0]!.url).toContain('Open-OSS/privacy-filter');
    const answers = records(stdout);
    expect(answers.map(({ id }) => id)).toEqual([...known, 'Open-OSS/privacy-filter']);
    expect(answers.at(-1)).toMatchObject({ verdict: 'dangerous', facts: { state: 'known' } });
    const left = answers.filter(({ facts }) => facts === null);
    expect(left.length).toBeGreaterThan(30);
    expect(left[0].notChecked[0].why).toMatch(/^the quota of requests is used up/);
  });

  test('--offline asks nobody, and tells what was learned before', async () => {
    await start();
    expect(await check(['openai/privacy-filter'])).toMatchObject({ code: 0, stderr: '' });
    hub.forget();
    const { stdout, stderr } = await check(['openai/privacy-filter', 'some-body/never-heard-of'], ['--offline']);

    const [before, never] = records(stdout);
    expect({ stderr, asked: hub.requests.length }).toEqual({ stderr: '', asked: 0 });
    expect(before.facts).toMatchObject({ state: 'known', source: new URL(hub.url).host });
    expect(never.notChecked[0]).toEqual({ what: 'publisher', why: 'look-ups are turned off by --offline' });
    expect(existsSync(cache)).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('Ctrl+C does not wait for a server that hangs', async () => {
    await start({ faults: ['hang'] });
    let interrupted = 0;
    const interruptWhen = () => {
      if (hub.requests.length > 0) interrupted ||= Date.now();
      return interrupted > 0;
    };
    const ids = Array.from({ length: 100 }, (_, i) => `no-such/repo-${i}`);
    const run = await check(ids, [], { interruptWhen });
    expect(run).toEqual({ code: 130, stdout: '', stderr: '' });
    expect(Date.now() - interrupted).toBeLessThan(2_000);
  });
});

describe('the token goes to its Hub alone', () => {
  const env = { HF_TOKEN: 'hf_replay' };

  test('HF_TOKEN to HF_ENDPOINT, under its path, and across no redirect', async () => {
    await start({ prefix: '/artifactory/api/hf', faults: [{ name: 'redirect-foreign', on: '/tree/' }] });
    const { stdout } = await check(['openai/privacy-filter'], [], { env });
    expect(records(stdout)[0].facts.state).toBe('known');
    expect(hub.requests.every(({ url }) => url.startsWith('/artifactory/api/hf/'))).toBe(true);
    expect(hub.tokensSeenAt('hub').length).toBe(hub.requests.length);
    expect(hub.tokensSeenAt('foreign')).toEqual([]);
  });

  test('not to another --hub-url, unless it is named', async () => {
    await start();
    const other = { HF_ENDPOINT: 'https://mirror.example', ...env };
    await check(['openai/privacy-filter'], ['--hub-url', hub.url], { env: other });
    expect(hub.requests.length).toBeGreaterThan(0);
    expect(hub.tokensSeenAt('hub')).toEqual([]);
    await check(['google-bert/bert-base-uncased'], ['--hub-url', hub.url, '--token-env', 'HF_TOKEN'], { env: other });
    expect(hub.tokensSeenAt('hub').length).toBeGreaterThan(0);
  });

  test('a token that is not accepted is said', async () => {
    await start();
    const run = await check(['openai/privacy-filter'], [], { env: { HF_TOKEN: 'hf_wrong' } });
    expect(run.stderr).toMatch(/does not accept the token/);
    expect(run.stdout + run.stderr).not.toContain('hf_wrong');
    expect(records(run.stdout)[0].facts).toBeNull();
  });
});

describe('scan asks the Hub', () => {
  const files = {
    'a.py': 'from transformers import AutoModel\nm = AutoModel.from_pretrained("Open-OSS/privacy-filter")\n',
    'b.py': 'from transformers import AutoModel\nm = AutoModel.from_pretrained("openai/privacy-filter")\n',
    'c.py': 'from transformers import AutoModel\nm = AutoModel.from_pretrained("Open-OSS/privacy-filter")\n',
    'd.py': 'import torch\ntorch.load("x.bin", weights_only=False)\n',
    'README.md': 'See https://huggingface.co/no-such/repo and https://huggingface.co/openai/privacy-filter\n',
  };
  const scan = (cwd: string, args: string[] = [], options: RunOptions = {}) =>
    withHub(['scan', '--format', 'json', '--rule', 'known-malicious=off', ...args], { cwd, ...options });

  test('about each repo once, and judges with what it tells', async () => {
    await start();
    const { stdout, stderr, code } = await scan(temporaryFolder(files));
    const report = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(schemaProblems('scan', report)).toEqual([]);
    expect(report.scanned.files).toBe(5);
    expect(report.repos['models/Open-OSS/privacy-filter']).toMatchObject({
      verdict: 'dangerous',
      facts: { downloads: 244_168 },
    });
    expect(report.repos['models/no-such/repo'].facts.state).toBe('missing-or-private');
    const places = report.findings.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`);
    expect(places).toContain('a.py same-name');
    expect(places).toContain('c.py same-name');
    expect(places).toContain('d.py unsafe-load');
    expect(new Set(hub.requests.map(({ url }) => url)).size).toBe(hub.requests.length);
    // What is loaded goes first.
    const infos = hub.requests.map(({ url }) => url).filter(url => url.includes('downloadsAllTime'));
    expect(infos.map(url => url.includes('no-such'))).toEqual([false, false, true]);
  });

  test('the network is cut in the middle: the rest is said, and what is known decides', async () => {
    await start({ faults: [{ name: 'cut-before-headers', on: /no-such|\/tree\/|\/scan/ }] });
    const { stdout, stderr, code } = await scan(temporaryFolder(files));
    const { repos } = JSON.parse(stdout);
    expect(schemaProblems('scan', JSON.parse(stdout))).toEqual([]);
    expect(repos['models/no-such/repo']).toMatchObject({ verdict: 'unknown', facts: null });
    expect(repos['models/openai/privacy-filter'].verdict).not.toBe('trusted');
    expect(repos['models/openai/privacy-filter'].notChecked.length).toBeGreaterThan(0);
    expect(stderr).toMatch(/did not tell everything about 3 repos/);
    expect(code).toBe(1);
  });

  test('a second scan asks nothing within the hour, and says the same', async () => {
    await start();
    const cwd = temporaryFolder(files);
    const first = await scan(cwd);
    hub.forget();
    expect(await scan(cwd)).toEqual(first);
    expect(await scan(cwd, ['--offline'])).toEqual(first);
    expect(hub.requests).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('Ctrl+C while it is asked ends without a word', async () => {
    await start({ faults: ['hang'] });
    const interruptWhen = () => hub.requests.length > 0;
    const run = await scan(temporaryFolder(files), ['-o', 'out.json'], { interruptWhen });
    expect(run).toEqual({ code: 130, stdout: '', stderr: '' });
  });
});
