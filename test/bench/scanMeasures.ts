import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LONGEST_TEXT_HERE } from '../../src/cli/commands/scanFolders.ts';
import type { Engine } from '../../src/core/engine.ts';
import { languageOf } from '../../src/core/languageOf.ts';
import { isWorthReading } from '../../src/core/references/prefilter.ts';
import { loadEngine } from '../../src/workspace/loadEngine.ts';
import { type ScanOptions, scan } from '../../src/workspace/scan.ts';
import { longTexts } from './longTexts.ts';

async function measure(folder: string, rounds: number, dataFolder: string, only: string): Promise<void> {
  const loaded = await loadEngine({ dataFolder });
  if ('problem' in loaded) throw new Error(loaded.problem);
  const { engine } = loaded;
  const measures: Readonly<Record<string, () => Promise<void>>> = {
    time: () => compare(engine, folder, rounds),
    cancel: () => cancelInTree(engine, folder),
    long: () => cancelInLongTexts(engine),
    others: async () => others(folder),
  };
  for (const [name, take] of Object.entries(measures)) if (only === '' || only === name) await take();
}

/** What the command line asks of the scan. */
const IN_A_COMMAND = { longest: LONGEST_TEXT_HERE };

type Way = readonly [name: string, run: () => Promise<number>];

/** The ways take turns; the medians are compared. */
async function compare(engine: Engine, folder: string, rounds: number): Promise<void> {
  const once = (options: Partial<ScanOptions>) => async () => {
    let references = 0;
    for await (const result of scan(engine, [folder], { base: folder, ...options })) {
      if (result.type === 'scanned') references += result.reading.references.length;
    }
    return references;
  };
  let floor = { files: 0, bytes: 0, worth: 0 };
  const ways: readonly Way[] = [
    [
      'plain loop: walk, read, search',
      async () => {
        floor = plainLoop(folder);
        return floor.files;
      },
    ],
    ['refs: find references', once({ judge: false, referencesOnly: true, threads: IN_A_COMMAND })],
    ['  in one thread', once({ judge: false, referencesOnly: true })],
    ['scan: find and judge', once({ threads: IN_A_COMMAND })],
    ['  in one thread', once({})],
  ];
  const times = ways.map(() => ({ wall: [] as number[], cpu: [] as number[], blocked: 0 }));
  let references = 0;
  for (let round = 0; round <= rounds; round++) {
    for (const [index, [, run]] of ways.entries()) {
      const { wall, cpu, blocked, result } = await timed(run);
      if (index > 0) references = result;
      if (round === 0) continue; // The first turn warms the file cache and the compiler.
      times[index]!.wall.push(wall);
      times[index]!.cpu.push(cpu);
      times[index]!.blocked = Math.max(times[index]!.blocked, blocked);
    }
  }
  const { files, bytes, worth } = floor;
  console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${worth} worth reading, ${references} references`);
  console.log(`${''.padEnd(34)}     time          processors     longest pause`);
  const [least] = times.map(({ wall, cpu }) => ({ wall: median(wall), cpu: median(cpu) }));
  for (const [index, [name]] of ways.entries()) {
    const { wall, cpu, blocked } = times[index]!;
    const share = (values: readonly number[], of: number) =>
      `${median(values).toFixed(0).padStart(7)} ms ${(median(values) / of).toFixed(2).padStart(6)} x`;
    console.log(
      `${name.padEnd(34)}${share(wall, least!.wall)}${share(cpu, least!.cpu)}${blocked.toFixed(0).padStart(9)} ms`,
    );
  }
  console.log(`peak memory of this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

/** What any tool must do at the least in this runtime: every file that has a reader is read once and searched once. */
function plainLoop(folder: string): { files: number; bytes: number; worth: number } {
  let files = 0;
  let bytes = 0;
  let worth = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !/^(?:\.git|node_modules)$/.test(entry.name)) waiting.push(path);
      const language = entry.isFile() ? languageOf(path) : 'other';
      if (language === 'other') continue;
      const content = readFileSync(path);
      files++;
      bytes += content.length;
      if (isWorthReading(language, content.toString('utf8'))) worth++;
    }
  }
  return { files, bytes, worth };
}

