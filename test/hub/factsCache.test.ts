import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type FactsCacheOptions, openFactsCache } from '../../src/hub/factsCache.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';
import { someFacts } from './someFacts.ts';

const open = (folder: string, also: Partial<FactsCacheOptions> = {}) =>
  openFactsCache({ folder, endpoint: 'https://huggingface.co', ...also });
const repo = (n: number | string) => ({ id: `org/model-${n}`, kind: 'model' }) as const;
const filesOf = (folder: string, ending = '.json') =>
  readdirSync(join(folder, 'facts')).filter(name => name.endsWith(ending));

describe('what is written', () => {
  test('is read again, by another process too, whatever the case of its id', async () => {
    const folder = temporaryFolder();
    await open(folder).write(repo(1), someFacts('org/model-1'));
    expect(await open(folder).read(repo(1))).toEqual(someFacts('org/model-1'));
    expect(await open(folder).read({ id: 'ORG/Model-1', kind: 'model' })).toEqual(someFacts('org/model-1'));
    expect(await open(folder).read(repo(2))).toBeUndefined();
  });

  test('is kept apart by endpoint, by token and by kind', async () => {
    const folder = temporaryFolder();
    const places = [
      { endpoint: 'https://huggingface.co' },
      { endpoint: 'https://huggingface.co', token: 'hf_one' },
      { endpoint: 'https://mirror.example/hub' },
    ];
    const kinds = ['model', 'dataset'] as const;
    for (const [at, place] of places.entries())
      for (const kind of kinds)
        await open(folder, place).write({ id: 'org/same', kind }, someFacts('org/same', `${kind} ${at}`));
    for (const [at, place] of places.entries())
      for (const kind of kinds)
        expect((await open(folder, place).read({ id: 'org/same', kind }))?.card).toMatchObject({
          value: `${kind} ${at}`,
        });
    expect(filesOf(folder)).toHaveLength(6);
  });

  test('is not told to another token, nor without one, and no file says which it was', async () => {
    const folder = temporaryFolder();
    const token = 'hf_secretsecretsecret';
    const hidden = someFacts('org/private', 'the card of a private repo');
    const asked = { id: 'org/private', kind: 'model' } as const;
    await open(folder, { token }).write(asked, hidden);
    for (const other of [{}, { token: 'hf_other' }, { token: '' }, { token, endpoint: 'https://mirror.example' }])
      expect(await open(folder, other).read(asked)).toBeUndefined();
    expect(await open(folder, { token }).read(asked)).toEqual(hidden);
    const written = readdirSync(join(folder, 'facts'));
    const contents = written.map(name => readFileSync(join(folder, 'facts', name), 'utf8'));
    const digests = [token, `hf ${token}`, `https://huggingface.co ${token}`].flatMap(text =>
      ['sha256', 'sha1', 'md5'].map(way => createHash(way).update(text).digest('hex')),
    );
    for (const said of [token, token.slice(0, 8), ...digests])
      expect([...written, ...contents].join(' ')).not.toContain(said);
    expect(statSync(join(folder, 'facts', 'reader.key')).mode & 0o077).toBe(0);
  });

  test('has another name on another machine, or after the cache was cleared', async () => {
    const token = 'hf_secret';
    const folders = [temporaryFolder(), temporaryFolder()];
    for (const folder of folders) await open(folder, { token }).write(repo(1), someFacts('org/model-1'));
    const cache = open(folders[0]!, { token });
    await cache.read(repo(1));
    const [here, there] = folders.map(folder => filesOf(folder)[0]);
    await cache.clear();
    await cache.write(repo(1), someFacts('org/model-1'));
    expect(new Set([here, there, filesOf(folders[0]!)[0]]).size).toBe(3);
    expect(await open(folders[0]!, { token }).read(repo(1))).toBeDefined();
  });

  test('ten who come at once agree on one key', async () => {
    const folder = temporaryFolder();
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        open(folder, { token: 'hf_secret' }).write(repo(n), someFacts(`org/model-${n}`)),
      ),
    );
    for (let n = 0; n < 10; n++) expect(await open(folder, { token: 'hf_secret' }).read(repo(n))).toBeDefined();
    expect(readdirSync(join(folder, 'facts')).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });

  test('where no key can be kept, what a token shows is found by this process alone', async () => {
    const folder = temporaryFolder({ 'facts/reader.key/in-the-way': '' });
    const cache = open(folder, { token: 'hf_secret' });
    await cache.write(repo(1), someFacts('org/model-1'));
    expect(await cache.read(repo(1))).toBeDefined();
    expect(await open(folder, { token: 'hf_secret' }).read(repo(1))).toBeUndefined();
  });

  test('is for this user alone, and gone after clear', async () => {
    const folder = temporaryFolder({ 'other.txt': 'kept' });
    const cache = open(folder);
    await cache.write(repo(1), someFacts('org/model-1'));
    expect(statSync(join(folder, 'facts', filesOf(folder)[0]!)).mode & 0o077).toBe(0);
    await cache.clear();
    expect(await cache.read(repo(1))).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['other.txt']);
    await cache.clear();
    await cache.write(repo(1), someFacts('org/model-1'));
    expect(await cache.read(repo(1))).toBeDefined();
  });

  test('a folder that cannot be written costs nothing but the cache', async () => {
    const folder = temporaryFolder({ facts: 'a file where the folder should be' });
    const cache = open(folder);
    await cache.write(repo(1), someFacts('org/model-1'));
    expect(await cache.read(repo(1))).toBeUndefined();
    await cache.clear();
  });

  test('a giant is not written', async () => {
    const folder = temporaryFolder();
    await open(folder).write(repo(1), someFacts('org/model-1', 'é'.repeat(5 * 1024 * 1024)));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('its bounds', () => {
  test('on files: those that were renewed last stay', async () => {
    const folder = temporaryFolder();
    const cache = open(folder, { maxFiles: 10 });
    for (let n = 0; n < 129; n++) {
      await cache.write(repo(n), someFacts(`org/model-${n}`));
      expect(filesOf(folder).length).toBeLessThanOrEqual(10 + 64);
    }
    expect(filesOf(folder)).toHaveLength(10);
    for (let n = 119; n < 129; n++) expect(await cache.read(repo(n)), `${n}`).toBeDefined();
  });

  test('on bytes', async () => {
    const folder = temporaryFolder();
    const card = 'x'.repeat(10_000);
    const cache = open(folder, { maxBytes: 100_000 });
    for (let n = 0; n < 65; n++) await cache.write(repo(n), someFacts(`org/model-${n}`, card));
    const bytes = filesOf(folder).reduce((sum, name) => sum + statSync(join(folder, 'facts', name)).size, 0);
    expect(bytes).toBeLessThanOrEqual(100_000);
    expect(bytes).toBeGreaterThan(80_000);
  });
});

describe('what is not ours, or not whole, is no fact', () => {
  /** A cache with one entry, and that entry's path and text. */
  async function one() {
    const folder = temporaryFolder();
    await open(folder).write(repo(1), someFacts('org/model-1'));
    const path = join(folder, 'facts', filesOf(folder)[0]!);
    return { folder, path, text: readFileSync(path, 'utf8') };
  }

  test.each<[string, (text: string) => string]>([
    ['nothing', () => ''],
    ['half of it', text => text.slice(0, text.length / 2)],
    ['twice of it', text => text + text],
    ['zeros', text => '\0'.repeat(text.length)],
    ['no JSON', () => 'hello'],
    ['null', () => 'null'],
    ['a list', text => `[${text}]`],
    ['another version', text => text.replace(/"version":\d+/, '"version":0')],
    ['another repo', text => text.replaceAll('org/model-1', 'org/model-2')],
    ['another endpoint', text => text.replace('https://huggingface.co', 'https://evil.example')],
    ['without a fact', text => text.replace('"scan":', '"scam":')],
    ['a number that is none', text => text.replace('"downloads":3', '"downloads":"3"')],
    ['a number below zero', text => text.replace('"likes":5', '"likes":-5')],
    ['an unknown state', text => text.replace('"state":"known"', '"state":"certain"')],
    ['very deep', () => '['.repeat(200_000)],
    ['a giant', text => text + ' '.repeat(9 * 1024 * 1024)],
  ])('%s', async (_, change) => {
    const { folder, path, text } = await one();
    writeFileSync(path, change(text));
    expect(change(text)).not.toBe(text);
    expect(await open(folder).read(repo(1))).toBeUndefined();
    await open(folder).write(repo(1), someFacts('org/model-1'));
    expect(await open(folder).read(repo(1))).toBeDefined();
  });

  test('a link, a folder, a pipe', async () => {
    for (const put of [
      (path: string, folder: string) => {
        renameSync(path, join(folder, 'elsewhere.json'));
        symlinkSync(join(folder, 'elsewhere.json'), path);
      },
      (path: string, folder: string) => {
        renameSync(path, join(folder, 'elsewhere.json'));
        mkdirSync(path);
      },
      (path: string, folder: string) => {
        renameSync(path, join(folder, 'elsewhere.json'));
        if (process.platform !== 'win32') execFileSync('mkfifo', [path]);
      },
    ]) {
      const { folder, path } = await one();
      put(path, folder);
      expect(await open(folder).read(repo(1))).toBeUndefined();
      await open(folder).write(repo(2), someFacts('org/model-2'));
      expect(await open(folder).read(repo(2))).toBeDefined();
    }
  });

  test('what goes through a link stays where it is', async () => {
    const { folder, path } = await one();
    renameSync(path, join(folder, 'elsewhere.json'));
    symlinkSync(join(folder, 'elsewhere.json'), path);
    const before = readFileSync(join(folder, 'elsewhere.json'), 'utf8');
    await open(folder).write(repo(1), someFacts('org/model-1', '# changed'));
    expect(readFileSync(join(folder, 'elsewhere.json'), 'utf8')).toBe(before);
    expect((await open(folder).read(repo(1)))?.card).toMatchObject({ value: '# changed' });
  });
});

describe('what the cache did not make stays', () => {
  const old = new Date(0);
  /** Files of somebody else: some are called as ours would be, and all are older than anything that is cleaned. */
  const others = () => {
    const folder = temporaryFolder({ 'notes.json': '{}', 'half.tmp': '', [`${'a'.repeat(64)}.json`]: '{}' });
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
    return folder;
  };

  test('behind a link in the place of its folder, whatever it is called: nothing is written or cleaned there', async () => {
    const theirs = others();
    const before = readdirSync(theirs);
    const folder = temporaryFolder();
    symlinkSync(theirs, join(folder, 'facts'));
    const cache = open(folder, { maxFiles: 1, token: 'hf_secret' });
    await cache.write(repo(1), someFacts('org/model-1'));
    expect(readdirSync(theirs)).toEqual(before);
    await cache.clear();
    expect(readdirSync(theirs)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['facts']);
  });

  test('in a folder that was there before', async () => {
    const folder = temporaryFolder({ 'facts/notes.json': '{}', 'facts/half.tmp': '', 'facts/deeper/own.json': '{}' });
    for (const name of ['notes.json', 'half.tmp']) utimesSync(join(folder, 'facts', name), old, old);
    const cache = open(folder, { maxFiles: 1 });
    await cache.write(repo(1), someFacts('org/model-1'));
    expect(await cache.read(repo(1))).toBeDefined();
    await cache.clear();
    expect(await cache.read(repo(1))).toBeUndefined();
    expect(readdirSync(join(folder, 'facts')).sort()).toEqual(['deeper', 'half.tmp', 'notes.json']);
    expect(readdirSync(join(folder, 'facts', 'deeper'))).toEqual(['own.json']);
  });
});

describe('processes', () => {
  const script = fileURLToPath(new URL('children/cacheWriter.ts', import.meta.url));
  const begin = (folder: string, ...args: readonly (string | number)[]) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder, ...args.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return {
      child,
      ended: once(child, 'exit') as Promise<[number | null, string | null]>,
      begun: once(child.stdout, 'data'),
    };
  };
  /** The one letter that an entry's card is made of; a card of two letters would be torn. */
  const letterOf = async (folder: string, n: number, bytes: number) => {
    const facts = await open(folder).read(repo(n));
    if (!facts) return undefined;
    const card = facts.card.state === 'known' ? facts.card.value : '';
    expect(card).toMatch(/^(.)\1*$/);
    expect(card).toHaveLength(bytes);
    return card[0];
  };

  test('two that write the same repos at once leave whole files, one or the other', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const bytes = 200_000;
    const writers = ['a', 'b'].map(mark => begin(folder, mark, 15, bytes));
    await Promise.all(writers.map(({ begun }) => begun));
    const ended = Promise.all(writers.map(each => each.ended));
    let running = true;
    void ended.then(() => {
      running = false;
    });
    const seen = new Set<string | undefined>();
    for (let n = 0; running; n = (n + 1) % 10) seen.add(await letterOf(folder, n, bytes));
    expect(await ended).toEqual([
      [0, null],
      [0, null],
    ]);
    // Written before anybody read, and never gone in between.
    expect([...seen].filter(each => each !== 'a' && each !== 'b')).toEqual([]);
    expect(filesOf(folder)).toHaveLength(10);
    expect(filesOf(folder, '.tmp')).toEqual([]);
  });

  test('one that is killed in the middle of a write leaves whole files, and its half one goes later', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder();
    const bytes = 1_200_000;
    for (let kills = 1; kills <= 2; kills++) {
      const { ended } = begin(folder, 'a', 1_000, bytes, 'dies');
      expect(await ended).toEqual([null, 'SIGKILL']);
      const halves = filesOf(folder, '.tmp').map(name => statSync(join(folder, 'facts', name)).size);
      expect(halves).toHaveLength(kills);
      for (const size of halves) expect(size).toBeLessThan(bytes);
      for (let n = 0; n < 10; n++) expect(await letterOf(folder, n, bytes)).toBe('a');
    }

    const halves = filesOf(folder, '.tmp');
    await open(folder).write(repo(1), someFacts('org/model-1'));
    expect(filesOf(folder, '.tmp'), 'somebody may still be writing it').toEqual(halves);
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const name of halves) utimesSync(join(folder, 'facts', name), old, old);
    await open(folder).write(repo(1), someFacts('org/model-1'));
    expect(filesOf(folder, '.tmp')).toEqual([]);
  });
});
