import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { unlessAborted } from './aborted.ts';
import { fileProblem } from './fileProblem.ts';
import { type FolderRules, rulesBelow, rulesFor, segmentsOf } from './folderRules.ts';
import { isIgnored, readIgnoreFile } from './ignoreFile.ts';

export interface WalkOptions {
  /** Patterns as in `.gitignore`, seen from `base`; they decide over every `.gitignore`. Braces may be used: `*.{md,txt}`. */
  readonly excludes?: readonly string[];
  /** The folder that excludes speak of; the walk's own when absent. */
  readonly base?: string;
  /** Keep to `.gitignore` and `.git/info/exclude` (true when absent). */
  readonly gitignore?: boolean;
  readonly signal?: AbortSignal;
}

export type WalkEntry =
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'skipped'; readonly path: string; readonly why: string; readonly isFolder: boolean };

/** Folders that hold installed packages or the insides of tools: nobody's own code, and plenty of it. */
const PRUNED: ReadonlyMap<string, string | undefined> = new Map([
  ['.git', undefined],
  ['.hg', undefined],
  ['.svn', undefined],
  ['__pycache__', undefined],
  ['.ipynb_checkpoints', undefined],
  ['.mypy_cache', undefined],
  ['.pytest_cache', undefined],
  ['.ruff_cache', undefined],
  ['node_modules', 'installed packages'],
  ['site-packages', 'installed packages'],
  ['.venv', 'installed packages'],
  ['venv', 'installed packages'],
  ['.tox', 'installed packages'],
  ['.nox', 'installed packages'],
  ['.eggs', 'installed packages'],
]);

interface Folder {
  readonly path: string;
  /** Of the folder around it; its own are known when it is listed. */
  readonly rules: FolderRules;
  /** Begun before its turn, so that the disk works while files are read. */
  listing?: Promise<Dirent[]>;
}

/** Folders that are listed before their turn. */
const AHEAD = 4;

/** How far down the stack the next folders are looked for. */
const LOOKED_THROUGH = 40;

/**
 * All files under a folder, sorted by path (code units, `/` as separator). Ignored files are left out as git leaves them
 * out; links are not followed, so a circle of them is harmless. What is left out is said, but for excludes and the
 * insides of tools.
 * Rejects with the signal's reason soon after it fires.
 */
export async function* walk(root: string, options: WalkOptions = {}): AsyncGenerator<WalkEntry> {
  const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';
  const excludes = readIgnoreFile(
    (options.excludes ?? []).flatMap(pattern => expandBraces(pattern.replace(/^\.\//, '/'))).join('\n'),
    segmentsOf(options.base ?? root),
    ignoreCase,
  );
  const useGit = options.gitignore ?? true;
  const waiting: (Folder | WalkEntry)[] = [{ path: root, rules: await rulesFor(root, useGit, ignoreCase) }];

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    options.signal?.throwIfAborted();
    if ('type' in next) {
      yield next;
      continue;
    }
    const { path: folder } = next;
    let entries: Dirent[];
    try {
      entries = await unlessAborted(list(next), options.signal);
    } catch (error) {
      options.signal?.throwIfAborted();
      yield { type: 'skipped', path: folder, why: fileProblem(error), isFolder: true };
      continue;
    }
    const rules = folder === root ? next.rules : await unlessAborted(ownRules(next, entries), options.signal);
    const inSegments = segmentsOf(folder);
    const found: { key: string; item: Folder | WalkEntry }[] = [];
    for (const entry of entries) {
      const path = folder.endsWith(sep) ? folder + entry.name : folder + sep + entry.name;
      const isDirectory = entry.isDirectory();
      const segments = [...inSegments, entry.name];
      if (isIgnored([excludes], segments, isDirectory)) continue;
      const ignored = rules.onlyTracked || isIgnored(rules.files, segments, isDirectory);
      const hidden = ignored && !(await rules.isTracked(path, isDirectory));
      const item = hidden
        ? leftOut(entry, path)
        : itemFor(entry, path, ignored ? { ...rules, onlyTracked: true } : rules);
      if (item) found.push({ key: isDirectory ? `${entry.name}/` : entry.name, item });
    }
    found.sort((a, b) => (a.key < b.key ? 1 : -1));
    for (const { item } of found) waiting.push(item);
    listAhead(waiting);
  }

  function ownRules({ path, rules }: Folder, entries: readonly Dirent[]): Promise<FolderRules> {
    return rulesBelow(rules, path, new Set(entries.map(entry => entry.name)), useGit, ignoreCase);
  }
}

function list(folder: Folder): Promise<Dirent[]> {
  folder.listing ??= readdir(folder.path, { withFileTypes: true });
  return folder.listing;
}

function listAhead(waiting: readonly (Folder | WalkEntry)[]): void {
  let started = 0;
  const last = Math.max(0, waiting.length - LOOKED_THROUGH);
  for (let i = waiting.length - 1; i >= last && started < AHEAD; i--) {
    const item = waiting[i]!;
    if ('type' in item) continue;
    // It is awaited in its turn; until then its failure is nobody's surprise.
    list(item).catch(() => {});
    started++;
  }
}

function itemFor(entry: Dirent, path: string, rules: FolderRules): Folder | WalkEntry | undefined {
  if (entry.isFile()) return { type: 'file', path };
  if (entry.isSymbolicLink()) return { type: 'skipped', path, why: 'a symbolic link, not followed', isFolder: false };
  if (!entry.isDirectory()) return { type: 'skipped', path, why: 'not a regular file', isFolder: false };
  return PRUNED.has(entry.name) ? pruned(entry.name, path) : { path, rules };
}

function pruned(name: string, path: string): WalkEntry | undefined {
  const why = PRUNED.get(name);
  return why === undefined ? undefined : { type: 'skipped', path, why, isFolder: true };
}

/** Whoever wrote the ignore file may not be a friend: what it keeps from us is said, a folder as one. */
function leftOut(entry: Dirent, path: string): WalkEntry | undefined {
  if (entry.isDirectory() && PRUNED.has(entry.name)) return pruned(entry.name, path);
  return { type: 'skipped', path, why: 'ignored by git', isFolder: entry.isDirectory() };
}

/** `*.{md,txt}` → `*.md`, `*.txt`; stops at 64 patterns, and leaves braces that do not pair as they are. */
export function expandBraces(pattern: string, limit = 64): string[] {
  let expanded = [pattern];
  for (;;) {
    const next = expanded.flatMap(one => {
      const braces = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(one);
      return braces ? braces[2]!.split(',').map(choice => braces[1]! + choice + braces[3]!) : [one];
    });
    if (next.length === expanded.length || next.length > limit) return expanded;
    expanded = next;
  }
}
