import { readText } from './readText.ts';

/** More than a policy that is read may have; what is longer says so in its own reading. */
const LIMIT = 1024 * 1024;

/** The text of a policy; nothing where there is none, or it cannot be read. Links lead out of the workspace and are not followed. */
export async function policyText(path: string): Promise<string | undefined> {
  const file = await readText(path, { limit: LIMIT });
  return 'text' in file ? file.text : undefined;
}
