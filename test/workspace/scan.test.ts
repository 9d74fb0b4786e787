import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/core/createEngine.ts';
import type { SourceDocument } from '../../src/core/document.ts';
import type { Engine } from '../../src/core/engine.ts';
import { type ScanOptions, scan } from '../../src/workspace/scan.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** An engine that finds nothing and remembers what it was given. */
function deafEngine(read: SourceDocument[]): Engine {
  const engine = {
    read: (document: SourceDocument) => {
      read.push(document);
      return { ...document, references: [], hazards: [], suppressions: [] };
    },
    judge: () => [],
  };
  return engine as unknown as Engine;
}

async function scanned(base: string, roots: string[] = ['.'], options: Partial<ScanOptions> = {}) {
  const read: SourceDocument[] = [];
  const skipped: string[] = [];
  for await (const result of scan(deafEngine(read), roots, { base, ...options })) {
    if (result.type === 'skipped') skipped.push(`${result.path}: ${result.why}${result.failed ? '!' : ''}`);
  }
  return {
    read: read.map(({ path, language }) => `${path} ${language}`),
    skipped,
    texts: read.map(({ text }) => text),
  };
}

const many = (count: number, text = '') =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i).padStart(3, '0')}.py`, text]));

describe('scan', () => {
  test('reads what it has a reader for, and says nothing of the rest', async () => {
    const folder = temporaryFolder({
      'a.py': '',
      'b.ipynb': '{}',
      'c.md': '',
      'd.ps1': '',
      'e.png': '\0',
      'f.safetensors': '\0',
      tool: '#!/usr/bin/env -S python3 -u\n',
      install: '#! /bin/bash\n',
      LICENSE: 'Apache',
      binary: '\x7fELF\0',
    });
    expect(await scanned(folder)).toMatchObject({
      read: ['a.py python', 'b.ipynb notebook', 'c.md markdown', 'd.ps1 powershell', 'install shell', 'tool python'],
      skipped: [],
    });
  });

  test('what looks like ours to read and cannot be read is named with its reason', async () => {
    const folder = temporaryFolder({ 'binary.py': '\0', 'huge.md': 'x'.repeat(2 * 1024 * 1024 + 1), 'real/a.py': '' });
    symlinkSync('real/a.py', join(folder, 'link.py'));
    symlinkSync('real', join(folder, 'linked'));
    symlinkSync('x.png', join(folder, 'link.png'));
    expect(await scanned(folder)).toMatchObject({
      read: ['real/a.py python'],
      skipped: [
        'binary.py: a binary file',
        'huge.md: larger than 2 MB',
        'link.py: a symbolic link, not followed',
        'linked: a symbolic link, not followed',
      ],
    });
  });

  test('a fault of our own costs one file, not the scan, and is not passed over', async () => {
    const folder = temporaryFolder({ 'a.py': '', 'b.py': '', 'c.py': '' });
    const read: SourceDocument[] = [];
    const engine: Engine = {
      ...deafEngine(read),
      read: document => {
        if (document.path === 'b.py') throw new Error('no such node');
        return deafEngine(read).read(document);
      },
    };
    const results = [];
    for await (const result of scan(engine, ['.'], { base: folder })) results.push(result);
    expect(read.map(({ path }) => path)).toEqual(['a.py', 'c.py']);
    expect(results[1]).toEqual({
      type: 'skipped',
      path: 'b.py',
      why: 'our reader failed on it, please report this: Error: no such node',
      failed: true,
    });
  });

  test('for a named path it is a failure, unless there is nothing to be read in such a file', async () => {
    const folder = temporaryFolder({ 'binary.py': '\0', 'picture.png': '\0', 'real.py': '' });
    symlinkSync('real.py', join(folder, 'link.py'));
    expect(await scanned(folder, ['binary.py', 'picture.png', 'gone', 'link.py'])).toMatchObject({
      read: ['link.py python'],
      skipped: [
        'binary.py: a binary file!',
        'picture.png: no reader for this kind of file',
        'gone: there is no such file or folder!',
      ],
    });
  });

  test('reads a file once, however often it is named', async () => {
    const folder = temporaryFolder({ 'src/a.py': '', 'src/b.py': '' });
    const { read } = await scanned(folder, ['src/b.py', 'src', '.', 'src/../src/a.py']);
    expect(read).toEqual(['src/b.py python', 'src/a.py python']);
  });

  test('takes the text of an open editor in place of the file', async () => {
    const folder = temporaryFolder({ 'a.py': 'saved', 'b.py': 'saved' });
    const openText = (path: string) => (path === join(folder, 'a.py') ? 'typed' : undefined);
    expect((await scanned(folder, ['.'], { openText })).texts).toEqual(['typed', 'saved']);
  });

  test('links in a circle end', async () => {
    const folder = temporaryFolder({ 'a/b.py': '' });
    symlinkSync('../a', join(folder, 'a/again'));
    mkdirSync(join(folder, 'c'));
    symlinkSync('../c', join(folder, 'c/c'));
    expect((await scanned(folder)).read).toEqual(['a/b.py python']);
  });

  test('stops at the next file when it is told to', async () => {
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.py`, ''])));
    const controller = new AbortController();
    const read: SourceDocument[] = [];
    const all = (async () => {
      for await (const _ of scan(deafEngine(read), ['.'], { base: folder, signal: controller.signal })) {
        if (read.length === 5) controller.abort(new Error('enough'));
      }
    })();
    await expect(all).rejects.toThrow('enough');
    expect(read).toHaveLength(5);
  });

  test('stops between files also while nobody takes a result', async () => {
    // None of these files has a result, and none is waited for.
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`f${i}`, 'text'])));
    const control = new AbortController();
    const all = (async () => {
      for await (const _ of scan(deafEngine([]), ['.'], { base: folder, signal: control.signal })) void _;
    })();
    setTimeout(() => control.abort(new Error('enough')), 0);
    await expect(all).rejects.toThrow('enough');
  });

  test('lets others have their turn', async () => {
    const folder = temporaryFolder(many(60));
    const engine = deafEngine([]);
    const busy: Engine = {
      ...engine,
      read: document => {
        const until = performance.now() + 2;
        while (performance.now() < until);
        return engine.read(document);
      },
    };
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    for await (const _ of scan(busy, ['.'], { base: folder })) void _;
    clearInterval(others);
    expect(turns).toBeGreaterThan(5);
  });

  test('generated files are named, and what they leak is found all the same', async () => {
    const engine = createEngine({ names: { size: 0 }, advisories: {} } as never);
    const token = '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';
    const script = (secret: string) => `const key="${secret}";${'var a=1;'.repeat(2_000)}`;
    const folder = temporaryFolder({
      'clean.min.js': script(''),
      'leaky.min.js': script(token),
      'package-lock.json': '{}',
    });
    const results = [];
    for await (const result of scan(engine, ['.'], { base: folder, judge: {} })) results.push(result);
    expect(results).toMatchObject([
      { type: 'skipped', path: 'clean.min.js', why: 'minified by a build', failed: false },
      { type: 'scanned', reading: { hazards: [{ type: 'leaked-token' }] } },
      { type: 'skipped', path: 'package-lock.json', why: 'the lock file of a package manager' },
    ]);
    // Whoever names such a file wants it read.
    const named = await scanned(folder, ['clean.min.js']);
    expect(named).toMatchObject({ read: ['clean.min.js javascript'], skipped: [] });
  });
});
