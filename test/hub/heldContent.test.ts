import { describe, expect, test } from 'vitest';
import { type Facts, type Looked, unknown } from '../../src/core/facts/facts.ts';
import type { FileFacts, ScanFacts, ScanLevel } from '../../src/core/facts/fileFacts.ts';
import type { RepoFacts } from '../../src/core/facts/repoFacts.ts';
import { heldContent, heldFiles } from '../../src/hub/heldContent.ts';
import { ASKED_AT, someFacts } from './someFacts.ts';

const source = { host: 'huggingface.co', asOf: ASKED_AT };
const before = someFacts('org/model');
const repo = (also: Partial<RepoFacts> = {}): RepoFacts => {
  if (before.repo.state !== 'known') throw new Error('it is known');
  return { ...before.repo.value, ...also };
};

describe('content is held', () => {
  test('while the same repo stands at the same commit', () => {
    expect(heldContent(before, repo({ likes: 99 }))).toEqual({
      files: before.files,
      scan: before.scan,
      commits: before.commits,
      card: before.card,
    });
  });

  test.each<[string, Facts | undefined, RepoFacts]>([
    ['before the first time', undefined, repo()],
    ['another commit', before, repo({ sha: '0'.repeat(40) })],
    ['another repo under the name', before, repo({ objectId: '0123456789abcdef01234567' })],
    ['another name', before, repo({ id: 'other/model' })],
    ['no commit told', before, withoutSha()],
    ['nothing known before', { ...before, repo: unknown('no connection') }, repo()],
  ])('but not: %s', (_, old, now) => {
    expect(heldContent(old, now)).toBeUndefined();
  });

  function withoutSha(): RepoFacts {
    const { sha: _, ...rest } = repo();
    return rest;
  }

  test('only what was known of it', () => {
    expect(heldContent({ ...before, card: unknown('no answer in time') }, repo())).not.toHaveProperty('card');
  });
});

describe('the files of a commit', () => {
  const scanOf = (issues: ScanFacts['issues'], done = true): Looked<ScanFacts> => ({
    state: 'known',
    value: { done, issues },
    source,
  });
  const held = (level: ScanLevel | undefined, scan = scanOf([])) => {
    const file: FileFacts = {
      path: 'a.bin',
      ...(level && { scan: { level, vendors: [], dangerousImports: [] } }),
    };
    return heldContent({ ...before, scan, files: { state: 'known', value: [file], source } }, repo());
  };

  test.each<[ScanLevel | undefined, boolean]>([
    ['safe', true],
    ['unsafe', true],
    ['suspicious', true],
    ['caution', true],
    [undefined, true],
    ['queued', false],
    ['unscanned', false],
    ['error', false],
    ['unknown', false],
  ])('that were %s: held is %s', async (level, expected) => {
    expect((await heldFiles(held(level), Promise.resolve(scanOf([])))) !== undefined).toBe(expected);
  });

  test('are asked for again when the Hub says something else of the repo', async () => {
    const flagged = scanOf([{ path: 'a.bin', level: 'unsafe' }]);
    expect(await heldFiles(held('safe'), Promise.resolve(flagged))).toBeUndefined();
    expect(await heldFiles(held('safe', flagged), Promise.resolve(flagged))).toBeDefined();
    expect(await heldFiles(held('safe'), Promise.resolve(unknown('no answer in time')))).toBeUndefined();
    expect(await heldFiles(undefined, Promise.resolve(flagged))).toBeUndefined();
  });
});
