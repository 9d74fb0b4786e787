import { expect, test } from 'vitest';
import type { Facts } from '../../src/core/facts/facts.ts';
import type { RepoFacts } from '../../src/core/facts/repoFacts.ts';
import { FORM_VERSION, readEntry } from '../../src/hub/storedFacts.ts';

const source = { host: 'huggingface.co', asOf: Date.UTC(2026, 4, 7) };
const known = <T>(value: T) => ({ state: 'known' as const, value, source });

/** Every member that there is: a new one does not compile until it is named here. */
const repo: Required<Omit<RepoFacts, 'code'>> & { readonly code: Required<RepoFacts['code']> } = {
  id: 'some-org/some-model',
  objectId: '69fbd38f5500c2880adfbe4b',
  createdAt: source.asOf,
  lastModified: source.asOf,
  downloads: 3,
  downloadsAllTime: 4,
  likes: 5,
  gated: false,
  disabled: true,
  sha: '3f2a91c0d5b64e7f8a9b0c1d2e3f405162738495',
  pipeline: 'text-generation',
  library: 'transformers',
  license: 'mit',
  tags: ['custom_code'],
  baseModels: ['other-org/base'],
  baseRelation: 'finetune',
  datasets: ['other-org/data'],
  siblings: ['start.bat'],
  chatTemplate: '{{ x }}',
  code: {
    custom: true,
    modules: [{ file: 'modeling_x.py', repo: 'third-org/code' }],
    kernels: ['fourth-org/kernel'],
    targets: ['builtins.exec'],
  },
};

const facts: Facts = {
  repo: known(repo),
  publisher: known({ name: 'some-org', type: 'organization' as const, createdAt: source.asOf, followers: 4 }),
  files: known([
    {
      path: 'a.bin',
      size: 7,
      sha256: 'ab',
      oid: 'cd',
      scan: {
        level: 'unsafe' as const,
        vendors: [{ vendor: 'JFrog', level: 'unsafe' as const, message: 'x' }],
        dangerousImports: ['builtins.eval'],
      },
    },
  ]),
  scan: known({ done: true, issues: [{ path: 'a.bin', level: 'unsafe' as const }] }),
  commits: known({ total: 2, newest: [{ id: repo.sha, title: 'x', date: source.asOf }] }),
  card: known('# card'),
};

test('what was learned comes back whole: a danger that a cache forgets would look safe', () => {
  const entry = { version: FORM_VERSION, repo: 'x', facts };
  expect(readEntry(JSON.stringify(entry))).toEqual(entry);
});
