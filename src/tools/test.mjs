// @ts-check
// Runs every test there is, on a fresh clone too: Node and npm are all it needs to begin with.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages } from './packages.mjs';
import { run, say } from './steps.mjs';

const HELP = `Installs what is missing, then runs the tests. Ends with "N passed, N failed".

  npm test [-- OPTIONS]

  --unit     types, lint and unit tests only: no editor, no browser
  --editor   the suites in a real VS Code only
`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const results = join(root, '.artifacts', 'results');
const resultOf = (/** @type {string} */ suite) => join(results, `${suite}.json`);

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {import('./steps.mjs').Outcome} Outcome */

/**
 * What is run: a command of ours or of a package, and how its tests are counted.
 * @type {readonly { name: string, part: 'unit' | 'editor', does: string, args: string[], minutes: number, count: (outcome: Outcome) => Count[] }[]}
 */
const suites = [
  {
    name: 'types',
    part: 'unit',
    does: 'Checking types',
    args: ['node_modules/typescript/bin/tsc', '--noEmit'],
    minutes: 5,
    count: asOne,
  },
  {
    name: 'lint',
    part: 'unit',
    does: 'Linting',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error', '.'],
    minutes: 5,
    count: asOne,
  },
  {
    name: 'unit',
    part: 'unit',
    does: 'Running the unit tests',
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${resultOf('unit')}`,
    ],
    minutes: 30,
    count: outcome => [countUnit(outcome)],
  },
  {
    name: 'editor',
    part: 'editor',
    does: 'Testing the packed extension in a real VS Code',
    args: ['--import', 'tsx', 'test/editor/main.ts'],
    minutes: 30,
    count: () => [countEditor('host'), countEditor('ui')],
  },
];

const { values: options } = parseArgs({
  options: { unit: { type: 'boolean' }, editor: { type: 'boolean' }, help: { type: 'boolean' } },
});

if (options.help) console.log(HELP);
else process.exitCode = (await main()) === 0 ? 0 : 1;

async function main() {
  /** @type {Count[]} */
  const counts = [];
  try {
    await installPackages(root, 'the packages of the project');
    rmSync(results, { recursive: true, force: true });
    say('Building');
    counts.push(...onlyFailures(await node(['esbuild.mjs'], 5)));
    for (const suite of suites) {
      const others = suite.part === 'unit' ? options.editor : options.unit;
      if (others && !options[suite.part]) continue;
      say(suite.does);
      counts.push(...suite.count(await node(suite.args, suite.minutes)));
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts.push({ passed: 0, failed: 1, skipped: 0 });
  }
  const total = (/** @type {keyof Count} */ what) => counts.reduce((sum, count) => sum + count[what], 0);
  if (total('skipped') > 0) say(`${total('skipped')} tests were skipped`);
  say('Done');
  if (existsSync(resultOf('ui'))) console.log(`Screenshots: ${join('.artifacts', 'screenshots')}`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  return total('failed');
}

/**
 * @param {string[]} args
 * @param {number} minutes
 */
async function node(args, minutes) {
  const outcome = await run(process.execPath, args, { cwd: root, minutes, show: true });
  if (!outcome.ok) console.error(`"node ${args.join(' ')}" failed: ${outcome.ended}`);
  return outcome;
}

/**
 * @param {Outcome} outcome
 * @returns {Count[]}
 */
function asOne({ ok }) {
  return [{ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }];
}

/**
 * A build is no test, but a build that fails is a failure.
 * @param {Outcome} outcome
 */
function onlyFailures(outcome) {
  return outcome.ok ? [] : asOne(outcome);
}

/**
 * @param {Outcome} outcome
 * @returns {Count}
 */
function countUnit({ ok }) {
  const file = resultOf('unit');
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests;
  // A file that does not load has no tests in it to fail; an error outside every test shows in the exit code alone.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  const unexplained = failed === 0 && (!ok || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unexplained, skipped: report.numPendingTests + report.numTodoTests };
}

/**
 * @param {string} suite
 * @returns {Count}
 */
function countEditor(suite) {
  if (!existsSync(resultOf(suite))) return { passed: 0, failed: 1, skipped: 0 };
  /** @type {{ tests: { state: string }[], broken?: string }} */
  const { tests, broken } = JSON.parse(readFileSync(resultOf(suite), 'utf8'));
  const inState = (/** @type {string} */ state) => tests.filter(test => test.state === state).length;
  return { passed: inState('passed'), failed: inState('failed') + (broken ? 1 : 0), skipped: inState('skipped') };
}
