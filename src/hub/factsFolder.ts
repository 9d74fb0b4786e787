import { join } from 'node:path';
import type { CacheEnvironment } from './localCache.ts';

const NAME = 'model-trust';

/** Where this user's cache of facts lies: `MODEL_TRUST_CACHE`, or a folder of ours in what the system keeps for caches. */
export function factsFolder({ variables, home }: CacheEnvironment, platform: NodeJS.Platform): string {
  const own = variables['MODEL_TRUST_CACHE'];
  if (own) return own;
  if (variables['XDG_CACHE_HOME']) return join(variables['XDG_CACHE_HOME'], NAME);
  if (platform === 'win32') return join(variables['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), NAME, 'Cache');
  return platform === 'darwin' ? join(home, 'Library', 'Caches', NAME) : join(home, '.cache', NAME);
}
