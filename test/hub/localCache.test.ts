import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cachedFolder, hubCacheFolder } from '../../src/hub/localCache.ts';
import { temporaryFolder } from '../workspace/temporaryFolder.ts';

describe('the hub cache lies where huggingface_hub puts it', () => {
  test.each([
    // variables, folder
    [{}, '/home/me/.cache/huggingface/hub'],
    [{ XDG_CACHE_HOME: '/xdg' }, '/xdg/huggingface/hub'],
    [{ HF_HOME: '/hf', XDG_CACHE_HOME: '/xdg' }, '/hf/hub'],
    [{ HF_HOME: '~/hf' }, '/home/me/hf/hub'],
    [{ HF_HOME: '$DATA/hf', DATA: '/data' }, '/data/hf/hub'],
    [{ HF_HUB_CACHE: '/hub', HF_HOME: '/hf' }, '/hub'],
    [{ HUGGINGFACE_HUB_CACHE: '/old', HF_HOME: '/hf' }, '/old'],
    [{ HF_HUB_CACHE: '', HF_HOME: '' }, '/home/me/.cache/huggingface/hub'],
  ])('%j → %s', (variables, folder) => {
    expect(hubCacheFolder({ variables, home: '/home/me' })).toBe(folder);
  });
});

describe('a repo is downloaded when its folder holds a snapshot', () => {
  const lookUp = (hub: string, id: string, kind: 'model' | 'dataset' | 'unknown' = 'model') =>
    cachedFolder({ id, kind }, { variables: { HF_HUB_CACHE: hub }, home: '/nowhere' });

  test('by kind and id', () => {
    const hub = temporaryFolder({
      'models--org--name/snapshots/0123/config.json': '{}',
      'models--gpt2/snapshots/0123/config.json': '{}',
      'datasets--org--data/snapshots/0123/a.csv': '',
    });
    expect(lookUp(hub, 'org/name')).toBe(join(hub, 'models--org--name'));
    expect(lookUp(hub, 'org/name', 'unknown')).toBe(join(hub, 'models--org--name'));
    expect(lookUp(hub, 'gpt2')).toBe(join(hub, 'models--gpt2'));
    expect(lookUp(hub, 'org/data')).toBeUndefined();
    expect(lookUp(hub, 'org/data', 'dataset')).toBe(join(hub, 'datasets--org--data'));
    expect(lookUp(join(hub, 'gone'), 'org/name')).toBeUndefined();
  });

  test('a download that never came to a file does not count', () => {
    const hub = temporaryFolder({ 'models--org--name/refs/main': '0123', 'models--org--other/blobs/x.incomplete': '' });
    mkdirSync(join(hub, 'models--org--other/snapshots'));
    expect(lookUp(hub, 'org/name')).toBeUndefined();
    expect(lookUp(hub, 'org/other')).toBeUndefined();
  });

  test('no id and no link leads out of the cache', () => {
    const outside = temporaryFolder({ 'snapshots/0123/x': '' });
    const hub = temporaryFolder({ 'models--a--b/x': '' });
    symlinkSync(outside, join(hub, 'models--org--name'));
    symlinkSync(join(outside, 'snapshots'), join(hub, 'models--a--b/snapshots'));
    for (const id of ['org/name', 'a/b', '../x', 'a/../b', '..', 'a/b/c', 'a\\b', 'a\0b', '', '/etc', 'x--y/z']) {
      expect(lookUp(hub, id), id).toBeUndefined();
    }
  });
});
