import { readFile, stat } from 'node:fs/promises';
import { fileProblem } from './fileProblem.ts';

/** Paths in git's index, relative to the work tree, with `/`; `folders` are all folders above a tracked file. */
export interface TrackedPaths {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

const NONE: TrackedPaths = { files: new Set(), folders: new Set() };

/** An index of this size names about half a million files. A larger one is not read: then ignored means ignored. */
const INDEX_LIMIT = 64 * 1024 * 1024;

/** As long as a path can be on Linux. */
const PATH_LIMIT = 4096;

export async function readTrackedPaths(indexFile: string): Promise<TrackedPaths> {
  try {
    const status = await stat(indexFile);
    if (!status.isFile() || status.size > INDEX_LIMIT) return NONE;
    return trackedPaths(await readFile(indexFile));
  } catch (error) {
    fileProblem(error);
    return NONE;
  }
}

/** Reads the paths of an index of version 2, 3 or 4 (gitformat-index(5)); stops where the bytes make no sense. */
export function trackedPaths(index: Buffer): TrackedPaths {
  if (index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return NONE;
  const version = index.readUInt32BE(4);
  if (version < 2 || version > 4) return NONE;
  const files = new Set<string>();
  const folders = new Set<string>();
  let previous = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0 && at + 62 < index.length; left--) {
    const extended = version >= 3 && (index[at + 60]! & 0x40) !== 0;
    let start = at + (extended ? 64 : 62);
    let kept = 0;
    if (version === 4) {
      const { value, next } = readVarint(index, start);
      kept = Math.max(0, previous.length - value);
      start = next;
    }
    const end = index.indexOf(0, start);
    if (end < 0 || kept + end - start > PATH_LIMIT) break;
    previous = Buffer.concat([previous.subarray(0, kept), index.subarray(start, end)]);
    const path = previous.toString('utf8');
    files.add(path);
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
    // Before version 4, one to eight NULs make an entry's length a multiple of eight.
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return { files, folders };
}

/** The offset encoding of pack files: seven bits a byte, and one more for each byte that follows. */
function readVarint(bytes: Buffer, start: number): { value: number; next: number } {
  let at = start;
  let byte = bytes[at++] ?? 0;
  let value = byte & 127;
  for (let length = 1; byte & 128 && length < 5; length++) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 127);
  }
  return { value, next: at };
}
