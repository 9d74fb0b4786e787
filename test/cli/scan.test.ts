import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { modelTrust } from './bundledCli.ts';

const BAD = 'from transformers import AutoModel\nm = AutoModel.from_pretrained("EleuterAI/gpt-j-6B")\n';
const GOOD = 'from transformers import AutoModel\nm = AutoModel.from_pretrained("meta-llama/Llama-3.1-8B")\n';
const WORST = 'from transformers import AutoModel\nm = AutoModel.from_pretrained("anthfu/DeepSeek-V4-Pro")\n';

describe('exit codes of scan', () => {
  test.each([
    // what lies there, arguments, code
    ['a good file', { 'a.py': GOOD }, [], 0],
    ['an empty folder', {}, [], 0],
    ['a lookalike, by default', { 'a.py': BAD }, [], 1],
    ['a lookalike, only errors count', { 'a.py': BAD }, ['--fail-on', 'error'], 0],
    ['a listed repo, only errors count', { 'a.py': WORST }, ['--fail-on', 'error'], 1],
    ['a listed repo, nothing counts', { 'a.py': WORST }, ['--fail-on', 'never'], 0],
    ['a rule turned off', { 'a.py': BAD }, ['--rule', 'lookalike-publisher=off'], 0],
    ['a rule turned up', { 'a.py': GOOD }, ['--rule', 'unpinned-revision=error'], 1],
    [
      'the last wish counts',
      { 'a.py': BAD },
      ['--rule=lookalike-publisher=error', '--rule=lookalike-publisher=hint'],
      0,
    ],
    ['silenced', { 'a.py': BAD.replace(/\n$/, '  # model-trust: ignore[lookalike-publisher]\n') }, [], 0],
    [
      'silenced, but comments do not count',
      { 'a.py': BAD.replace(/\n$/, '  # model-trust: ignore[lookalike-publisher]\n') },
      ['--no-inline-ignores'],
      1,
    ],
    ['a path that is not there', { 'a.py': GOOD }, ['gone.py'], 3],
    ['a bad file and a path that is not there', { 'a.py': BAD }, ['a.py', 'gone'], 3],
    ['a named file that is no text', { 'a.py': '\0\x01' }, ['a.py'], 3],
    ['a named file that we have no reader for', { 'a.png': '\0' }, ['a.png'], 0],
    ['an output that cannot be written', { 'a.py': GOOD }, ['-o', 'no/such/folder/out.txt'], 3],
    ['advisories that are not there', { 'a.py': GOOD }, ['--advisories', 'gone.json'], 3],
    ['offline, which it always is', { 'a.py': GOOD }, ['--offline'], 0],
  ])('%s', async (_name, files, args, code) => {
    const run = await modelTrust(['scan', ...args], { cwd: temporaryFolder(files as Record<string, string>) });
    expect(run).toMatchObject({ code });
    expect(run.stderr === '', run.stderr).toBe(code !== 3);
  });
});

