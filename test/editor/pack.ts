import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from '../../src/tools/steps.mjs';
import { artifacts, root } from './results.ts';

/** Builds the extension and packs it as the marketplace would get it; returns the package's path. */
export async function packExtension(): Promise<string> {
  const vsix = join(artifacts, 'model-trust-hints.vsix');
  say('Building and packing the extension');
  mkdirSync(artifacts, { recursive: true });
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsix,
  ];
  const { ok, ended, output } = await run(process.execPath, args, { cwd: root, minutes: 3 });
  if (!ok) throw new Error(`The extension could not be packed (${ended}):\n${output}`);
  return vsix;
}
