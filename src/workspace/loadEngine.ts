import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Advisory } from '../core/advisories/advisories.ts';
import { indexAdvisories, readOsv } from '../core/advisories/osv.ts';
import { createEngine } from '../core/createEngine.ts';
import type { Engine } from '../core/engine.ts';
import type { NameIndex } from '../core/names/nameIndex.ts';
import { openNameIndex } from '../core/names/openNameIndex.ts';
import { fileProblem } from './fileProblem.ts';
import { inflateByZlib } from './inflateByZlib.ts';
import { walk } from './walk.ts';

export interface EngineSources {
  /** Where the shipped data lie; found beside the bundle, or in the sources, when absent. */
  readonly dataFolder?: string;
  /** Files in OSV's format, or folders of them, that the user adds to the shipped advisories. */
  readonly advisories?: readonly string[];
}

export type LoadedEngine =
  | {
      readonly engine: Engine;
      /** Records that could not be read, in words for the user; the others count. */
      readonly warnings: readonly string[];
    }
  | { readonly problem: string };

/** A feed in one file may be large, but it must fit in memory several times over. */
const FEED_LIMIT = 64 * 1024 * 1024;

/** Reads the shipped data and the user's advisories, and makes the engine that every front uses. */
export async function loadEngine({ dataFolder, advisories: added = [] }: EngineSources = {}): Promise<LoadedEngine> {
  const folder = dataFolder ?? (await findDataFolder());
  if (folder === undefined)
    return { problem: `The name index is missing: there is no ${DATA_FOLDERS[0]}${NAMES}. Build it again.` };
  const names = await readNames(join(folder, NAMES));
  if ('problem' in names) return names;
  const advisories: Advisory[] = [];
  const warnings: string[] = [];
  for (const path of [join(folder, 'advisories'), ...added]) {
    const read = await readAdvisories(path);
    if ('problem' in read) return { problem: `The advisories ${path} cannot be read: ${read.problem}.` };
    advisories.push(...read.advisories);
    warnings.push(...read.warnings);
  }
  return { engine: createEngine({ names: names.index, advisories: indexAdvisories(advisories) }), warnings };
}

const NAMES = 'names/index.bin';

/** Beside the bundle (`dist/data`), or beside this room in the sources (`src/data`). */
const DATA_FOLDERS = ['./data/', '../data/'].map(place => fileURLToPath(new URL(place, import.meta.url)));

async function findDataFolder(): Promise<string | undefined> {
  for (const folder of DATA_FOLDERS) {
    if (await stat(join(folder, NAMES)).catch((error: unknown) => void fileProblem(error))) return folder;
  }
  return undefined;
}

async function readNames(path: string): Promise<{ index: NameIndex } | { problem: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { problem: `The name index ${path} cannot be read: ${fileProblem(error)}.` };
  }
  try {
    return { index: openNameIndex(bytes, inflateByZlib) };
  } catch (error) {
    return { problem: `The name index ${path} is damaged: ${error instanceof Error ? error.message : String(error)}` };
  }
}

type AdvisoryFiles =
  | { readonly advisories: readonly Advisory[]; readonly warnings: readonly string[] }
  | { readonly problem: string };

async function readAdvisories(path: string): Promise<AdvisoryFiles> {
  const files: string[] = [];
  try {
    if ((await stat(path)).isDirectory()) {
      for await (const entry of walk(path, { gitignore: false })) {
        if (entry.type === 'file' && entry.path.endsWith('.json')) files.push(entry.path);
      }
    } else files.push(path);
  } catch (error) {
    return { problem: fileProblem(error) };
  }
  const advisories: Advisory[] = [];
  const warnings: string[] = [];
  for (const file of files) {
    const json = await readJson(file);
    if ('problem' in json) return { problem: file === path ? json.problem : `${file}: ${json.problem}` };
    const read = readOsv(json.value);
    advisories.push(...read.advisories);
    warnings.push(...read.problems.map(problem => `${file}: ${problem}`));
  }
  return { advisories, warnings };
}

async function readJson(path: string): Promise<{ value: unknown } | { problem: string }> {
  try {
    const status = await stat(path);
    // A pipe would be waited for, and a device never ends.
    if (!status.isFile()) return { problem: 'not a regular file' };
    if (status.size > FEED_LIMIT) return { problem: `larger than ${FEED_LIMIT / 1024 / 1024} MB` };
    return { value: JSON.parse(await readFile(path, 'utf8')) };
  } catch (error) {
    return { problem: error instanceof SyntaxError ? 'it is not JSON' : fileProblem(error) };
  }
}
