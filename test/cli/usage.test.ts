import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust } from './bundledCli.ts';

describe('bad usage exits 2, prints no result and says what to do', () => {
  test.each([
    // arguments, what the message must say
    [['skan'], 'Unknown command "skan". Did you mean scan?'],
    [['./src'], 'To scan a path: model-trust scan PATH.'],
    [['--format', 'json'], 'Options come behind a command: model-trust scan --format.'],
    [['inspect', 'model.bin'], 'not part of this version yet'],
    [['scan', '--formt', 'json'], 'Unknown option "--formt". Did you mean --format?'],
    [['scan', '--xyzzy'], 'See: model-trust scan --help'],
    [['scan', '--constructor'], 'Unknown option "--constructor".'],
    [['scan', '--format', 'jsn'], 'Did you mean json?'],
    [
      ['scan', '--format', 'sarif'],
      '--format sarif is not part of this version yet. Use one of: text, json, markdown.',
    ],
    [['scan', '--format', 'cyclonedx'], 'not part of this version yet'],
    [['scan', '--format', 'jsonl'], 'Did you mean json?'],
    [['scan', '--format'], '--format needs a value: --format FORMAT.'],
    [['scan', '--output', '--offline'], '--output needs a value: --output FILE.'],
    [['scan', '--deep'], '--deep (it looks inside of the repos on the Hub) is not part of this version yet'],
    [['scan', '--hub-url', 'hub.example'], '--hub-url: "hub.example" is no address. Write it whole: https://'],
    [['check', 'a/b', '--hub-url', 'ftp://hub.example'], 'is not an http or https address.'],
    [['check', 'a/b', '--hub-url', 'https://me:secret@hub.example'], 'Give a token instead.'],
    [['check', 'a/b', '--token-env', 'NOT_SET'], '--token-env names NOT_SET, which is not set. Set it, or leave'],
    [['check', 'a/b', '--token-env', 'hf_abcdefghijklmnop'], 'takes the name of a variable, not the token'],
    [['check', '--hub-url'], '--hub-url needs a value: --hub-url URL.'],
    [['refs', '--hub-url', 'https://hub.example'], '--hub-url is no option of "model-trust refs".'],
    [['check', '--deep', 'a/b'], 'not part of this version yet'],
    [['scan', '--fail-on', 'warnings'], 'Did you mean warning?'],
    [
      ['scan', '--rule', 'lookalike-publishr=off'],
      'Unknown rule "lookalike-publishr". Did you mean lookalike-publisher?',
    ],
    [['scan', '--rule', 'unsafe-load=loud'], 'Use one of: off, hint, information, warning, error.'],
    [['scan', '--rule', 'unsafe-load'], '--rule needs ID=LEVEL'],
    [['scan', '--offline=no'], '--offline takes no value.'],
    [['scan', ''], 'A path is empty.'],
    [['refs', '--fail-on', 'error'], '--fail-on is no option of "model-trust refs".'],
    [['refs', '--format', 'json'], 'Did you mean jsonl?'],
    [['check', 'a/b', '-'], 'not both'],
    [['check', ''], 'The 1. id is empty'],
    [['rules', 'nope-nope'], 'All rules: model-trust rules'],
    [['rules', 'unsafe-load', 'remote-code'], 'Give one rule'],
    [['scan', '--rule', 'x\u001b[31m=off'], 'Unknown rule "x\\u{001b}[31m".'],
  ])('%j', async (args, message) => {
    const run = await modelTrust(args, { cwd: temporaryFolder() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toMatch(/^model-trust: [^\n]*\n$/);
  });

  test('no command at all shows what there is, on standard error', async () => {
    const run = await modelTrust([]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('model-trust scan [PATH…]');
  });
});

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%j teaches the commands and the exit codes', async args => {
    const { code, stdout, stderr } = await modelTrust(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const word of ['scan', 'refs', 'check', 'rules', 'Exit codes']) expect(stdout).toContain(word);
  });

  test.each(['scan', 'refs', 'check', 'rules'])('%s --help has examples and fits a terminal', async command => {
    const { code, stdout } = await modelTrust([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage\n  model-trust ${command}`);
    expect(stdout).toContain('Examples\n');
    expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThanOrEqual(120);
    expect((await modelTrust(['help', command])).stdout).toBe(stdout);
  });

  test('--version is the version of the package', async () => {
    expect(await modelTrust(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
