import { lstatSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';

/** The machine's key, which lies beside the facts. */
export const KEY_FILE = 'reader.key';

/** Facts by the digest of their name, and what is on its way to become a file. */
const OWN = /^(?:[0-9a-f]{64}\.json|[0-9a-f]{8}-[0-9a-f-]{27}\.tmp)$/;

/** Could the cache have made a file of this name? Everything else in its folder is somebody's. */
export const isOwnFile = (name: string): boolean => name === KEY_FILE || OWN.test(name);

/** A folder, and no link to one: what lies behind a link was put there by somebody else. */
export function isOwnFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false; // None is there, or none that may be looked at.
  }
}

/** Makes the cache's folder, for this user alone. Rejects where a link stands in its place: behind it nothing is cleaned. */
export async function makeOwnFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (!isOwnFolder(path)) throw new Error('the folder of the cache is a link');
}
