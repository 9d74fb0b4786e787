import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { nodeProgram } from '../support/bundle.ts';
import { writeSourceTree } from './sourceTree.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * `npm run bench -- scan [DIR] [--files N] [--only time|cancel|long|others]`: a scan of all files under DIR (of a generated tree when there is none) against
 * the floor of this runtime. What runs is bundled as it is shipped: the loader of TypeScript changes what it loads, and no
 * thread would start in bearable time.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      files: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
    },
  });
  const temporary = mkdtempSync(join(tmpdir(), 'model-trust-scan-'));
  try {
    const bundles = join(temporary, 'bundles');
    const trees = join(temporary, 'tree');
    await bundle(bundles);
    if (positionals[0] === undefined) writeSourceTree(trees, Number(values.files));
    const folder = resolve(positionals[0] ?? trees);
    const { status } = spawnSync(
      process.execPath,
      [join(bundles, 'scanMeasures.mjs'), folder, values.rounds, join(root, 'src/data'), values.only ?? ''],
      { stdio: 'inherit' },
    );
    process.exitCode = status ?? 1;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function bundle(folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/scanMeasures.ts', 'src/workspace/scanWorker.ts'],
    entryNames: '[name]',
    outdir: folder,
    ...nodeProgram,
  });
}
