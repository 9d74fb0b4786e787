import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/core/engine.ts';
import { loadEngine } from '../../src/workspace/loadEngine.ts';
import { type ScanOptions, scan } from '../../src/workspace/scan.ts';
import { type ScanPool, startPool } from '../../src/workspace/scanPool.ts';
import { temporaryFolder } from './temporaryFolder.ts';

let engine: Engine;
beforeAll(async () => {
  const loaded = await loadEngine();
  if ('problem' in loaded) throw new Error(loaded.problem);
  engine = loaded.engine;
});

const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;

async function results(base: string, options: Partial<ScanOptions>) {
  const all: unknown[] = [];
  for await (const result of scan(engine, ['.'], { base, ...options })) all.push(result);
  return all;
}

test('threads tell the same, in the same order', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 90 }, (_, i) => [`${i % 7}/${i}.py`, i % 3 ? '# nothing\n' : load(`team/model-${i}`)]),
  );
  const folder = temporaryFolder({
    ...files,
    '3/binary.py': '\0',
    '4/README.md': '# a\n\nRun setup.bat as administrator.\n',
  });
  const alone = await results(folder, {});
  expect(alone).toHaveLength(92);
  expect(await results(folder, { threads: { after: 0 } })).toEqual(alone);
  // Only the long ones, between short ones that are read meanwhile.
  const ofLong = { after: Number.POSITIVE_INFINITY, longest: 40 };
  expect(await results(folder, { threads: ofLong })).toEqual(alone);
  const threads = { after: 0 };
  expect(await results(folder, { threads, judge: false })).toEqual(await results(folder, { judge: false }));
  const references = await results(folder, { threads, judge: false, referencesOnly: true });
  expect(references).toEqual(await results(folder, { judge: false, referencesOnly: true }));
}, 60_000);

test('a long text is stopped in the middle', async () => {
  const long = Array.from({ length: 20_000 }, (_, i) => load(`team/model-${i}`))
    .join('')
    .slice(0, 1_900_000);
  const folder = temporaryFolder({ 'long.py': long });
  const control = new AbortController();
  let aborted = 0;
  setTimeout(() => {
    aborted = performance.now();
    control.abort(new Error('enough'));
  }, 150);
  await expect(results(folder, { threads: true, signal: control.signal })).rejects.toThrow('enough');
  expect(performance.now() - aborted).toBeLessThan(100);
}, 60_000);

let pool: ScanPool | undefined;
afterEach(() => pool?.close());

/** A pool whose threads run this in place of our reader: `answer(jobs)` is given each batch. */
function poolOf(answer: string, count = 1): ScanPool {
  const folder = temporaryFolder({
    'worker.mjs': `import { parentPort, workerData } from 'node:worker_threads';
const inHand = new Int32Array(workerData.inHand);
parentPort.on('message', jobs => parentPort.postMessage(jobs.map((job, i) => { inHand[0] = i; return (${answer})(job); })));
parentPort.postMessage('ready');`,
  });
  pool = startPool({ referencesOnly: false }, count, pathToFileURL(join(folder, 'worker.mjs')));
  return pool;
}

const jobs = (...names: string[]) => names.map(path => ({ path, shown: path, named: false }));
const read = "job => ({ type: 'skipped', why: job.path, failed: false })";
const told = async (running: ScanPool, ...names: string[]) =>
  (await running.run(jobs(...names)))?.map(outcome => outcome?.type === 'skipped' && outcome.why);

test('a file that kills its thread costs that file alone', async () => {
  const running = poolOf(`job => { if (job.path === 'bad') process.exit(1); return (${read})(job); }`);
  expect(await told(running, 'a', 'bad', 'c')).toEqual([
    'a',
    'our reader failed on it, please report this: its thread ended',
    'c',
  ]);
  expect(await told(running, 'd')).toEqual(['d']);
});

test('more batches than threads come back each to its own', async () => {
  const running = poolOf(read, 2);
  const names = Array.from({ length: 12 }, (_, i) => `${i}`);
  expect(await Promise.all(names.map(name => told(running, name)))).toEqual(names.map(name => [name]));
});

test('where threads cannot start, nobody waits for them', async () => {
  pool = startPool({ referencesOnly: false }, 2, pathToFileURL(join(temporaryFolder(), 'gone.mjs')));
  await pool.ready;
  expect(await pool.run(jobs('a'))).toBeUndefined();
  const broken = temporaryFolder({ 'worker.mjs': 'throw new Error("no")' });
  pool = startPool({ referencesOnly: false }, 1, pathToFileURL(join(broken, 'worker.mjs')));
  expect(await pool.run(jobs('a'))).toBeUndefined();
});
