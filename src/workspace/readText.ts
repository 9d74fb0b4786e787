import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileProblem } from './fileProblem.ts';

export type TextFile = { readonly text: string; readonly bytes: number } | { readonly skipped: string };

/** Largest source text that is read, in bytes. A text of this size takes a reader a second or two. */
export const TEXT_LIMIT = 2 * 1024 * 1024;

/** Notebooks carry their pictures with them. */
export const NOTEBOOK_LIMIT = 16 * 1024 * 1024;

/** Git's own test: a NUL among the first 8,000 bytes makes a file binary. */
const BINARY_TEST_BYTES = 8_000;

/** Flags that Windows lacks are 0. Without `O_NONBLOCK` a named pipe would keep us waiting for a writer. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

/** Reads a text once, without following a link; what is not a text of bearable size is a reason, not an error. */
export async function readText(path: string, options: { limit: number; followLink?: boolean }): Promise<TextFile> {
  try {
    const file = await open(path, options.followLink ? READ : READ | NO_FOLLOW);
    try {
      const status = await file.stat();
      if (!status.isFile()) return { skipped: status.isDirectory() ? 'it is a folder' : 'not a regular file' };
      if (status.size > options.limit) return { skipped: tooLarge(options.limit) };
      const bytes = await file.readFile();
      // A file may have grown since it was asked for its size.
      if (bytes.length > options.limit) return { skipped: tooLarge(options.limit) };
      const text = decode(bytes);
      return text === undefined ? { skipped: 'a binary file' } : { text, bytes: bytes.length };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { skipped: fileProblem(error) };
  }
}

const tooLarge = (limit: number): string => `larger than ${limit / 1024 / 1024} MB`;

/** UTF-8, or UTF-16 where a byte order mark says so (PowerShell writes it). The mark is not part of the text. */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, BINARY_TEST_BYTES).includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes);
}
