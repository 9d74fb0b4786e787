import { type IgnorePattern, matchesPattern, readIgnorePattern } from './ignorePattern.ts';

/** The patterns of one `.gitignore`, `info/exclude` or command line, and the folder they speak of. */
export interface IgnoreFile {
  /** Segments of the folder's absolute path. */
  readonly folder: readonly string[];
  readonly patterns: readonly IgnorePattern[];
}

/** More lines than any honest file has; what follows is not read, so that a made-up file costs little. */
const MAX_PATTERNS = 5_000;

export function readIgnoreFile(text: string, folder: readonly string[], ignoreCase: boolean): IgnoreFile {
  const lines = text.replace(/^\uFEFF/, '').split('\n', MAX_PATTERNS);
  const patterns = lines.map(line => readIgnorePattern(line, ignoreCase)).filter(pattern => pattern !== undefined);
  return { folder, patterns };
}

/**
 * Is this path ignored? The files are ordered from the one that yields to the one that decides; in a file the last
 * match decides. Whether a folder above is ignored is the walker's business: it never comes here then.
 */
export function isIgnored(files: readonly IgnoreFile[], path: readonly string[], isDirectory: boolean): boolean {
  for (const file of files.toReversed()) {
    const relative = path.slice(file.folder.length);
    const match = file.patterns.findLast(pattern => matchesPattern(pattern, relative, isDirectory));
    if (match) return !match.negated;
  }
  return false;
}
