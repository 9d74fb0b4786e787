import type { Engine, JudgeOptions } from '../../core/engine.ts';
import { type FileReport, fileReport } from '../../core/reports/fileReport.ts';
import { counted, type Skipped } from '../../core/reports/scanReport.ts';
import { type LoadedEngine, loadEngine } from '../../workspace/loadEngine.ts';
import { lookUps } from '../../workspace/lookUps.ts';
import { type ScanOptions, type ScanResult, scan } from '../../workspace/scan.ts';
import { scanWithFacts } from '../../workspace/scanWithFacts.ts';
import { surroundingsIn } from '../../workspace/surroundings.ts';
import type { World } from '../command.ts';
import type { Hub } from '../hub.ts';
import type { Arguments } from '../options.ts';
import { UnfinishedError, UsageError } from '../usageError.ts';

export interface Scanned {
  readonly files: readonly FileReport[];
  readonly skipped: readonly Skipped[];
  /** A path that the user named could not be read. */
  readonly failed: boolean;
}

/**
 * In characters. Nobody types in this process: a text may take it so long as an interruption still is heard in 100 ms
 * (this length takes the slowest reader some 50 ms), which spares a short scan the start of threads.
 */
export const LONGEST_TEXT_HERE = 100_000;

/** Loads the engine with the user's advisories, or says why that cannot be done. */
export async function engineFor(args: Arguments, world: World): Promise<Engine> {
  const loaded: LoadedEngine = await loadEngine({ advisories: args.list('advisories') });
  if ('problem' in loaded) throw new UnfinishedError(loaded.problem);
  for (const warning of loaded.warnings) world.say(warning);
  return loaded.engine;
}

/** Scans the paths of the command line; `scan` and `refs` tell of the same result. */
export async function scanFolders(
  args: Arguments,
  world: World,
  results: (roots: readonly string[], options: ScanOptions) => AsyncIterable<ScanResult>,
): Promise<Scanned> {
  const roots = args.positionals.length > 0 ? args.positionals : ['.'];
  if (roots.includes('')) throw new UsageError('A path is empty. To scan this folder, write a dot: model-trust scan .');
  const files: FileReport[] = [];
  const skipped: Skipped[] = [];
  let failed = false;
  const options: ScanOptions = {
    base: world.folder,
    excludes: args.list('exclude'),
    gitignore: !args.flag('no-gitignore'),
    threads: { longest: LONGEST_TEXT_HERE },
    signal: world.signal,
  };
  for await (const result of results(roots, options)) {
    if (result.type === 'scanned') files.push(fileReport(result.reading, result.findings, result.bytes));
    else {
      skipped.push({ path: result.path, why: result.why });
      failed ||= result.failed;
      if (result.failed) world.say(`Cannot read ${result.path}: ${result.why}.`);
    }
    world.progress(`Read ${counted(files.length, 'file')}`);
  }
  world.progress('');
  return { files, skipped, failed };
}

export const readFolders = (engine: Engine, args: Arguments, world: World): Promise<Scanned> =>
  scanFolders(args, world, (roots, options) => scan(engine, roots, { ...options, judge: false, referencesOnly: true }));

/** Scans and judges by what is known already: nobody is asked. */
export const judgeByKnown = (
  engine: Engine,
  args: Arguments,
  world: World,
  judge: Omit<JudgeOptions, 'surroundings'>,
): Promise<Scanned> => {
  const surroundings = surroundingsIn(world.folder, engine, world.environment);
  return scanFolders(args, world, (roots, options) => scan(engine, roots, { ...options, surroundings, judge }));
};

export type JudgedFolders = Scanned & { readonly facts: NonNullable<JudgeOptions['facts']> };

/** Scans and judges by what is known of the repos, here and on the Hub. */
export async function judgeFolders(
  engine: Engine,
  args: Arguments,
  world: World,
  hub: Hub,
  judge: Omit<JudgeOptions, 'surroundings' | 'facts'>,
): Promise<JudgedFolders> {
  const { always, host } = hub;
  if (always) {
    const facts = () => always;
    return { ...(await judgeByKnown(engine, args, world, { ...judge, facts })), facts };
  }
  const surroundings = surroundingsIn(world.folder, engine, world.environment);
  const offline = hub.offline !== undefined;
  const asked = lookUps({
    lookUp: hub.lookUp,
    keyOf: engine.repoKey,
    signal: world.signal,
    offline,
    onProgress: (answered, of) => world.progress(`Asked ${host} about ${answered} of ${counted(of, 'repo')}`),
  });
  const scanned = await scanFolders(args, world, (roots, options) =>
    scanWithFacts(engine, roots, { ...options, surroundings, judge, lookUps: asked, offline }),
  );
  return { ...scanned, facts: asked.facts };
}
