import { findNamesake, type NameTable, publisherName, repoDownloads } from './nameTable.ts';
import { publisherWords } from './publisherForms.ts';

export interface Namesake {
  readonly repo: number;
  /** How many listed publishers have a repo of this name. */
  readonly publishers: number;
}

/** The established repo of exactly this name: its owner's, rather than a copy with more downloads. */
export function establishedNamesake(table: NameTable, id: string, from: number): Namesake | undefined {
  let best = -1;
  let bestStanding = Number.NEGATIVE_INFINITY;
  let publishers = 0;
  const name = id.slice(from).toLowerCase();
  for (let repo = findNamesake(table, id, from); repo >= 0; repo = table.nextNamesake[repo]!) {
    publishers++;
    const standing = standingOf(table, repo, name);
    if (standing > bestStanding || (standing === bestStanding && repo < best)) {
      best = repo;
      bestStanding = standing;
    }
  }
  return best < 0 ? undefined : { repo: best, publishers };
}

/**
 * Who is the maker of a repo that several publish? The most downloaded, with the fame of the publisher as a lesser witness; but one
 * whose own name is in the repo's (deepseek-ai, DeepSeek-V4) outweighs a republisher of everything.
 */
function standingOf(table: NameTable, repo: number, name: string): number {
  const owner = table.ownerOf[repo]!;
  const named = publisherWords(publisherName(table, owner)).some(word => word.length >= 4 && name.includes(word));
  const tenfolds = (downloads: number) => Math.log10(downloads + 1);
  return tenfolds(repoDownloads(table, repo) ?? 0) + tenfolds(table.publisherDownloads[owner]!) / 2 + (named ? 2 : 0);
}
