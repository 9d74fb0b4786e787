import type { RepoFacts } from '../core/facts/repoFacts.ts';

/**
 * Mirrors say that every repo has no likes and no downloads. An endpoint's zeros are facts once it has shown another number;
 * until then they are left out: a number that nobody counts is not told.
 */
export function watchCounters(): { readonly told: (repo: RepoFacts) => RepoFacts } {
  let counts = false;
  return {
    told(repo) {
      counts ||= (repo.likes ?? 0) > 0 || (repo.downloads ?? 0) > 0;
      if (counts) return repo;
      const { likes: _, downloads: __, ...rest } = repo;
      return rest;
    },
  };
}
