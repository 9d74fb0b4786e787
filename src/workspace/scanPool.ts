import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type FileOutcome, readerFailed, type ScanJob, skipped } from './scanFile.ts';
import type { WorkerAnswer, WorkerOrders } from './scanWorker.ts';

/** More threads than this wait for the disk and for the one that collects. */
const MOST_WORKERS = 4;

/** One processor is left to the thread that walks, judges and listens. */
const workersFor = (processors: number): number => Math.max(1, Math.min(processors - 1, MOST_WORKERS));

/** Batches that a thread has before it, so that it never waits for the next. */
const BATCHES_AHEAD = 2;

/** After so many deaths without an answer in between, threads are given up. */
const MOST_DEATHS = 3;

/** Threads that read files. They do not judge: the index of names and the advisories are in memory once. */
export interface ScanPool {
  /** Batches that keep all threads busy. */
  readonly capacity: number;
  readonly isReady: () => boolean;
  /** Resolves when the first thread can work, or when none ever will. */
  readonly ready: Promise<void>;
  /** The outcomes in the order of the jobs; `undefined` when there are no threads to be had. */
  readonly run: (jobs: readonly ScanJob[]) => Promise<readonly FileOutcome[] | undefined>;
  /** Ends all threads, in the middle of a file if need be. */
  readonly close: () => void;
}

interface Task {
  readonly jobs: readonly ScanJob[];
  readonly done: (outcomes: readonly FileOutcome[] | undefined) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly inHand: Int32Array;
  readonly tasks: Task[];
  ready: boolean;
}

const isSource = import.meta.url.endsWith('.ts');

/** Beside the bundle, or the source that a test runs. */
const WORKER = new URL(isSource ? './scanWorker.ts' : './scanWorker.mjs', import.meta.url);

export function startPool(
  orders: Omit<WorkerOrders, 'inHand'>,
  count = workersFor(availableParallelism()),
  code: URL = WORKER,
): ScanPool {
  const waiting: Task[] = [];
  const threads = new Set<Thread>();
  let deaths = 0;
  let closed = false;
  let begun: () => void;
  const ready = new Promise<void>(resolve => {
    begun = resolve;
  });

  function start(): void {
    const inHand = new SharedArrayBuffer(4);
    const worker = new Worker(code, {
      workerData: { ...orders, inHand } satisfies WorkerOrders,
      // Not what the process was started with: a debugger's port is taken already.
      execArgv: isSource ? ['--import', 'tsx'] : [],
    });
    const thread: Thread = { worker, inHand: new Int32Array(inHand), tasks: [], ready: false };
    threads.add(thread);
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer === 'ready') {
        thread.ready = true;
        begun();
      } else {
        deaths = 0;
        thread.tasks.shift()?.done(answer);
      }
      feed();
    });
    let how = 'its thread ended';
    worker.on('error', error => {
      how = String(error);
    });
    worker.on('exit', () => {
      threads.delete(thread);
      if (!closed) bury(thread, how);
    });
  }

  function bury({ tasks, inHand }: Thread, how: string): void {
    const [current, ...others] = tasks;
    waiting.unshift(...others);
    if (++deaths > MOST_DEATHS) {
      if (current) waiting.unshift(current);
      if (threads.size === 0) giveUp();
      return;
    }
    if (current) waiting.unshift(...withoutFile(current, Atomics.load(inHand, 0), how));
    start();
  }

  /** Parts a batch around the file that killed its thread. */
  function withoutFile({ jobs, done }: Task, bad: number, how: string): Task[] {
    const rest = jobs.toSpliced(bad, 1);
    const whole = (outcomes: readonly FileOutcome[]) =>
      done(outcomes.toSpliced(bad, 0, skipped(readerFailed(how), true)));
    if (rest.length === 0) {
      whole([]);
      return [];
    }
    return [{ jobs: rest, done: outcomes => (outcomes ? whole(outcomes) : done(undefined)) }];
  }

  function giveUp(): void {
    closed = true;
    for (const { done } of waiting.splice(0)) done(undefined);
    begun();
  }

  function feed(): void {
    for (let ahead = 0; ahead < BATCHES_AHEAD; ahead++) {
      for (const thread of threads) {
        if (!thread.ready || thread.tasks.length > ahead) continue;
        const task = waiting.shift();
        if (!task) return;
        thread.tasks.push(task);
        thread.worker.postMessage(task.jobs);
      }
    }
    // One after the other: a scan that is soon done needs no second.
    if (waiting.length > 0 && threads.size < count && [...threads].every(thread => thread.ready)) start();
  }

  if (existsSync(fileURLToPath(code))) start();
  else giveUp();

  return {
    capacity: count * (BATCHES_AHEAD + 1),
    isReady: () => !closed && [...threads].some(thread => thread.ready),
    ready,
    run: jobs =>
      new Promise(done => {
        if (closed) return done(undefined);
        waiting.push({ jobs, done });
        feed();
      }),
    close() {
      closed = true;
      for (const { worker } of threads) void worker.terminate();
    },
  };
}
