import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const artifacts = join(root, '.artifacts');
export const screenshots = join(artifacts, 'screenshots');

export interface TestResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  readonly error?: string;
}

export interface SuiteResult {
  readonly suite: string;
  readonly tests: readonly TestResult[];
  /** Why the suite could not finish: it then counts as failed whatever its tests say. */
  readonly broken?: string;
}

/** Where a suite leaves its result for whoever adds them up. */
export const resultFile = (suite: string): string => join(artifacts, 'results', `${suite}.json`);

export function writeResult(result: SuiteResult): void {
  const file = resultFile(result.suite);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(result, null, 2));
}

const MARKS = { passed: '✓', failed: '✗', skipped: '-' };

export function tell({ title, state, ms, error }: TestResult): void {
  console.log(`  ${MARKS[state]} ${title} (${ms} ms)`);
  if (error) console.log(error.replace(/^/gm, '      '));
}

export const hasPassed = ({ tests, broken }: SuiteResult): boolean =>
  broken === undefined && tests.length > 0 && tests.every(test => test.state !== 'failed');

export const words = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 8).join('\n') : String(error);
