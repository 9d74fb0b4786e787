import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../../src/core/languageOf.ts';
import { isWorthReading } from '../../src/core/references/prefilter.ts';
import { loadEngine } from '../../src/workspace/loadEngine.ts';
import { scan } from '../../src/workspace/scan.ts';
import { writeSourceTree } from './sourceTree.ts';

/**
 * `npm run bench -- scan [DIR] [--files N]`: a scan of all files under DIR (of a generated tree when there is none) against
 * the floor of this runtime: a plain loop in the same process that walks, reads and searches for the prefilter's words.
 * The two take turns; the medians are compared.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { files: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '3' } },
  });
  const generated = positionals[0] === undefined ? mkdtempSync(join(tmpdir(), 'model-trust-scan-')) : undefined;
  const folder = resolve(generated ?? positionals[0]!);
  try {
    if (generated) writeSourceTree(generated, Number(values.files));
    await measure(folder, Number(values.rounds));
  } finally {
    if (generated) rmSync(generated, { recursive: true, force: true });
  }
}

async function measure(folder: string, rounds: number): Promise<void> {
  const loaded = await loadEngine();
  if ('problem' in loaded) throw new Error(loaded.problem);
  const floors: number[] = [];
  const reads: number[] = [];
  const judged: number[] = [];
  let found = { files: 0, bytes: 0, worth: 0, references: 0 };
  const once = async (judge: boolean) => {
    let references = 0;
    for await (const result of scan(loaded.engine, [folder], { base: folder, ...(judge ? {} : { judge: false }) })) {
      if (result.type === 'scanned') references += result.reading.references.length;
    }
    return references;
  };
  for (let round = 0; round <= rounds; round++) {
    const floor = await timed(async () => plainLoop(folder));
    const read = await timed(() => once(false));
    const whole = await timed(() => once(true));
    found = { ...floor.result, references: read.result };
    if (round === 0) continue; // The first turn warms the file cache and the compiler.
    floors.push(floor.ms);
    reads.push(read.ms);
    judged.push(whole.ms);
  }
  const floor = median(floors);
  const line = (what: string, ms: number) =>
    console.log(`${what.padEnd(34)}${ms.toFixed(0).padStart(8)} ms   ${(ms / floor).toFixed(2)} x the floor`);
  console.log(
    `${found.files} files, ${(found.bytes / 1e6).toFixed(1)} MB, ${found.worth} worth reading, ${found.references} references`,
  );
  line('plain loop: walk, read, search', floor);
  line('refs: find references', median(reads));
  line('scan: find and judge', median(judged));
  console.log(`peak memory of this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  const words = String.raw`from_pretrained|huggingface\.co|hf_hub_download|load_dataset|hf://`;
  const rg = await timed(async () => ripgrep(words, folder));
  console.log(rg.result ? `rg on five of the words${`${rg.ms.toFixed(0)}`.padStart(19)} ms` : 'rg is not installed');
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

function ripgrep(words: string, folder: string): boolean {
  try {
    execFileSync('rg', ['--count', '--no-messages', words, folder], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

async function timed<T>(task: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await task();
  return { ms: performance.now() - began, result };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
