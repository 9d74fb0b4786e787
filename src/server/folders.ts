import { dirname, relative, sep } from 'node:path';
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { segmentsOf } from '../workspace/folderRules.ts';
import { isIgnored, readIgnoreFile } from '../workspace/ignoreFile.ts';
import { expandBraces } from '../workspace/walk.ts';

/** The folders of the workspace that lie on this machine's disk, as paths. */
export interface Folders {
  readonly all: () => readonly string[];
  /** The innermost workspace folder around a file, or the folder that the file lies in. */
  readonly around: (path: string) => string;
  /** A file as a reader knows it: relative to its workspace folder, with `/`. */
  readonly relative: (path: string) => string;
  readonly change: (event: WorkspaceFoldersChangeEvent) => void;
}

export function followFolders(params: InitializeParams): Folders {
  const given = params.workspaceFolders?.map(folder => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  const folders = new Set(given.flatMap(onDisk));
  function around(path: string): string {
    const holding = [...folders].filter(folder => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
    return holding.sort((a, b) => b.length - a.length)[0] ?? dirname(path);
  }
  return {
    all: () => [...folders].sort(),
    around,
    relative: path => relative(around(path), path).replaceAll(sep, '/'),
    change({ added, removed }) {
      for (const folder of removed.flatMap(({ uri }) => onDisk(uri))) folders.delete(folder);
      for (const folder of added.flatMap(({ uri }) => onDisk(uri))) folders.add(folder);
    },
  };
}

function onDisk(uri: string): string[] {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? [parsed.fsPath] : [];
}

/** Do these patterns, seen from the folder, leave this file or a folder above it out? The same patterns as the scan's. */
export function isExcluded(path: string, folder: string, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return false;
  const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';
  const base = segmentsOf(folder);
  const files = [readIgnoreFile(patterns.flatMap(pattern => expandBraces(pattern)).join('\n'), base, ignoreCase)];
  const segments = segmentsOf(path);
  for (let length = base.length + 1; length <= segments.length; length++) {
    if (isIgnored(files, segments.slice(0, length), length < segments.length)) return true;
  }
  return false;
}
