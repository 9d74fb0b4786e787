import { setImmediate as breathe } from 'node:timers/promises';
import type { Engine, JudgeOptions } from '../core/engine.ts';
import { readReferencesOf } from '../core/readDocument.ts';
import type { Reading } from '../core/reading.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Surroundings } from '../core/rules/rule.ts';
import { unlessAborted } from './aborted.ts';
import { type FileOutcome, type ReadDocument, type ScanJob, scanFile } from './scanFile.ts';
import { type ItemOptions, isJob, itemsUnder, type NotScanned, type ScanItem } from './scanItems.ts';
import { type ScanPool, startPool } from './scanPool.ts';

export interface ScanOptions extends ItemOptions {
  /** `false`: only read. */
  readonly judge?: Omit<JudgeOptions, 'surroundings'> | false;
  /** Read for references alone: hazards and suppressions are not looked for. */
  readonly referencesOnly?: boolean;
  readonly surroundings?: (documentPath: string) => Surroundings;
  /**
   * A long scan, and a long file, may be read in threads: after how many milliseconds of work they take over, and from
   * how many characters on a file is theirs at once.
   */
  readonly threads?: boolean | { readonly after?: number; readonly longest?: number };
}

export type ScanResult = ScannedFile | NotScanned;

export interface ScannedFile {
  readonly type: 'scanned';
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Its path is relative to the base, with `/`. Its text is empty where nothing was found. */
  readonly reading: Reading;
  readonly findings: readonly Finding[];
}

/**
 * About what it costs to start threads and to have our code compiled in each (measured on Node 20 and two cores: 1.4 to
 * 5 s of processor time, half of that of a clock): who has worked so long will rather work longer than not.
 */
const THREADS_AFTER_MS = 2000;

/** Whoever types waits no longer than this for a scan in the same thread, and a cancellation neither. */
const BREATH_MS = 5;

/** In characters. A text of this length takes a reader some 15 ms; a longer one is left to a thread, which can be stopped. */
const LONGEST_HERE = 30_000;

/** Files that are sent to a thread at once: a message costs about as much as reading one short file. */
const BATCH = 24;

/** Files that were read while an earlier one is still in a thread: enough that nobody waits for that one. */
const MOST_HELD = 200;

/** What waits for its turn in the order of the walk. */
interface Held {
  readonly items: readonly ScanItem[];
  /** Of the items that are jobs. */
  readonly outcomes: readonly FileOutcome[] | Promise<readonly FileOutcome[]>;
  isDone: boolean;
}

/**
 * Reads and judges all files under the roots, one result at a time, in the order of the walk. Each file is read once,
 * also where roots overlap. Files that we have no reader for are passed by in silence, unless they are named.
 * Rejects with the signal's reason soon after it fires.
 */
export async function* scan(
  engine: Engine,
  roots: readonly string[],
  options: ScanOptions,
): AsyncGenerator<ScanResult> {
  const { signal, judge, referencesOnly = false, threads = false } = options;
  const read: ReadDocument = referencesOnly ? readReferencesOf : document => engine.read(document);
  const { after = THREADS_AFTER_MS, longest = LONGEST_HERE } =
    typeof threads === 'object' ? threads : threads ? {} : { longest: Number.POSITIVE_INFINITY };
  const pause = pauses();
  const held: Held[] = [];
  let pool: ScanPool | undefined;
  const threadsOf = (): ScanPool => {
    pool ??= startPool({ referencesOnly });
    return pool;
  };

  function findingsIn(path: string, reading: Reading): readonly Finding[] {
    if (judge === false) return [];
    const surroundings = options.surroundings?.(path);
    return engine.judge(reading, { ...judge, ...(surroundings && { surroundings }) });
  }

  function resultOf({ path, shown }: ScanJob, outcome: FileOutcome): ScanResult | undefined {
    if (!outcome) return undefined;
    if (outcome.type === 'skipped') return { ...outcome, path: shown };
    const { bytes, reading } = outcome;
    return { type: 'scanned', path, bytes, reading, findings: findingsIn(path, reading) };
  }

  /** Where there are no threads to be had. */
  async function readHere(jobs: readonly ScanJob[]): Promise<FileOutcome[]> {
    const outcomes: FileOutcome[] = [];
    for (const job of jobs) {
      signal?.throwIfAborted();
      outcomes.push(scanFile(job, read));
      await pause();
    }
    return outcomes;
  }

  function send(items: readonly ScanItem[]): void {
    const jobs = items.filter(isJob);
    const outcomes = threadsOf()
      .run(jobs)
      .then(done => done ?? readHere(jobs));
    const sent: Held = { items, outcomes, isDone: false };
    const done = () => {
      sent.isDone = true;
    };
    // It is awaited in its turn; until then its failure is nobody's surprise.
    outcomes.then(done, done);
    held.push(sent);
  }

  /** No more batches are under way than keep the threads busy, and no more is kept in memory than that. */
  const isFull = (): boolean =>
    held.length >= MOST_HELD || (pool !== undefined && held.filter(each => !each.isDone).length >= pool.capacity);

  async function* handOn(): AsyncGenerator<ScanResult> {
    const { items, outcomes } = held.shift()!;
    const done = ('then' in outcomes ? await unlessAborted(outcomes, signal) : outcomes).values();
    for (const item of items) {
      signal?.throwIfAborted();
      const result = isJob(item) ? resultOf(item, done.next().value) : item;
      if (result) yield result;
      await pause();
    }
  }

  try {
    let worked = 0;
    const batch: ScanItem[] = [];
    for await (const item of itemsUnder(roots, options)) {
      signal?.throwIfAborted();
      if (threads && worked >= after && threadsOf().isReady()) {
        batch.push(item);
        if (batch.length === BATCH) send(batch.splice(0));
      } else {
        const start = performance.now();
        const outcome = isJob(item) ? scanFile(item, read, longest) : undefined;
        worked += performance.now() - start;
        if (outcome === 'later') send([item]);
        else held.push({ items: [item], outcomes: [outcome], isDone: true });
      }
      while (held[0]?.isDone || isFull()) yield* handOn();
      await pause();
    }
    if (batch.length > 0) send(batch);
    while (held.length > 0) yield* handOn();
  } finally {
    pool?.close();
  }
}

/** Lets whatever waits have its turn, when it has waited long enough. */
function pauses(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last <= BREATH_MS) return;
    await breathe();
    last = performance.now();
  };
}
