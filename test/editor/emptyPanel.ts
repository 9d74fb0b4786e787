import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Profile } from './profile.ts';

/** Gives the profile a second extension, whose panel shows one word: what it takes to paint is the editor's own time. */
export function addEmptyPanel({ extensions }: Profile): void {
  const from = fileURLToPath(new URL('emptyPanel', import.meta.url));
  cpSync(from, join(extensions, 'test.empty-panel-1.0.0'), { recursive: true });
  // Without its list the editor looks into the folder itself.
  rmSync(join(extensions, 'extensions.json'), { force: true });
}
