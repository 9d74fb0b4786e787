import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import type { TestResult } from '../results.ts';

/** What the suite leaves behind, rewritten as it goes on, so that a crash shows how far it came. */
export interface HostReport {
  readonly tests: readonly TestResult[];
  readonly running: string | null;
  readonly finished: boolean;
}

/** The door that VS Code opens inside its extension host: runs every test beside this file, rejects if one failed. */
export async function run(): Promise<void> {
  // The base reporter says nothing: whoever started the host tells the report.
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Mocha.reporters.Base, ...grep() });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  }
  const failures = await new Promise<number>(resolve => record(mocha.run(resolve)));
  if (failures > 0) throw new Error(`${failures} failed`);
}

function record(runner: Mocha.Runner): void {
  const file = process.env['MODEL_TRUST_HOST_REPORT'];
  if (!file) throw new Error('MODEL_TRUST_HOST_REPORT names no file');
  const tests: TestResult[] = [];
  const save = (running: string | null, finished: boolean) => {
    writeFileSync(file, JSON.stringify({ tests, running, finished } satisfies HostReport));
  };
  const add = (test: Mocha.Runnable, state: TestResult['state'], error?: Error) => {
    const told = error ? { error: error.stack ?? error.message } : {};
    tests.push({ title: test.fullTitle(), state, ms: test.duration ?? 0, ...told });
    save(null, false);
  };
  save(null, false);
  runner.on('test', test => save(test.fullTitle(), false));
  runner.on('pass', test => add(test, 'passed'));
  runner.on('fail', (test, error) => add(test, 'failed', error as Error));
  runner.on('pending', test => add(test, 'skipped'));
  runner.on('end', () => save(null, true));
}

const grep = () => (process.env['MODEL_TRUST_GREP'] ? { grep: process.env['MODEL_TRUST_GREP'] } : {});
