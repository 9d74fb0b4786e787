import { createHmac, randomBytes } from 'node:crypto';
import type { SecretStorage } from 'vscode';

const KEY = 'modelTrust.markKey';

/**
 * Marks that stand for tokens where the server tells apart whose answers it keeps: a keyed digest, whose key lies in the
 * secret storage beside the tokens themselves. The mark alone says nothing of the token.
 */
export function createTokenMarks(secrets: Pick<SecretStorage, 'get' | 'store'>): (token: string) => Promise<string> {
  let key: Promise<string> | undefined;

  async function openKey(): Promise<string> {
    const own = randomBytes(32).toString('hex');
    try {
      const kept = await secrets.get(KEY);
      if (kept) return kept;
      await secrets.store(KEY, own);
    } catch {
      // Where it cannot be kept, the marks of this session are other ones than those of the next.
    }
    return own;
  }

  return async token => {
    key ??= openKey();
    return createHmac('sha256', await key)
      .update(token)
      .digest('hex');
  };
}
