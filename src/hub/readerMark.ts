import { randomBytes, randomUUID, scrypt } from 'node:crypto';
import { link, lstat, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_FILE, makeOwnFolder } from './ownFolder.ts';

/**
 * A mark of whoever may see what the Hub tells to a token: another for each token, each Hub and each machine. It stands in
 * the names of files alone, hashed once more with the repo. Without the machine's key it says nothing of the token; with the
 * key each guess costs what scrypt costs (some 40 ms), so that a token of the Hub's length cannot be found, and a short
 * password of a mirror not quickly.
 */
export async function readerMark(folder: string, endpoint: string, token: string): Promise<string> {
  // Where no key can be kept, nothing that a token shows is found again by another process.
  const key = (await machineKey(folder).catch(() => undefined)) ?? randomBytes(32).toString('hex');
  return new Promise((resolve, reject) => {
    scrypt(token, `${key} ${endpoint}`, 32, (error, mark) => (error ? reject(error) : resolve(mark.toString('hex'))));
  });
}

/** Made by whoever comes first, and the same for all after: it is linked to its place when it is whole. */
async function machineKey(folder: string): Promise<string | undefined> {
  const path = join(folder, KEY_FILE);
  const known = await readKey(path);
  if (known !== undefined) return known;
  const beside = join(folder, `${randomUUID()}.tmp`);
  await makeOwnFolder(folder);
  try {
    await writeFile(beside, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
    await link(beside, path);
  } catch {
    // Another process was first, or this disk knows no links: what is there is read.
  } finally {
    await rm(beside, { force: true });
  }
  return readKey(path);
}

async function readKey(path: string): Promise<string | undefined> {
  try {
    if (!(await lstat(path)).isFile()) return undefined;
    const key = await readFile(path, 'utf8');
    return /^[0-9a-f]{64}$/.test(key) ? key : undefined;
  } catch {
    return undefined;
  }
}
