import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { artifacts, root } from './results.ts';

export interface HostBundle {
  /** An empty extension: VS Code runs tests only for one under development, and ours is to be the installed package. */
  readonly carrier: string;
  /** The module whose `run` VS Code calls. */
  readonly tests: string;
}

/** Bundles the Mocha suite for the extension host. */
export async function bundleHostSuite(): Promise<HostBundle> {
  const carrier = join(artifacts, 'host');
  const source = join(root, 'test', 'editor', 'host');
  rmSync(carrier, { recursive: true, force: true });
  mkdirSync(carrier, { recursive: true });
  const manifest = { name: 'model-trust-host-tests', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(carrier, 'package.json'), JSON.stringify(manifest));
  const files = readdirSync(source).filter(file => file === 'run.ts' || file.endsWith('.test.ts'));
  await build({
    entryPoints: files.map(file => join(source, file)),
    outdir: carrier,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return { carrier, tests: join(carrier, 'run.cjs') };
}
