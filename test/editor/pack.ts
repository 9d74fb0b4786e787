import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../src/tools/packages.mjs';
import { say } from '../../src/tools/steps.mjs';
import { artifacts, root } from './results.ts';

/** Builds the extension and packs it as the marketplace would get it; returns the package's path. */
export async function packExtension(): Promise<string> {
  const vsix = join(artifacts, 'model-trust-hints.vsix');
  say('Building and packing the extension');
  mkdirSync(artifacts, { recursive: true });
  await npm(['run', 'vsix', '--', '--out', vsix], root);
  return vsix;
}
