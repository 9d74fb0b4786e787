import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factsFolder } from '../../src/hub/factsFolder.ts';

test.each<[NodeJS.Platform, Record<string, string>, string]>([
  ['linux', {}, '/home/me/.cache/model-trust'],
  ['linux', { XDG_CACHE_HOME: '/xdg' }, '/xdg/model-trust'],
  ['linux', { XDG_CACHE_HOME: '', MODEL_TRUST_CACHE: '' }, '/home/me/.cache/model-trust'],
  ['darwin', {}, '/home/me/Library/Caches/model-trust'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/model-trust/Cache'],
  ['win32', {}, '/home/me/AppData/Local/model-trust/Cache'],
  ['win32', { MODEL_TRUST_CACHE: '/own', XDG_CACHE_HOME: '/xdg' }, '/own'],
])('on %s with %j: %s', (platform, variables, folder) => {
  expect(factsFolder({ variables, home: '/home/me' }, platform)).toBe(join(folder));
});
