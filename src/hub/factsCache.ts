import { createHash, randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { lstat, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from '../core/facts/facts.ts';
import { isOwnFile, isOwnFolder, makeOwnFolder } from './ownFolder.ts';
import { readerMark } from './readerMark.ts';
import type { RepoName } from './repoAddress.ts';
import { FORM_VERSION, readEntry, type StoredEntry, storable } from './storedFacts.ts';

/**
 * Facts of repos on the disk, one file each. Whatever goes wrong with it costs a look-up at most: a file that cannot be
 * read is no fact, and one that cannot be written is not missed. What was not made here is never removed.
 */
export interface FactsCache {
  readonly read: (repo: RepoName) => Promise<Facts | undefined>;
  readonly write: (repo: RepoName, facts: Facts) => Promise<void>;
  readonly clear: () => Promise<void>;
}

export interface FactsCacheOptions {
  readonly folder: string;
  /** The Hub that told: what one says is no fact at another. */
  readonly endpoint: string;
  /** Whose answers these are: the token, or what stands for it. Absent: what anybody may see. It is not written down. */
  readonly token?: string;
  /** Files that are kept; 4,000 unless said. */
  readonly maxFiles?: number;
  /** Bytes of all of them together; 128 MB unless said. */
  readonly maxBytes?: number;
}

/** A tree of three pages and a card make less than this. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** Whoever wrote a half file that is older than this was killed. */
const ABANDONED_MS = 60 * 60 * 1000;
/** Counting the files is work: it is done at the first write and then after so many. */
const WRITES_BETWEEN_COUNTS = 64;

export function openFactsCache(options: FactsCacheOptions): FactsCache {
  const { endpoint, token, maxFiles = 4_000, maxBytes = 128 * 1024 * 1024 } = options;
  const folder = join(options.folder, 'facts');
  const keyOf = ({ id, kind }: RepoName) => `${endpoint} ${kind} ${id.toLowerCase()}`;
  let mark: Promise<string> | undefined;
  let writes = 0;

  /** What a token shows is found by the same token alone, and lies beside what anybody sees, not in its place. */
  async function pathOf(key: string): Promise<string> {
    if (token !== undefined) mark ??= readerMark(folder, endpoint, token);
    const name = createHash('sha256').update(`${key} ${mark ? await mark : 'anybody'}`);
    return join(folder, `${name.digest('hex')}.json`);
  }

  return {
    async read(repo) {
      const key = keyOf(repo);
      const content = await readSmallFile(await pathOf(key));
      const entry = content === undefined ? undefined : readEntry(content);
      return entry?.repo === key ? entry.facts : undefined;
    },

    async write(repo, facts) {
      const key = keyOf(repo);
      const entry: StoredEntry = { version: FORM_VERSION, repo: key, facts: storable(facts) };
      const content = JSON.stringify(entry);
      if (Buffer.byteLength(content) > MAX_FILE_BYTES) return;
      // Beside its place first, then moved there: two writers and a reader see a whole file, this one or that one.
      const beside = join(folder, `${randomUUID()}.tmp`);
      try {
        await makeOwnFolder(folder);
        await writeFile(beside, content, { flag: 'wx', mode: 0o600 });
        await rename(beside, await pathOf(key));
      } catch {
        await rm(beside, { force: true }).catch(() => {});
        return; // A full or closed disk: it is asked again next time.
      }
      if (writes++ % WRITES_BETWEEN_COUNTS === 0) await removeOldest(folder, maxFiles, maxBytes);
    },

    async clear() {
      // The machine's key goes with the rest.
      mark = undefined;
      if (!isOwnFolder(folder)) return;
      const names = await readdir(folder).catch(() => []);
      await Promise.all(names.filter(isOwnFile).map(name => rm(join(folder, name), { force: true }).catch(() => {})));
      await rmdir(folder).catch(() => {}); // It is kept where it holds anything else.
    },
  };
}

/** The file's text; nothing where there is no such file, or one that is not for us: a link, a pipe, a giant. */
async function readSmallFile(path: string): Promise<string | undefined> {
  try {
    // Most often there is none, which a list of ids by the ten thousand must not wait for.
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (!status?.isFile() || status.size > MAX_FILE_BYTES) return undefined;
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Keeps the folder within its bounds: the longest unrenewed go first, and what a killed process left behind. */
async function removeOldest(folder: string, maxFiles: number, maxBytes: number): Promise<void> {
  if (!isOwnFolder(folder)) return;
  const names = await readdir(folder).catch(() => []);
  const stats = await Promise.all(
    names
      .filter(isOwnFile)
      .map(async name => ({ name, status: await lstat(join(folder, name)).catch(() => undefined) })),
  );
  const remove = (name: string) => rm(join(folder, name), { force: true }).catch(() => {});
  const files: { name: string; size: number; time: number }[] = [];
  for (const { name, status } of stats) {
    if (!status?.isFile()) continue;
    if (name.endsWith('.json')) files.push({ name, size: status.size, time: status.mtimeMs });
    else if (name.endsWith('.tmp') && Date.now() - status.mtimeMs > ABANDONED_MS) await remove(name);
  }
  files.sort((a, b) => b.time - a.time);
  let bytes = 0;
  for (const [at, { name, size }] of files.entries()) {
    bytes += size;
    if (at >= maxFiles || bytes > maxBytes) await remove(name);
  }
}