/** How late a timer of an idle process is: on a busy machine, that much of every delay is not ours. */
async function lateness(): Promise<number> {
  let most = 0;
  for (let turn = 1; turn <= 12; turn++) {
    const began = performance.now();
    await new Promise(resolve => setTimeout(resolve, 60));
    most = Math.max(most, performance.now() - began - 60);
  }
  return most;
}

/** From the signal to the end of the scan, at twelve moments of a scan. */
async function cancelInTree(engine: Engine, folder: string): Promise<void> {
  const delays: number[] = [];
  for (let turn = 1; turn <= 12; turn++) delays.push(await cancelled(engine, folder, 60 * turn));
  const met = delays.filter(delay => delay >= 0);
  console.log(`a timer of an idle process is late by at most ${(await lateness()).toFixed(0)} ms`);
  if (met.length > 0)
    console.log(`cancelled in the tree: ${met.length} times, at most ${Math.max(...met).toFixed(0)} ms`);
}

/** The same inside of one text of 2 MB, of each language. */
async function cancelInLongTexts(engine: Engine): Promise<void> {
  for (const [name, text] of longTexts()) {
    const folder = mkdtempSync(join(tmpdir(), 'model-trust-long-'));
    try {
      writeFileSync(join(folder, name), text);
      const whole = await timed(async () => {
        for await (const _ of scan(engine, [folder], { base: folder })) void _;
        return 0;
      });
      const delays = [];
      for (const after of [20, 100, 200, 400]) delays.push(await cancelled(engine, folder, after));
      const met = delays.filter(delay => delay >= 0);
      const said = met.length > 0 ? `at most ${Math.max(...met).toFixed(0)} ms` : 'was done before';
      console.log(
        `cancelled in 2 MB of ${name.padEnd(14)}${said.padStart(16)}; whole ${whole.wall.toFixed(0)} ms in one thread`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** From when the signal was due to the end of the scan, in milliseconds; −1 when the scan was done before. */
async function cancelled(engine: Engine, folder: string, after: number): Promise<number> {
  const control = new AbortController();
  const started = performance.now();
  const timer = setTimeout(() => control.abort(), after);
  try {
    for await (const _ of scan(engine, [folder], { base: folder, threads: IN_A_COMMAND, signal: control.signal }))
      void _;
    return -1;
  } catch (error) {
    if (!control.signal.aborted) throw error;
    // From when the timer was due: what kept it from firing would have kept a key from being heard.
    return performance.now() - started - after;
  } finally {
    clearTimeout(timer);
  }
}

function others(folder: string): void {
  const words = String.raw`from_pretrained|huggingface\.co|hf_hub_download|load_dataset|hf://`;
  other('rg on five of the words', 'rg', ['--count', '--no-messages', words, folder]);
  other('bandit, test B615 alone', 'bandit', ['--quiet', '--recursive', '--tests', 'B615', folder]);
}

function other(what: string, program: string, args: readonly string[]): void {
  const began = performance.now();
  let note = '';
  try {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 28 });
  } catch (error) {
    const { code, status } = error as NodeJS.ErrnoException & { status?: number };
    if (code === 'ENOENT') note = 'is not installed';
    else if (status !== undefined && status > 1) note = 'does not know this';
  }
  const ms = `${(performance.now() - began).toFixed(0)} ms`;
  console.log(`${what.padEnd(34)}${(note || ms).padStart(note ? 0 : 10)}`);
}

async function timed(run: () => Promise<number>) {
  const pauses = monitorEventLoopDelay({ resolution: 2 });
  pauses.enable();
  const before = process.cpuUsage();
  const began = performance.now();
  const result = await run();
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  pauses.disable();
  return { wall, cpu: (user + system) / 1000, blocked: pauses.max / 1e6, result };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Starts as a process of its own, from a bundle: the folder, the rounds, the folder of the data, the one measure that is wanted. */
await measure(process.argv[2]!, Number(process.argv[3]), process.argv[4]!, process.argv[5] ?? '');
