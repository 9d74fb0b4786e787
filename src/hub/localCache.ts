import { lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Reference, RepoKind } from '../core/references/reference.ts';

/** What of the process's environment decides where the cache lies. */
export interface CacheEnvironment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const FOLDER_PREFIX: Readonly<Record<RepoKind, string>> = {
  model: 'models',
  dataset: 'datasets',
  space: 'spaces',
  kernel: 'kernels',
  unknown: 'models',
};

/** The hub cache as `huggingface_hub` finds it: `HF_HUB_CACHE`, its old name, `HF_HOME`, `XDG_CACHE_HOME`, home. */
export function hubCacheFolder({ variables, home }: CacheEnvironment): string {
  const expand = (path: string) =>
    resolve(
      path
        .replace(/^~(?=$|[\\/])/, () => home)
        .replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced, bare) => variables[braced ?? bare] ?? whole),
    );
  const named = variables['HF_HUB_CACHE'] || variables['HUGGINGFACE_HUB_CACHE'];
  if (named) return expand(named);
  if (variables['HF_HOME']) return join(expand(variables['HF_HOME']), 'hub');
  return join(expand(variables['XDG_CACHE_HOME'] || join(home, '.cache')), 'huggingface', 'hub');
}

/** An id that can be part of a path: the Hub allows nothing else either. */
const SAFE_ID = /^(?!.*(?:\.\.|--))[A-Za-z0-9_.-]{1,96}(?:\/[A-Za-z0-9_.-]{1,96})?$/;

/**
 * The folder in the cache that holds files of the repo, or `undefined`. A folder without a snapshot is a download that
 * never came to a file. Links are not followed.
 */
export function cachedFolder(
  reference: Pick<Reference, 'id' | 'kind'>,
  environment: CacheEnvironment,
): string | undefined {
  if (!SAFE_ID.test(reference.id)) return undefined;
  const folder = join(
    hubCacheFolder(environment),
    `${FOLDER_PREFIX[reference.kind]}--${reference.id.replace('/', '--')}`,
  );
  const snapshots = join(folder, 'snapshots');
  return isFolder(folder) && isFolder(snapshots) && readdirSync(snapshots).length > 0 ? folder : undefined;
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // A cache that we may not look into tells us nothing.
    return false;
  }
}
