import type { Engine, JudgeOptions } from '../core/engine.ts';
import { urgentRepos } from '../core/rules/urgency.ts';
import type { LookUps } from './lookUps.ts';
import { type ScanOptions, type ScanResult, scan } from './scan.ts';

export interface ScanWithFacts extends ScanOptions {
  readonly judge: Omit<JudgeOptions, 'surroundings' | 'facts'>;
  readonly lookUps: LookUps;
  /** Answers come from this machine alone, at once. */
  readonly offline: boolean;
}

/**
 * A scan that judges with what is known of the repos. When all files are read, their repos are looked up, the most urgent
 * first by what is found in the files alone; when all is answered, the files that name any are read once more and judged: to
 * keep thousands of texts until then would take more memory than reading some of them again takes time.
 */
export async function* scanWithFacts(
  engine: Engine,
  roots: readonly string[],
  options: ScanWithFacts,
): AsyncGenerator<ScanResult> {
  const { lookUps, offline } = options;
  const judge = { ...options.judge, facts: lookUps.facts };
  const isListed = (id: string): boolean => engine.data.names.judge(id).listed;
  const later: string[] = [];
  for await (const result of scan(engine, roots, { ...options, judge: false })) {
    if (result.type === 'skipped') {
      yield result;
      continue;
    }
    const { reading, path } = result;
    const { references } = reading;
    const found = references.length > 0 && !offline ? engine.judge(reading, options.judge) : [];
    lookUps.note(urgentRepos(references, found, isListed));
    if (offline) await lookUps.answered();
    else if (references.length > 0) {
      later.push(path);
      continue;
    }
    const surroundings = options.surroundings?.(path);
    yield { ...result, findings: engine.judge(reading, { ...judge, ...(surroundings && { surroundings }) }) };
  }
  await lookUps.finish();
  for await (const result of scan(engine, later, { ...options, judge })) {
    if (result.type === 'scanned') yield result;
    else yield { ...result, why: `${result.why}, when the Hub had answered`, failed: false };
  }
}
