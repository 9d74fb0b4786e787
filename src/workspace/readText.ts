import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { decode } from './decode.ts';
import { fileProblem } from './fileProblem.ts';

export type TextFile = { readonly text: string; readonly bytes: number } | { readonly skipped: string };

/** Largest source text that is read, in bytes. A text of this size takes a reader a second or two. */
export const TEXT_LIMIT = 2 * 1024 * 1024;

/** Notebooks carry their pictures with them. */
export const NOTEBOOK_LIMIT = 16 * 1024 * 1024;

/** Flags that Windows lacks are 0. Without `O_NONBLOCK` a named pipe would keep us waiting for a writer. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/**
 * Where a short file is read to: nearly all source files fit, and need no memory of their own. Only the text that is
 * decoded from it leaves this file.
 */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Reads a text once, without following a link; what is not a text of bearable size is a reason, not an error. It does not
 * wait in between: four calls in a row take a fraction of the time that four promises do.
 */
export function readText(path: string, options: { limit: number; followLink?: boolean }): TextFile {
  try {
    const file = openSync(path, options.followLink ? READ : READ | NO_FOLLOW);
    try {
      const bytes = readBytes(file, options.limit);
      if ('skipped' in bytes) return bytes;
      const text = decode(bytes);
      return text === undefined ? { skipped: 'a binary file' } : { text, bytes: bytes.length };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { skipped: fileProblem(error) };
  }
}

function readBytes(file: number, limit: number): Uint8Array | { skipped: string } {
  const status = fstatSync(file);
  if (!status.isFile()) return { skipped: status.isDirectory() ? 'it is a folder' : 'not a regular file' };
  if (status.size > limit) return { skipped: `larger than ${limit / 1024 / 1024} MB` };
  const buffer = status.size < shared.length ? shared : Buffer.allocUnsafeSlow(status.size);
  let length = 0;
  // A file may have grown, or been cut, since it was asked for its size: what it had then is what is read.
  while (length < status.size) {
    const read = readSync(file, buffer, length, status.size - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}
