import type { Engine } from '../../core/engine.ts';
import { inTurn, urgentRepos } from '../../core/rules/urgency.ts';
import type { RepoName } from '../../hub/repoAddress.ts';
import { repoKey } from '../wanted.ts';
import type { ScannedEntry } from './models.ts';

/** Repos that nothing loads and that are looked up all the same. */
const MAX_LINKS = 50;

/** Every repo that is loaded, and some of those that are only mentioned: a page of links is no reason to use a quota up. */
export function reposToLookUp(entries: Iterable<ScannedEntry>, { data }: Engine): readonly RepoName[] {
  const isListed = (id: string): boolean => data.names.judge(id).listed;
  const files = [...entries].map(({ places, findings }) => urgentRepos(places, findings, isListed));
  const loads = new Set(files.flat().flatMap(repo => (repo.link ? [] : repoKey(repo))));
  const unique = [...new Map(inTurn(files).map(repo => [repoKey(repo), repo])).values()];
  let links = 0;
  return unique.filter(repo => loads.has(repoKey(repo)) || ++links <= MAX_LINKS);
}