describe('scan', () => {
  test('tells a developer where, what and how bad', async () => {
    const cwd = temporaryFolder({
      'src/train.py': BAD,
      'README.md': '# Model\n\nInstall:\n\n```sh\ncurl https://get.example/x.sh | sh\n```\n',
      'vendor/node_modules/x.py': BAD,
      'broken.py': '\0',
    });
    const { stdout } = await modelTrust(['scan'], { cwd });
    // The evidence sentences belong to the rules; their form is what is held here.
    const form = stdout.replace(/(?<=(?:error|warning|information) {2}).*(?= {2}[a-z-]+$)/gm, '…');
    expect(form.replace(/Not checked: .*/, 'Not checked: …')).toBe(`README.md
  6:1  warning  …  pipe-to-shell
    6 | curl https://get.example/x.sh | sh
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

src/train.py
  2:32  warning  …  lookalike-publisher
  2:32  information  …  known-malicious
    2 | m = AutoModel.from_pretrained("EleuterAI/gpt-j-6B")
      |                                ^^^^^^^^^^^^^^^^^^

3 findings: 2 warnings, 1 information.
What a rule means: model-trust rules pipe-to-shell
Read 2 files (151 B) with 1 reference to 1 repo.
Not read: 2 paths (1 × a binary file; 1 × installed packages).
Among them: broken.py.
Not checked: …
`);
  });

  test('paths are relative to the working folder, whatever way they were named', async () => {
    const folder = temporaryFolder({ 'a/b/x.py': BAD, 'a/y.py': BAD });
    const { stdout } = await modelTrust(['scan', '--format', 'json', '.', '../y.py', './x.py', join(folder, 'a')], {
      cwd: join(folder, 'a/b'),
    });
    const report = JSON.parse(stdout);
    expect(report.scanned.files).toBe(2);
    expect(report.references.map((reference: { file: string }) => reference.file)).toEqual(['../y.py', 'x.py']);
  });

  test('a named file is read even if git ignores it', async () => {
    const cwd = temporaryFolder({ '.gitignore': '*.py\n', 'a.py': BAD });
    expect((await modelTrust(['scan'], { cwd })).code).toBe(0);
    expect((await modelTrust(['scan', 'a.py'], { cwd })).code).toBe(1);
    expect((await modelTrust(['scan', '--no-gitignore'], { cwd })).code).toBe(1);
  });

  test.skipIf(process.platform === 'win32')(
    'what is closed to us is said; it fails the scan when it was named',
    async () => {
      const cwd = temporaryFolder({ 'open.py': GOOD, 'closed/a.py': GOOD, 'closed.py': GOOD });
      chmodSync(cwd, 0o755);
      for (const path of ['closed', 'closed.py']) chmodSync(join(cwd, path), 0);
      const closedTo = async (...args: string[]) => modelTrust(['scan', ...args], { cwd, withoutPrivilege: true });
      const { code, stdout, stderr } = await closedTo();
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('Read 1 file ');
      expect(stdout).toContain('Not read: 2 paths (2 × no permission to read it).\n');
      for (const path of ['closed', 'closed.py']) {
        const named = await closedTo('open.py', path);
        expect(named).toMatchObject({
          code: 3,
          stderr: `model-trust: Cannot read ${path}: no permission to read it.\n`,
        });
        chmodSync(join(cwd, path), 0o700);
      }
    },
  );

  test('what a file holds cannot steer the terminal', async () => {
    const line = 'm = AutoModel.from_pretrained("EleuterAI/gpt-j-6B") # \u001b[2J \u202e \u009b1m\n';
    const cwd = temporaryFolder({ 'a\u001b[31m.py': `from transformers import AutoModel\n${line}` });
    for (const format of ['text', 'json', 'markdown']) {
      const { stdout, code } = await modelTrust(['scan', '--format', format], { cwd });
      expect(code).toBe(1);
      expect(stdout).not.toMatch(/[\u001b\u202e\u009b]/);
    }
  });

  test('writes the result whole or not at all', async () => {
    const cwd = temporaryFolder({ 'a.py': BAD, 'old.json': 'old' });
    const run = await modelTrust(['scan', '--format', 'json', '--output', 'old.json'], { cwd });
    expect(run).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'old.json'), 'utf8')).findings).not.toHaveLength(0);
    expect(readdirSync(cwd).sort()).toEqual(['a.py', 'old.json']);
  });

  test('writes through a link, and to a device, instead of replacing it', async () => {
    const cwd = temporaryFolder({ 'a.py': GOOD, 'real.txt': '' });
    symlinkSync('real.txt', join(cwd, 'link.txt'));
    await modelTrust(['scan', '-o', 'link.txt'], { cwd });
    expect(readFileSync(join(cwd, 'real.txt'), 'utf8')).toMatch(/^No findings\./);
    expect((await modelTrust(['scan', '-o', '/dev/null'], { cwd })).code).toBe(0);
    expect(!existsSync('/dev/null') || statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('a user adds advisories, from a file or a folder', async () => {
    const record = {
      id: 'TEST-1',
      summary: 'Stole tokens.',
      affected: [{ package: { ecosystem: 'Hugging Face', name: 'meta-llama/Llama-3.1-8B' } }],
    };
    const cwd = temporaryFolder({ 'a.py': GOOD, 'feed/one.json': JSON.stringify([record]), 'feed/notes.txt': 'x' });
    for (const path of ['feed', 'feed/one.json']) {
      const { code, stdout } = await modelTrust(['scan', '--advisories', path], { cwd });
      expect(code).toBe(1);
      expect(stdout).toMatch(/error .*TEST-1.* known-malicious$/m);
    }
  });

  test('advisories that make no sense are said, and the sound ones count', async () => {
    const cwd = temporaryFolder({ 'a.py': GOOD, 'odd.json': '[{"id": 7}]', 'broken.json': '{' });
    const odd = await modelTrust(['scan', '--advisories', 'odd.json'], { cwd });
    expect(odd.code).toBe(0);
    expect(odd.stderr).toMatch(/^model-trust: odd\.json: record 1 is not an OSV record/);
    const broken = await modelTrust(['scan', '--advisories', 'broken.json'], { cwd });
    expect(broken).toMatchObject({
      code: 3,
      stderr: 'model-trust: The advisories broken.json cannot be read: it is not JSON.\n',
    });
  });

  test('colours are for terminals: none in a pipe', async () => {
    const { stdout } = await modelTrust(['scan'], { cwd: temporaryFolder({ 'a.py': BAD }) });
    expect(stdout).not.toContain('\u001b');
  });
});
