import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Engine } from '../core/engine.ts';
import type { Hazard } from '../core/hazard.ts';
import { languageOf } from '../core/languageOf.ts';
import { torchDemand } from '../core/references/torchDemand.ts';
import type { Surroundings } from '../core/rules/rule.ts';
import { type CacheEnvironment, cachedFolder } from '../hub/localCache.ts';
import { decode } from './decode.ts';

/** Scripts that a README tells people to run are short; a longer one is left to the scan of the workspace. */
const SCRIPT_LIMIT = 512 * 1024;

/** Where a project says which torch it wants; the document's own folder comes first. */
const REQUIREMENTS = ['requirements.txt', 'pyproject.toml', 'environment.yml', 'setup.cfg', 'setup.py'];

/** Answers that are kept; a workspace with more scripts than this starts again. */
const KEPT_SCRIPTS = 500;

/** What the file system knows of the files around each document of one workspace. Nothing outside of the workspace is touched. */
export function surroundingsIn(
  workspace: string,
  engine: Pick<Engine, 'read'>,
  environment: CacheEnvironment,
): (documentPath: string) => Surroundings {
  const scripts = new Map<string, { stamp: string; hazards: readonly Hazard[] }>();

  function scriptAt(path: string): readonly Hazard[] | undefined {
    const status = lstatSync(path);
    const language = languageOf(path.replaceAll(sep, '/'));
    if (!status.isFile() || status.size > SCRIPT_LIMIT || language === 'other') return undefined;
    const stamp = `${status.mtimeMs} ${status.size}`;
    const known = scripts.get(path);
    if (known?.stamp === stamp) return known.hazards;
    const text = decode(readFileSync(path));
    if (text === undefined) return undefined;
    const { hazards } = engine.read({ path: relative(workspace, path).replaceAll(sep, '/'), language, text });
    if (scripts.size >= KEPT_SCRIPTS) scripts.clear();
    // A copy: evidence that was cut from the script would keep all of it in memory.
    const kept = structuredClone(hazards);
    scripts.set(path, { stamp, hazards: kept });
    return kept;
  }

  return documentPath => {
    const places = (path: string) =>
      [...new Set([dirname(documentPath), workspace])]
        .map(base => inside(workspace, base, path))
        .filter(place => place !== undefined);
    return {
      exists: path => {
        const answers = places(path).map(exists);
        return answers.includes(true) ? true : answers.length > 0 ? false : undefined;
      },
      script: path => {
        const place = places(path).find(exists);
        return place === undefined ? undefined : quietly(() => scriptAt(place));
      },
      torch: () => {
        const texts = REQUIREMENTS.flatMap(places).map(place => quietly(() => requirementsAt(place)));
        for (const text of texts) {
          const demand = text === undefined ? undefined : torchDemand(text);
          if (demand) return demand;
        }
        return undefined;
      },
      downloaded: reference => quietly(() => cachedFolder(reference, environment)),
    };
  };
}

function requirementsAt(path: string): string | undefined {
  const status = lstatSync(path);
  return status.isFile() && status.size <= SCRIPT_LIMIT ? decode(readFileSync(path)) : undefined;
}

/** Where a path of a stranger's text leads, if that is in the workspace, links included; else we do not even look. */
function inside(workspace: string, base: string, path: string): string | undefined {
  if (path === '' || path.includes('\0') || isAbsolute(path) || /^(?:~|[A-Za-z]:|[\\/])/.test(path)) return undefined;
  const place = resolve(base, path.replaceAll('\\', '/'));
  if (!isWithin(workspace, place)) return undefined;
  return quietly(() => {
    const root = realpathSync(workspace);
    let folder = dirname(place);
    while (!exists(folder) && isWithin(workspace, dirname(folder))) folder = dirname(folder);
    return isWithin(root, realpathSync(folder)) ? place : undefined;
  });
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

const exists = (path: string): boolean =>
  quietly(() => lstatSync(path, { throwIfNoEntry: false }) !== undefined) ?? false;

/** What the file system refuses to tell is not known, which is an answer here. */
function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
