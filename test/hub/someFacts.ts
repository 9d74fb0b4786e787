import type { Facts, Looked } from '../../src/core/facts/facts.ts';

export const ASKED_AT = Date.UTC(2026, 9, 2, 12);
export const COMMIT = '3f2a91c0d5b64e7f8a9b0c1d2e3f405162738495';

const known = <T>(value: T, asOf: number): Looked<T> => ({
  state: 'known',
  value,
  source: { host: 'huggingface.co', asOf },
});

/** Facts of a repo with nothing odd about it, all learned at one time. */
export function someFacts(id: string, card = '# card', asOf = ASKED_AT): Facts {
  const name = id.split('/')[0]!;
  return {
    repo: known(
      {
        id,
        objectId: '69fbd38f5500c2880adfbe4b',
        downloads: 3,
        likes: 5,
        sha: COMMIT,
        tags: [],
        baseModels: [],
        datasets: [],
        code: { custom: false, modules: [] },
      },
      asOf,
    ),
    publisher: known({ name, type: 'user', createdAt: asOf - 1e11, followers: 7 }, asOf),
    files: known([{ path: 'model.safetensors', size: 7 }], asOf),
    scan: known({ done: true, issues: [] }, asOf),
    commits: known({ total: 1, newest: [{ id: COMMIT, title: 'first' }] }, asOf),
    card: known(card, asOf),
  };
}
