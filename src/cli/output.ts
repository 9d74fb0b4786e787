import { randomUUID } from 'node:crypto';
import { type FileHandle, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { fileProblem } from '../workspace/fileProblem.ts';
import { UnfinishedError } from './usageError.ts';

/** Where a result goes. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  /** Whoever reads has gone away (`| head`): nothing more needs to be made. */
  readonly isClosed: () => boolean;
  /** The result is whole. */
  readonly finish: () => Promise<void>;
  /** The result will not be whole: leave no trace of it, where that is possible. */
  readonly discard: () => Promise<void>;
}

export function streamOutput(stream: Writable): Output {
  let closed = false;
  let problem: Error | undefined;
  stream.on('error', (error: Error & { code?: string }) => {
    closed = true;
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') problem = error;
  });
  const write = async (text: string): Promise<void> => {
    if (!closed && text !== '') await new Promise<void>(done => stream.write(text, () => done()));
    if (problem) throw new UnfinishedError(`The result cannot be written: ${fileProblem(problem)}.`);
  };
  const nothing = async () => {};
  return { write, isClosed: () => closed, finish: nothing, discard: nothing };
}

/** Writes beside the file and moves it there when all is done: nobody ever sees half a result. */
export async function fileOutput(path: string): Promise<Output> {
  try {
    const target = await realpath(path).catch(() => path);
    const there = await lstat(target).catch(() => undefined);
    if (there?.isDirectory()) throw new UnfinishedError(`${path} cannot be written: it is a folder.`);
    // A device or a named pipe (/dev/stdout, /dev/null) must be written to, never replaced.
    const beside =
      there && !there.isFile() ? undefined : join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
    const file = await open(beside ?? target, beside ? 'wx' : 'w', there?.isFile() ? there.mode : 0o666);
    return whole(path, file, beside, target);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function whole(path: string, file: FileHandle, beside: string | undefined, target: string): Output {
  const discard = async () => {
    await file.close().catch(() => {});
    if (beside) await rm(beside, { force: true });
  };
  const orDiscard = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await discard();
      throw unwritable(path, error);
    }
  };
  return {
    write: text => orDiscard(() => file.writeFile(text)),
    isClosed: () => false,
    finish: () =>
      orDiscard(async () => {
        await file.close();
        if (beside) await rename(beside, target);
      }),
    discard,
  };
}

const unwritable = (path: string, error: unknown): Error =>
  error instanceof UnfinishedError ? error : new UnfinishedError(`${path} cannot be written: ${fileProblem(error)}.`);
