import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../src/workspace/loadEngine.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const record = (id: string) => ({ id, affected: [{ package: { ecosystem: 'Hugging Face', name: 'org/bad' } }] });

describe('loadEngine', () => {
  test('in the sources, finds the shipped data by itself', async () => {
    const loaded = await loadEngine();
    if ('problem' in loaded) throw new Error(loaded.problem);
    expect(loaded.warnings).toEqual([]);
    expect(loaded.engine.data.names.judge('openai-community/gpt2').listed).toBe(true);
    expect(loaded.engine.data.advisories.about('anthfu/DeepSeek-V4-Pro', 'model')).toHaveLength(1);
  });

  test('adds the advisories of a file, or of a folder and the folders in it', async () => {
    const folder = temporaryFolder({
      'one.json': JSON.stringify(record('A-1')),
      'feed/2.json': JSON.stringify([record('A-2'), record('A-3')]),
      'feed/deep/4.json': JSON.stringify(record('A-4')),
      'feed/README.md': 'not a record',
    });
    const loaded = await loadEngine({ advisories: [join(folder, 'one.json'), join(folder, 'feed')] });
    if ('problem' in loaded) throw new Error(loaded.problem);
    const ids = loaded.engine.data.advisories.about('org/bad', 'model').map(({ id }) => id);
    expect(ids).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
  });

  test.each([
    // what lies in the data folder, what is wrong with it
    [{}, /^The name index .*index\.bin cannot be read: there is no such file or folder\.$/],
    [{ 'names/index.bin': '' }, /^The name index .*index\.bin is damaged: /],
    [{ 'names/index.bin': 'x'.repeat(5000) }, /^The name index .*index\.bin is damaged: /],
  ])('%j', async (files, problem) => {
    const loaded = await loadEngine({ dataFolder: temporaryFolder(files as Record<string, string>) });
    expect(loaded).toEqual({ problem: expect.stringMatching(problem) });
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const pipe = join(temporaryFolder(), 'feed.json');
    execFileSync('mkfifo', [pipe]);
    expect(await loadEngine({ advisories: [pipe] })).toEqual({
      problem: expect.stringContaining('not a regular file'),
    });
  });

  test('says which advisories are missing', async () => {
    const dataFolder = temporaryFolder();
    cpSync(
      fileURLToPath(new URL('../../src/data/names/index.bin', import.meta.url)),
      join(dataFolder, 'names/index.bin'),
    );
    expect(await loadEngine({ dataFolder })).toEqual({
      problem: `The advisories ${join(dataFolder, 'advisories')} cannot be read: there is no such file or folder.`,
    });
  });
});
