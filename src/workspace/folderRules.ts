import { dirname, join, sep } from 'node:path';
import { type GitRepository, readSmall, repositoryAround, repositoryAt } from './gitRepository.ts';
import { type IgnoreFile, isIgnored, readIgnoreFile } from './ignoreFile.ts';
import { readTrackedPaths, type TrackedPaths } from './trackedPaths.ts';

/** Which ignore files speak of the entries of a folder, weakest first, and which entries git keeps in spite of them. */
export interface FolderRules {
  readonly files: readonly IgnoreFile[];
  /** A folder above is ignored: only what git keeps all the same is of interest. */
  readonly onlyTracked: boolean;
  /** An ignore pattern does not untrack a file that was committed: a stranger's `.gitignore` cannot hide one from us. */
  readonly isTracked: (path: string, isDirectory: boolean) => Promise<boolean>;
}

const NO_RULES: FolderRules = { files: [], onlyTracked: false, isTracked: async () => false };

export const segmentsOf = (path: string): string[] => path.split(sep).filter(segment => segment !== '');

/** The rules for the folder a walk begins in, with those of the repository around it. */
export async function rulesFor(folder: string, useGit: boolean, ignoreCase: boolean): Promise<FolderRules> {
  if (!useGit) return NO_RULES;
  const repository = await repositoryAround(folder);
  if (!repository) return withIgnoreFile(NO_RULES, folder, ignoreCase);
  const path: string[] = [];
  for (let at = folder; at !== repository.root; at = dirname(at)) path.unshift(at);
  let rules = await rulesOf(repository, ignoreCase);
  for (const at of path) {
    // Whoever names an ignored folder wants it read: what ignores it is not asked again inside.
    if (isIgnored(rules.files, segmentsOf(at), true)) rules = { ...rules, files: [] };
    rules = await withIgnoreFile(rules, at, ignoreCase);
  }
  return rules;
}

/** The rules for a folder inside, by the names of what lies in it; a repository that begins there has only its own. */
export async function rulesBelow(
  outer: FolderRules,
  folder: string,
  names: ReadonlySet<string>,
  useGit: boolean,
  ignoreCase: boolean,
): Promise<FolderRules> {
  if (!useGit) return outer;
  const repository = names.has('.git') ? await repositoryAt(folder) : undefined;
  if (repository) return rulesOf(repository, ignoreCase);
  return names.has('.gitignore') ? withIgnoreFile(outer, folder, ignoreCase) : outer;
}

async function rulesOf(repository: GitRepository, ignoreCase: boolean): Promise<FolderRules> {
  const exclude = await readSmall(join(repository.commonDirectory, 'info', 'exclude'));
  let tracked: Promise<TrackedPaths> | undefined;
  const isTracked = async (path: string, isDirectory: boolean) => {
    tracked ??= readTrackedPaths(join(repository.gitDirectory, 'index'));
    const relative = path.slice(repository.root.length + 1).replaceAll(sep, '/');
    return (await tracked)[isDirectory ? 'folders' : 'files'].has(relative);
  };
  const files = exclude ? [readIgnoreFile(exclude, segmentsOf(repository.root), ignoreCase)] : [];
  return withIgnoreFile({ files, onlyTracked: false, isTracked }, repository.root, ignoreCase);
}

async function withIgnoreFile(rules: FolderRules, folder: string, ignoreCase: boolean): Promise<FolderRules> {
  const text = await readSmall(join(folder, '.gitignore'));
  if (text === undefined) return rules;
  return { ...rules, files: [...rules.files, readIgnoreFile(text, segmentsOf(folder), ignoreCase)] };
}
