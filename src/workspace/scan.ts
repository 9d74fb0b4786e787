import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Engine, JudgeOptions } from '../core/engine.ts';
import { readReferencesOf } from '../core/readDocument.ts';
import type { Reading } from '../core/reading.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Surroundings } from '../core/rules/rule.ts';
import { unlessAborted } from './aborted.ts';
import { fileProblem } from './fileProblem.ts';
import { type FileOutcome, isReadable, type ReadDocument, type ScanJob, scanFile } from './scanFile.ts';
import { type ScanPool, startPool } from './scanPool.ts';
import { type WalkEntry, type WalkOptions, walk } from './walk.ts';

export interface ScanOptions extends Omit<WalkOptions, 'base'> {
  /** Absolute; paths in results are relative to it, and excludes speak of it. */
  readonly base: string;
  /** `false`: only read. */
  readonly judge?: Omit<JudgeOptions, 'surroundings'> | false;
  /** Read for references alone: hazards and suppressions are not looked for. */
  readonly referencesOnly?: boolean;
  readonly surroundings?: (documentPath: string) => Surroundings;
  /** The text of a document that is open in an editor, in place of what is on the disk. */
  readonly openText?: (path: string) => string | undefined;
  /** A long scan, and a long file, may be read in threads: true, or after how many milliseconds of work they begin. */
  readonly threads?: boolean | { readonly after: number };
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

export interface NotScanned {
  readonly type: 'skipped';
  /** Relative to the base, with `/`. */
  readonly path: string;
  readonly why: string;
  /** The user named this path, and it could not be read: the scan is not what was asked for. */
  readonly failed: boolean;
}

/**
 * About what it costs to start threads and to have our code compiled in them (measured on Node 20): who has worked so
 * long will rather work longer than not.
 */
const THREADS_AFTER_MS = 500;

/** Whoever types waits no longer than this for a scan in the same thread, and a cancellation neither. */
const BREATH_MS = 5;

/** In characters. A text of this length takes a reader some 15 ms; a longer one is left to a thread, which can be stopped. */
const LONGEST_HERE = 30_000;

/** Files that are sent to a thread at once: a message costs about as much as reading one short file. */
const BATCH = 24;

type Item = ScanJob | NotScanned;

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
  const after = typeof threads === 'object' ? threads.after : THREADS_AFTER_MS;
  const longest = threads ? LONGEST_HERE : Number.POSITIVE_INFINITY;
  const source = itemsUnder(roots, options);
  const pause = pauses();
  let pool: ScanPool | undefined;
  const startThreads = (): ScanPool => {
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

  /** Until it is known that the scan is long; whatever is left then goes on in threads. */
  async function* here(): AsyncGenerator<ScanResult, ScanJob | undefined> {
    let worked = 0;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      signal?.throwIfAborted();
      const item = next.value;
      const start = performance.now();
      const outcome = isJob(item) ? scanFile(item, read, longest) : item;
      if (outcome === 'later') return item as ScanJob;
      const result = isJob(item) ? resultOf(item, outcome) : item;
      if (result) yield result;
      worked += performance.now() - start;
      if (threads && worked >= after && startThreads().isReady()) return undefined;
      await pause();
    }
    return undefined;
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

  /** Hands batches to threads, and their results on in order; no more batches are under way than keep the threads busy. */
  async function* there(first: ScanJob | undefined, running: ScanPool): AsyncGenerator<ScanResult> {
    const underWay: { items: readonly Item[]; outcomes: Promise<readonly FileOutcome[]> }[] = [];
    let batch: Item[] = first ? [first] : [];
    const send = (): void => {
      const jobs = batch.filter(isJob);
      const outcomes = running.run(jobs).then(done => done ?? readHere(jobs));
      // It is awaited in its turn; until then its failure is nobody's surprise.
      outcomes.catch(() => {});
      underWay.push({ items: batch, outcomes });
      batch = [];
    };
    async function* receive(): AsyncGenerator<ScanResult> {
      const { items, outcomes } = underWay.shift()!;
      const done = (await unlessAborted(outcomes, signal)).values();
      for (const item of items) {
        signal?.throwIfAborted();
        const result = isJob(item) ? resultOf(item, done.next().value) : item;
        if (result) yield result;
        await pause();
      }
    }
    if (first) send();
    for await (const item of source) {
      signal?.throwIfAborted();
      batch.push(item);
      await pause();
      if (batch.length < BATCH) continue;
      send();
      if (underWay.length >= running.capacity) yield* receive();
    }
    send();
    while (underWay.length > 0) yield* receive();
  }

  try {
    const first = yield* here();
    if (first || pool?.isReady()) yield* there(first, startThreads());
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

const isJob = (item: Item): item is ScanJob => !('type' in item);

/** All files to read, in the order of the roots and then of the walk; and what is known not to be read. */
async function* itemsUnder(roots: readonly string[], options: ScanOptions): AsyncGenerator<Item> {
  const { base, signal } = options;
  const seen = new Set<string>();
  const prefix = base.endsWith(sep) ? base : base + sep;
  const inside = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : relative(base, path));
  const shown = (path: string) => inside(path).replaceAll(sep, '/') || '.';

  function itemFor(entry: WalkEntry, named: boolean): Item | undefined {
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
