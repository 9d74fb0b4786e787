import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk } from '../../src/workspace/walk.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

/** No settings of this machine's user: a global ignore file is not ours to know. */
const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'core.excludesFile=', '-c', 'init.defaultBranch=main', ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

interface Tree {
  readonly files: readonly string[];
  readonly ignoreFiles: Readonly<Record<string, readonly string[]>>;
  readonly tracked: readonly string[];
  readonly indexVersion: number;
}

async function walkedFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of walk(folder)) if (entry.type === 'file') files.push(relative(folder, entry.path));
  return files.sort();
}

async function compare(tree: Tree): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'model-trust-git-')));
  try {
    git(folder, 'init', '-q');
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const file of tree.files) put(file, '');
    for (const [path, lines] of Object.entries(tree.ignoreFiles)) put(path, lines.join('\n'));
    if (tree.tracked.length > 0) {
      git(folder, 'add', '-f', '--', ...tree.tracked);
      git(folder, 'update-index', '--index-version', String(tree.indexVersion));
    }
    const listed = git(folder, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
    const expected = [...new Set(listed.split('\0'))].filter(Boolean).sort();
    expect(await walkedFiles(folder)).toEqual(expected);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const name = fc.constantFrom('a', 'b', 'ab', 'a.py', 'b.py', 'x1', '.hid', 'A', 'a b', '!b', '#c', 'a]');
/** Folders and files must not share a name: `d…` is a folder. */
const folderName = fc.constantFrom('d', 'da', 'd.py', 'dx');
const file = fc
  .tuple(fc.array(folderName, { maxLength: 3 }), name)
  .map(([folders, last]) => [...folders, last].join('/'));
const piece = fc.constantFrom(
  '*',
  '**',
  '?',
  'a',
  'b',
  'd',
  'da',
  'dx',
  '*.py',
  'a*',
  '[a-b]',
  '[!a]',
  '[[:alpha:]]',
  '\\a',
  'x[0-9]',
  '.hid',
  'd*',
  '*b',
  'a b',
  '[a',
  'A',
  '[]]',
  'a\\]',
);
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '!', '/', '!/', '\\', '**/'),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '/', '/**', '/*', ' ', '\\ ', '\r'),
  )
  .map(([before, pieces, after]) => before + pieces.join('/') + after);
const lines = fc.array(line, { minLength: 1, maxLength: 5 });

const tree: fc.Arbitrary<Tree> = fc
  .record({
    files: fc.uniqueArray(file, { minLength: 3, maxLength: 14 }),
    root: lines,
    inner: fc.option(lines, { nil: undefined }),
    exclude: fc.option(lines, { nil: undefined }),
    trackedShare: fc.integer({ min: 0, max: 3 }),
    indexVersion: fc.constantFrom(2, 3, 4),
  })
  .map(({ files, root, inner, exclude, trackedShare, indexVersion }) => ({
    files,
    ignoreFiles: {
      '.gitignore': root,
      ...(inner && { 'd/.gitignore': inner }),
      ...(exclude && { '.git/info/exclude': exclude }),
    },
    tracked: files.slice(0, trackedShare),
    indexVersion,
  }));

describe.skipIf(!hasGit)('walk sees the files that git sees', () => {
  test('for made-up trees and patterns', async () => {
    await fc.assert(fc.asyncProperty(tree, compare), { numRuns: 60 });
  }, 60_000);

  test('in a linked work tree, which shares the excludes of its repository', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'model-trust-git-')));
    try {
      git(folder, 'init', '-q', 'main');
      const main = join(folder, 'main');
      const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
      writeFileSync(join(main, 'a.py'), '');
      writeFileSync(join(main, '.gitignore'), '*.py\n');
      git(main, 'add', '-f', 'a.py', '.gitignore');
      git(main, ...identity, 'commit', '-q', '-m', 'first');
      writeFileSync(join(main, '.git/info/exclude'), 'secret.md\n');
      git(main, 'worktree', 'add', '-q', '../linked');
      for (const file of ['secret.md', 'b.py', 'c.md']) writeFileSync(join(folder, 'linked', file), '');
      expect(await walkedFiles(join(folder, 'linked'))).toEqual(['.git', '.gitignore', 'a.py', 'c.md']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('for a committed file that a pattern would hide', () =>
    compare({
      files: ['d/loader.py', 'd/other.py', 'start.bat'],
      ignoreFiles: { '.gitignore': ['*.bat', 'd/'] },
      tracked: ['start.bat', 'd/loader.py'],
      indexVersion: 2,
    }));
});
