import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingPackages } from '../../src/tools/packages.mjs';

const WANTED = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0' },
  'node_modules/other-system': { version: '1.0.0', optional: true },
};

describe('the packages that are missing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'packages-'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const installed = (packages: object) =>
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));

  it('are all of them on a fresh clone', () => {
    expect(missingPackages(folder)).toBe(2);
  });

  it('are none when each is there in the version of the lock file', () => {
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } });
    expect(missingPackages(folder)).toBe(0);
  });

  it('are those whose version has changed', () => {
    installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } });
    expect(missingPackages(folder)).toBe(1);
  });
});
