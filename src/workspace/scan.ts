import { realpath, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Engine, JudgeOptions } from '../core/engine.ts';
import { languageOf, languageOfFirstLine, mayBeScript } from '../core/languageOf.ts';
import type { Reading } from '../core/reading.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Surroundings } from '../core/rules/rule.ts';
import { unlessAborted } from './aborted.ts';
import { fileProblem } from './fileProblem.ts';
import { inAdvance } from './inAdvance.ts';
import { NOTEBOOK_LIMIT, readText, TEXT_LIMIT, type TextFile } from './readText.ts';
import { type WalkEntry, type WalkOptions, walk } from './walk.ts';

/** Files that are read while one is judged: enough to keep a disk busy, few enough to hold in memory. */
const READ_AHEAD = 8;

export interface ScanOptions extends Omit<WalkOptions, 'base'> {
  /** Absolute; paths in results are relative to it, and excludes speak of it. */
  readonly base: string;
  /** `false`: only read. */
  readonly judge?: Omit<JudgeOptions, 'surroundings'> | false;
  readonly surroundings?: (documentPath: string) => Surroundings;
  /** The text of a document that is open in an editor, in place of what is on the disk. */
  readonly openText?: (path: string) => string | undefined;
}

export type ScanResult = ScannedFile | NotScanned;

export interface ScannedFile {
  readonly type: 'scanned';
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Its path is relative to the base, with `/`. */
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
 * Reads and judges all files under the roots, one result at a time. Each file is read once, also where roots overlap.
 * Files that we have no reader for are passed by in silence, unless they are named.
 */
export async function* scan(
  engine: Engine,
  roots: readonly string[],
  options: ScanOptions,
): AsyncGenerator<ScanResult> {
  const { signal } = options;
  const seen = new Set<string>();
  const shown = (path: string) => relative(options.base, path).replaceAll(sep, '/') || '.';

  /** What is to be read of it; nothing of a file that we have no reader for. */
  async function readEntry(path: string, named: boolean): Promise<TextFile | undefined> {
    const promised = languageOf(shown(path));
    if (promised === 'other' && !mayBeScript(shown(path))) return undefined;
    const open = options.openText?.(path);
    if (open !== undefined) return { text: open, bytes: Buffer.byteLength(open) };
    const limit = promised === 'notebook' ? NOTEBOOK_LIMIT : TEXT_LIMIT;
    return unlessAborted(readText(path, { limit, followLink: named }), signal);
  }

  function scanText(path: string, named: boolean, file: TextFile | undefined): ScanResult | undefined {
    const skipped = (why: string, failed: boolean): NotScanned => ({ type: 'skipped', path: shown(path), why, failed });
    const unknownKind = () => (named ? skipped('no reader for this kind of file', false) : undefined);
    if (!file) return unknownKind();
    const promised = languageOf(shown(path));
    if ('skipped' in file) return named || promised !== 'other' ? skipped(file.skipped, named) : undefined;
    const language = promised === 'other' ? languageOfFirstLine(file.text) : promised;
    if (language === 'other') return unknownKind();
    try {
      const reading = engine.read({ path: shown(path), language, text: file.text });
      return { type: 'scanned', path, bytes: file.bytes, reading, findings: findingsIn(path, reading) };
    } catch (error) {
      // A fault of ours: the other files of a long scan are not lost for it, and it is not passed over in silence.
      return skipped(`our reader failed on it, please report this: ${error}`, true);
    }
  }

  function findingsIn(path: string, reading: Reading): readonly Finding[] {
    if (options.judge === false) return [];
    const surroundings = options.surroundings?.(path);
    return engine.judge(reading, { ...options.judge, ...(surroundings && { surroundings }) });
  }

  /** A link to a picture, or an ignored one, is nobody's loss. */
  function skippedEntry(entry: Extract<WalkEntry, { type: 'skipped' }>, named: boolean): NotScanned | undefined {
    const path = shown(entry.path);
    if (!entry.isFolder && languageOf(path) === 'other' && !mayBeScript(path)) return undefined;
    return { type: 'skipped', path, why: entry.why, failed: named };
  }

  for (const root of roots) {
    signal?.throwIfAborted();
    const path = resolve(options.base, root);
    const kind = await unlessAborted(kindOf(path), signal);
    if (typeof kind === 'object') {
      yield { type: 'skipped', path: shown(path), why: kind.problem, failed: true };
      continue;
    }
    const entries = kind === 'folder' ? walk(path, options) : [{ type: 'file' as const, path }];
    const isNamed = (entry: WalkEntry) => entry.path === path;
    const readable = (entry: WalkEntry) =>
      entry.type === 'file' && !seen.has(entry.path) ? readEntry(entry.path, isNamed(entry)) : nothing;
    for await (const { item: entry, result: file } of inAdvance(entries, READ_AHEAD, readable)) {
      if (seen.has(entry.path)) continue;
      signal?.throwIfAborted();
      const named = isNamed(entry);
      const result = entry.type === 'file' ? scanText(entry.path, named, file) : skippedEntry(entry, named);
      if (!result) continue;
      seen.add(entry.path);
      yield result;
    }
  }
}

const nothing = Promise.resolve(undefined);

async function kindOf(path: string): Promise<'file' | 'folder' | { problem: string }> {
  try {
    return (await stat(await realpath(path))).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { problem: fileProblem(error) };
  }
}
