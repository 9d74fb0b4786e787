import { describe, expect, test } from 'vitest';
import { modelTrust } from './bundledCli.ts';
import { schemaProblems } from './schemas.ts';

const check = (args: string[], input?: string) =>
  modelTrust(['check', '--format', 'jsonl', ...args], input === undefined ? {} : { input });
const records = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));

describe('check', () => {
  test('says what is known of ids from the arguments', async () => {
    const { stdout, code } = await check(['EleuterAI/gpt-j-6B', 'meta-llama/Llama-3.1-8B', 'some-body/never-heard-of']);
    expect(code).toBe(1);
    expect(records(stdout)).toMatchObject([
      {
        id: 'EleuterAI/gpt-j-6B',
        verdict: 'caution',
        signals: [{ rule: 'lookalike-publisher', severity: 'warning', target: 'EleutherAI/gpt-j-6B', distance: 1 }, {}],
      },
      { id: 'meta-llama/Llama-3.1-8B', verdict: 'clear', signals: [] },
      { id: 'some-body/never-heard-of', verdict: 'unknown', signals: [] },
    ]);
  });

  test.each([
    // arguments, code
    [['meta-llama/Llama-3.1-8B'], 0],
    [['EleuterAI/gpt-j-6B', '--fail-on', 'error'], 0],
    [['anthfu/DeepSeek-V4-Pro', '--fail-on=error'], 1],
    [['anthfu/DeepSeek-V4-Pro', '--fail-on=never'], 0],
    [['EleuterAI/gpt-j-6B', '--rule=lookalike-publisher=off', '--offline'], 0],
  ])('%j exits %i', async (args, code) => {
    expect(await check(args)).toMatchObject({ code, stderr: '' });
  });

  test.each([
    'https://huggingface.co/Open-OSS/privacy-filter',
    'hf.co/Open-OSS/privacy-filter',
    'https://huggingface.co/Open-OSS/privacy-filter/tree/main',
    'hf://Open-OSS/privacy-filter',
    'Open-OSS/privacy-filter/',
    'Open-OSS/privacy-filter@main',
    'models/Open-OSS/privacy-filter',
  ])('understands %s as it is pasted', async pasted => {
    const { stdout, code } = await check([pasted]);
    expect(records(stdout)).toMatchObject([{ id: 'Open-OSS/privacy-filter', kind: 'model', verdict: 'dangerous' }]);
    expect(code).toBe(1);
  });

  test('what is no id is said to be none', async () => {
    expect(await check(['a b'])).toMatchObject({ code: 2, stdout: '', stderr: /"a b" is not an id/ });
    for (const id of ['a/..', '../a', 'a/-', 'a/\u001b[31mred'])
      expect(await check([id])).toMatchObject({ code: 2, stdout: '' });
    const { stdout, stderr, code } = await check(['-'], 'a b\nmeta-llama/Llama-3.1-8B\na/b/c\n');
    expect(records(stdout).map(({ verdict }) => verdict)).toEqual(['unknown', 'clear', 'unknown']);
    expect(stderr).toMatch(/2 lines are not an id and could not be checked, the first: "a b"/);
    expect(code).toBe(3);
  });

  test('a prefix tells the kind', async () => {
    const { stdout } = await check([
      'datasets/rajpurkar/squad',
      'spaces/org/demo',
      'datasets/squad',
      'models/openai/whisper-tiny',
    ]);
    expect(records(stdout)).toMatchObject([
      { id: 'rajpurkar/squad', kind: 'dataset' },
      { id: 'org/demo', kind: 'space' },
      { id: 'squad', kind: 'dataset' },
      { id: 'openai/whisper-tiny', kind: 'model' },
    ]);
  });

  test('reads ids from standard input, without empty lines, comments, spaces and a byte order mark', async () => {
    const input = '\ufeffmeta-llama/Llama-3.1-8B\r\n\n# a comment\n  a/b \na/b';
    for (const args of [[], ['-']]) {
      const { stdout, code } = await check(args, input);
      expect(code).toBe(0);
      expect(records(stdout).map(({ id }) => id)).toEqual(['meta-llama/Llama-3.1-8B', 'a/b', 'a/b']);
    }
  });

  test.each(['', '\n\n# none\n'])('no ids at all are not a good answer: %j', async input => {
    for (const args of [[], ['-']])
      expect(await check(args, input)).toMatchObject({ code: 2, stdout: '', stderr: /No ids came on standard input/ });
  });

  test('says which id is empty or has spaces around it', async () => {
    expect(await check(['a/b', ''])).toMatchObject({ code: 2, stderr: /The 2\. id is empty/ });
    expect(await check(['a/b', ' c/d'])).toMatchObject({ code: 2, stderr: /" c\/d" has spaces around it/ });
  });

  test('answers thousands of ids in their order', async () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `org-${i % 97}/model-${(i * 7919) % 10_000}`);
    const { stdout } = await check([], `${ids.join('\n')}\n`);
    const answers = records(stdout);
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.flatMap(answer => schemaProblems('assessment', answer))).toEqual([]);
  });

  test.each([
    ['not an id at all', 'a b c'],
    ['terminal escapes', '\u001b[31mred/\u202eevil'],
    ['a Cyrillic letter', 'ope\u043fai/whisper-tiny'],
    ['half a surrogate pair', 'a/\ud800'],
    ['a path', '../../etc/passwd'],
    ['a name that objects have', '__proto__'],
  ])('answers %s', async (_name, id) => {
    const { stdout, code, stderr } = await check([], `${id}\n`);
    expect([0, 1, 3]).toContain(code);
    expect(stderr !== '').toBe(code === 3);
    expect(records(stdout)).toHaveLength(1);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });

  test('a line without an end does not fill the memory', async () => {
    const { stdout } = await check([], 'a'.repeat(3_000_000));
    expect(records(stdout)[0].id).toHaveLength(1_000);
  });

  test('text shows the verdict first and the reasons below', async () => {
    const { stdout } = await modelTrust(['check', 'anthfu/DeepSeek-V4-Pro', 'datasets/a/b']);
    expect(stdout).toMatch(/^dangerous {2}anthfu\/DeepSeek-V4-Pro\n {11}error {2}.* {2}known-malicious\n/);
    expect(stdout).toMatch(/^unknown {4}a\/b \(dataset\)$/m);
  });
});
