import type { Engine, JudgeOptions } from '../../core/engine.ts';
import { type FileReport, fileReport } from '../../core/reports/fileReport.ts';
import { counted, type Skipped } from '../../core/reports/scanReport.ts';
import { type LoadedEngine, loadEngine } from '../../workspace/loadEngine.ts';
import { scan } from '../../workspace/scan.ts';
import { surroundingsIn } from '../../workspace/surroundings.ts';
import type { World } from '../command.ts';
import type { Arguments } from '../options.ts';
import { UnfinishedError, UsageError } from '../usageError.ts';

export interface Scanned {
  readonly files: readonly FileReport[];
  readonly skipped: readonly Skipped[];
  /** A path that the user named could not be read. */
  readonly failed: boolean;
}

/** Loads the engine with the user's advisories, or says why that cannot be done. */
export async function engineFor(args: Arguments, world: World): Promise<Engine> {
  const loaded: LoadedEngine = await loadEngine({ advisories: args.list('advisories') });
  if ('problem' in loaded) throw new UnfinishedError(loaded.problem);
  for (const warning of loaded.warnings) world.say(warning);
  return loaded.engine;
}

/** Scans the paths of the command line; `scan` and `refs` tell of the same result. */
export async function scanFolders(
  engine: Engine,
  args: Arguments,
  world: World,
  judge: JudgeOptions | false,
): Promise<Scanned> {
  const roots = args.positionals.length > 0 ? args.positionals : ['.'];
  if (roots.includes('')) throw new UsageError('A path is empty. To scan this folder, write a dot: model-trust scan .');
  const files: FileReport[] = [];
  const skipped: Skipped[] = [];
  let failed = false;
  const results = scan(engine, roots, {
    base: world.folder,
    excludes: args.list('exclude'),
    gitignore: !args.flag('no-gitignore'),
    judge,
    surroundings: surroundingsIn(world.folder, engine, world.environment),
    signal: world.signal,
  });
  for await (const result of results) {
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
