import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandBraces, type WalkOptions, walk } from '../../src/workspace/walk.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Files as they come, and what was left out with its reason. */
async function walked(folder: string, options: WalkOptions = {}, root = folder): Promise<string[]> {
  const lines: string[] = [];
  for await (const entry of walk(root, options)) {
    const path = relative(folder, entry.path) || '.';
    lines.push(entry.type === 'file' ? path : `${path} (${entry.why})`);
  }
  return lines;
}

describe('walk', () => {
  test('gives files in the order of their paths, whatever the folders are called', async () => {
    const folder = temporaryFolder({ 'a/z.py': '', 'a.py': '', 'a-b/c.py': '', 'B.py': '', 'ä.py': '' });
    const paths = await walked(folder);
    expect(paths).toEqual(['B.py', 'a-b/c.py', 'a.py', 'a/z.py', 'ä.py']);
    expect(paths).toEqual(paths.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('leaves out what .gitignore leaves out, outside of a repository too, and says so', async () => {
    const folder = temporaryFolder({
      '.gitignore': '*.log\n/out/\n!keep.log\n',
      'a.log': '',
      'keep.log': '',
      'out/x.py': '',
      'sub/.gitignore': '!a.log\nout/\n',
      'sub/a.log': '',
      'sub/out/x.py': '',
      'other/out/x.py': '',
    });
    expect(await walked(folder)).toEqual([
      '.gitignore',
      'a.log (ignored by git)',
      'keep.log',
      'other/out/x.py',
      'out (ignored by git)',
      'sub/.gitignore',
      'sub/a.log',
      'sub/out (ignored by git)',
    ]);
    expect(await walked(folder, { gitignore: false })).toHaveLength(8);
  });

  test('a walk that begins below the root of the repository keeps to the rules above it', async () => {
    const folder = temporaryFolder({
      '.git/HEAD': '',
      '.git/info/exclude': 'secret.py\n',
      '.gitignore': '*.log\nbuilt/\n',
      'src/a.py': '',
      'src/a.log': '',
      'src/secret.py': '',
      'built/b.py': '',
      'built/b.log': '',
    });
    const left = ['src/a.log (ignored by git)', 'src/a.py', 'src/secret.py (ignored by git)'];
    expect(await walked(folder, {}, join(folder, 'src'))).toEqual(left);
    // Who names an ignored folder wants it read.
    expect(await walked(folder, {}, join(folder, 'built'))).toEqual(['built/b.log', 'built/b.py']);
  });

  test('a repository inside has its own rules', async () => {
    const folder = temporaryFolder({
      '.git/HEAD': '',
      '.gitignore': '*.log\n',
      'clone/.git/HEAD': '',
      'clone/.gitignore': '*.tmp\n',
      'clone/a.log': '',
      'clone/a.tmp': '',
    });
    expect(await walked(folder)).toEqual([
      '.gitignore',
      'clone/.gitignore',
      'clone/a.log',
      'clone/a.tmp (ignored by git)',
    ]);
  });

  test('packages that somebody installed are named, not read', async () => {
    const folder = temporaryFolder({ 'node_modules/x/a.py': '', '.venv/b.py': '', '__pycache__/c.py': '', 'd.py': '' });
    expect(await walked(folder)).toEqual(['.venv (installed packages)', 'd.py', 'node_modules (installed packages)']);
  });

  test('excludes decide over everything, and know braces', async () => {
    const folder = temporaryFolder({ 'a.py': '', 'b.md': '', 'c.txt': '', 'tests/d.py': '', 'src/tests/e.py': '' });
    expect(await walked(folder, { excludes: ['*.{md,txt}', '/tests/'] })).toEqual(['a.py', 'src/tests/e.py']);
  });

  test('excludes speak of the base, not of the folder that is walked', async () => {
    const folder = temporaryFolder({ 'src/old/a.py': '', 'src/b.py': '' });
    expect(await walked(folder, { base: folder, excludes: ['src/old'] }, join(folder, 'src'))).toEqual(['src/b.py']);
  });

  test('links are not followed, so a circle of them ends', async () => {
    const folder = temporaryFolder({ 'a/x.py': '' });
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('/etc', join(folder, 'etc'));
    symlinkSync('x.py', join(folder, 'a/same.py'));
    const why = '(a symbolic link, not followed)';
    expect(await walked(folder)).toEqual([`a/same.py ${why}`, `a/up ${why}`, 'a/x.py', `etc ${why}`]);
  });

  test('a folder that is not there is named', async () => {
    const folder = temporaryFolder();
    expect(await walked(folder, {}, join(folder, 'gone'))).toEqual(['gone (there is no such file or folder)']);
  });

  test('very deep folders are walked without deep recursion', async () => {
    const folder = temporaryFolder();
    const deep = Array(900).fill('d').join('/');
    mkdirSync(join(folder, deep), { recursive: true });
    expect(await walked(folder)).toEqual([]);
  });

  test('stops where it is when it is told to', async () => {
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}/a.py`, ''])));
    const controller = new AbortController();
    const seen: string[] = [];
    const all = (async () => {
      for await (const entry of walk(folder, { signal: controller.signal })) {
        seen.push(entry.path);
        if (seen.length === 3) controller.abort();
      }
    })();
    await expect(all).rejects.toThrow('aborted');
    expect(seen).toHaveLength(3);
  });
});

test('braces become patterns, a bounded number of them', () => {
  expect(expandBraces('*.{md,txt}')).toEqual(['*.md', '*.txt']);
  expect(expandBraces('{a,b}/{c,d}')).toEqual(['a/c', 'a/d', 'b/c', 'b/d']);
  expect(expandBraces('{a,{b,c}}')).toEqual(['a', 'b', 'a', 'c']);
  expect(expandBraces('{one}')).toEqual(['{one}']);
  expect(expandBraces('{a,b}'.repeat(40)).length).toBeLessThanOrEqual(64);
});
