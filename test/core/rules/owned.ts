import { type Facts, nothingKnown } from '../../../src/core/facts/facts.ts';
import type { FileFacts } from '../../../src/core/facts/fileFacts.ts';
import type { RepoFacts } from '../../../src/core/facts/repoFacts.ts';
import type { Reference } from '../../../src/core/references/reference.ts';
import type { RuleContext } from '../../../src/core/rules/rule.ts';
import { knowing } from '../../support/names.ts';

export const NOW = Date.parse('2026-10-01T00:00:00Z');
const source = { host: 'hub.example', asOf: NOW };
export const names = knowing({ 'famous/-': { publisherListed: true } });
export const reference = (id: string, kind: Reference['kind'] = 'model') => ({ id, kind }) as Reference;

/** Who owns `owner/repo`, for how long, and what lies there. */
export interface Told {
  readonly owner?: string;
  readonly days: number;
  readonly followers?: number;
  readonly files?: readonly FileFacts[];
  readonly repo?: Partial<RepoFacts>;
  readonly card?: string;
}

export function factsOf({ owner = 'some', days, followers = 0, files, card, repo }: Told): Facts {
  const nothing = nothingKnown('not told');
  const code = { custom: false, modules: [] };
  return {
    ...nothing,
    repo: {
      state: 'known',
      source,
      value: { id: `${owner}/repo`, tags: [], baseModels: [], datasets: [], code, ...repo },
    },
    publisher: {
      state: 'known',
      source,
      value: { name: owner, type: 'user', createdAt: NOW - days * 86_400_000, followers, models: 30 },
    },
    ...(files && { files: { state: 'known', source, value: files } }),
    ...(card !== undefined && { card: { state: 'known', source, value: card } }),
  };
}

export const contextOf = (told: Told) => {
  const facts = factsOf(told);
  return { names, facts: () => facts } as unknown as RuleContext;
};

/** Days of an account that has a history. */
export const OLD = 2_000;
