import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { readText } from './readText.ts';

/** More than a policy that is read may have; what is longer says so in its own reading. */
const LIMIT = 1024 * 1024;

/** The text of a policy; nothing where there is none. One that is there and cannot be read holds nothing, and this is why. */
export type PolicyText = string | undefined | { readonly problem: string };

/** Reads a policy. Links lead out of the workspace and are not followed. */
export async function policyText(path: string): Promise<PolicyText> {
  const file = readText(path, { limit: LIMIT });
  if ('text' in file) return file.text;
  // A link that leads nowhere is there all the same; in a folder that cannot be seen nothing is.
  const isThere = existsSync(dirname(path)) && lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  return isThere ? { problem: file.skipped } : undefined;
}
