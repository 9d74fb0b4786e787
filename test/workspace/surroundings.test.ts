import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../src/core/document.ts';
import type { Reading } from '../../src/core/reading.ts';
import { surroundingsIn } from '../../src/workspace/surroundings.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** An engine that finds one hazard in every script, and counts what it reads. */
function readerOf(read: SourceDocument[]) {
  return {
    read: (document: SourceDocument): Reading => {
      read.push(document);
      const hazard = { type: 'leaked-token' as const, span: { start: 0, end: 1 }, evidence: document.text };
      return { ...document, references: [], hazards: [hazard], suppressions: [] } as unknown as Reading;
    },
  };
}

const environment = { variables: {}, home: '/nowhere' };

describe('surroundings of a document', () => {
  test('a path is looked for beside the document, then in the workspace', () => {
    const folder = temporaryFolder({ 'docs/near.bat': '', 'top.bat': '', 'docs/README.md': '' });
    const { exists } = surroundingsIn(folder, readerOf([]), environment)(join(folder, 'docs/README.md'));
    expect(['near.bat', './near.bat', 'docs/near.bat', 'top.bat', '../top.bat', 'docs\\near.bat'].map(exists)).toEqual(
      Array(6).fill(true),
    );
    expect(['far.bat', 'gone/away.bat', 'top.bat/x'].map(exists)).toEqual([false, false, false]);
  });

  test('outside of the workspace nothing is known, and nothing is touched', () => {
    const outside = temporaryFolder({ 'secret.sh': '' });
    const folder = temporaryFolder({ 'README.md': '' });
    symlinkSync(outside, join(folder, 'link'));
    const { exists, script } = surroundingsIn(folder, readerOf([]), environment)(join(folder, 'README.md'));
    const paths = [
      '..',
      '../x',
      '/etc/passwd',
      '~/x',
      'C:\\x',
      'C:/x',
      '\\\\server\\share\\x.bat',
      '//server/x',
      'a\0b',
      '',
      'link/secret.sh',
      'link/../../x',
    ];
    for (const path of paths) {
      expect(exists(path), path).toBeUndefined();
      expect(script(path), path).toBeUndefined();
    }
  });

  test('a script is read once, and again when it has changed', () => {
    const folder = temporaryFolder({ 'README.md': '', 'tools/run.sh': 'one' });
    const read: SourceDocument[] = [];
    const around = surroundingsIn(folder, readerOf(read), environment);
    const evidence = () =>
      around(join(folder, 'README.md'))
        .script('tools/run.sh')
        ?.map(hazard => hazard.evidence);
    expect([evidence(), evidence()]).toEqual([['one'], ['one']]);
    expect(read).toEqual([{ path: 'tools/run.sh', language: 'shell', text: 'one' }]);
    writeFileSync(join(folder, 'tools/run.sh'), 'two');
    utimesSync(join(folder, 'tools/run.sh'), 1, 1);
    expect(evidence()).toEqual(['two']);
  });

  test('what is no script of bearable size is not known', () => {
    const folder = temporaryFolder({
      'README.md': '',
      'program.exe': 'MZ',
      'large.py': 'x'.repeat(600_000),
      'binary.py': '\0',
    });
    mkdirSync(join(folder, 'folder.py'));
    symlinkSync('README.md', join(folder, 'link.sh'));
    const { script } = surroundingsIn(folder, readerOf([]), environment)(join(folder, 'README.md'));
    for (const path of ['program.exe', 'large.py', 'binary.py', 'folder.py', 'link.sh', 'gone.py']) {
      expect(script(path), path).toBeUndefined();
    }
  });

  test('the requirements beside the document say which torch, then those of the workspace', () => {
    const folder = temporaryFolder({
      'old/requirements.txt': 'torch==2.4.1\n',
      'old/run.py': '',
      'plain/run.py': '',
      'requirements.txt': 'numpy\n',
      'pyproject.toml': 'dependencies = ["torch>=2.6"]\n',
    });
    const around = surroundingsIn(folder, readerOf([]), environment);
    expect(around(join(folder, 'old/run.py')).torch()).toEqual({ atLeast: [2, 4], atMost: [2, 4] });
    expect(around(join(folder, 'plain/run.py')).torch()).toEqual({ atLeast: [2, 6] });
  });

  test('the cache of this machine is asked', () => {
    const hub = temporaryFolder({ 'models--a--b/snapshots/0/x': '' });
    const folder = temporaryFolder();
    const around = surroundingsIn(folder, readerOf([]), { variables: { HF_HUB_CACHE: hub }, home: '/nowhere' });
    const { downloaded } = around(join(folder, 'a.py'));
    expect(downloaded({ id: 'a/b', kind: 'model' })).toBe(join(hub, 'models--a--b'));
    expect(downloaded({ id: 'a/c', kind: 'model' })).toBeUndefined();
  });
});
