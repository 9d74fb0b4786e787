import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { unlessAborted } from './aborted.ts';
import { fileProblem } from './fileProblem.ts';
import { isReadable, type ScanJob } from './scanFile.ts';
import { type WalkEntry, type WalkOptions, walk } from './walk.ts';

export interface ItemOptions extends Omit<WalkOptions, 'base'> {
  /** Absolute; paths in results are relative to it, and excludes speak of it. */
  readonly base: string;
  /** The text of a document that is open in an editor, in place of what is on the disk. */
  readonly openText?: (path: string) => string | undefined;
}

export interface NotScanned {
  readonly type: 'skipped';
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly why: string;
  /** The user named this path, and it could not be read: the scan is not what was asked for. */
  readonly failed: boolean;
}

export type ScanItem = ScanJob | NotScanned;

export const isJob = (item: ScanItem): item is ScanJob => !('type' in item);

/** All files to read, in the order of the roots and then of the walk; and what is known not to be read. */
export async function* itemsUnder(roots: readonly string[], options: ItemOptions): AsyncGenerator<ScanItem> {
  const { base, signal } = options;
  const seen = new Set<string>();
  const prefix = base.endsWith(sep) ? base : base + sep;
  const inside = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : relative(base, path));
  const shown = (path: string) => inside(path).replaceAll(sep, '/') || '.';

  function itemFor(entry: WalkEntry, named: boolean): ScanItem | undefined {
    const path = shown(entry.path);
    // A link to a picture, or an ignored one, is nobody's loss.
    const matters = (entry.type === 'skipped' && entry.isFolder) || isReadable(path);
    if (entry.type === 'skipped') return matters ? { type: 'skipped', path, why: entry.why, failed: named } : undefined;
    if (!matters && !named) return undefined;
    const open = options.openText?.(entry.path);
    return { path: entry.path, shown: path, named, ...(open !== undefined && { open }) };
  }

  for (const root of roots) {
    signal?.throwIfAborted();
    const path = resolve(base, root);
    const kind = await unlessAborted(kindOf(path), signal);
    if (typeof kind === 'object') {
      yield { type: 'skipped', path: shown(path), why: kind.problem, failed: true };
      continue;
    }
    const entries = kind === 'folder' ? walk(path, options) : [{ type: 'file' as const, path }];
    for await (const entry of entries) {
      if (seen.has(entry.path)) continue;
      const item = itemFor(entry, entry.path === path);
      if (!item) continue;
      if (roots.length > 1) seen.add(entry.path);
      yield item;
    }
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | { problem: string }> {
  try {
    return (await stat(await realpath(path))).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { problem: fileProblem(error) };
  }
}
