import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileProblem } from './fileProblem.ts';

export interface GitRepository {
  /** The folder that holds `.git`. */
  readonly root: string;
  /** Where this work tree's index lies. */
  readonly gitDirectory: string;
  /** Where `info/exclude` lies; shared by all work trees of a repository. */
  readonly commonDirectory: string;
}

/** The repository whose work tree begins in this folder. */
export async function repositoryAt(folder: string): Promise<GitRepository | undefined> {
  const marker = join(folder, '.git');
  const status = await stat(marker).catch(nothing);
  if (status?.isDirectory()) return { root: folder, gitDirectory: marker, commonDirectory: marker };
  if (!status?.isFile() || status.size > 4096) return undefined;
  // A linked work tree or a submodule: a file that says where the rest is.
  const named = /^gitdir: *(.+?)\s*$/m.exec((await readSmall(marker)) ?? '')?.[1];
  if (!named || isNetworkPath(named)) return undefined;
  const gitDirectory = resolve(folder, named);
  const common = (await readSmall(join(gitDirectory, 'commondir')))?.trim();
  const commonDirectory = common && !isNetworkPath(common) ? resolve(gitDirectory, common) : gitDirectory;
  return { root: folder, gitDirectory, commonDirectory };
}

/** On Windows, merely looking at `\\server\share` tells that server who we are. */
const isNetworkPath = (path: string): boolean => /^[\\/]{2}/.test(path);

/** The repository that a folder lies in. */
export async function repositoryAround(folder: string): Promise<GitRepository | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const repository = await repositoryAt(at);
    if (repository || dirname(at) === at) return repository;
  }
}

/** An ignore file or the like: short, or not there at all. */
export async function readSmall(path: string, limit = 256 * 1024): Promise<string | undefined> {
  const status = await stat(path).catch(nothing);
  if (!status?.isFile() || status.size > limit) return undefined;
  return readFile(path, 'utf8').catch(nothing);
}

/** A file that is missing or closed to us is no file here. */
const nothing = (error: unknown): undefined => void fileProblem(error);
