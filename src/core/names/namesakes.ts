import { findNamesake, type NameTable, publisherName, repoDownloads } from './nameTable.ts';
import { publisherWords } from './publisherForms.ts';

/** A repo below this is no established one that another could pass for. Downloads in 30 days. */
const ESTABLISHED_DOWNLOADS = 10_000;

/**
 * The established repo of exactly this name, or -1: its maker's, rather than a copy with more downloads. A word that is nobody's name
 * (`models`, `1`, `test`) has none.
 */
export function establishedNamesake(table: NameTable, id: string, from: number): number {
  if (!isDistinctive(id.slice(from))) return -1;
  let best = -1;
  let bestStanding = Number.NEGATIVE_INFINITY;
  const name = id.slice(from).toLowerCase();
  for (let repo = findNamesake(table, id, from); repo >= 0; repo = table.nextNamesake[repo]!) {
    // A repo without a figure is in the index because somebody put it there by hand.
    if ((repoDownloads(table, repo) ?? ESTABLISHED_DOWNLOADS) < ESTABLISHED_DOWNLOADS) continue;
    const standing = standingOf(table, repo, name);
    if (standing > bestStanding || (standing === bestStanding && repo < best)) {
      best = repo;
      bestStanding = standing;
    }
  }
  return best;
}

/** Two runs of letters or digits (`gpt2`, `flan-t5`), or one long word. */
function isDistinctive(name: string): boolean {
  return (name.match(/[a-z]+|\d+/gi) ?? []).length > 1 || /^[a-z]{8,}$/i.test(name);
}

/**
 * Who is the maker of a repo that several publish? The most downloaded, with the fame of the publisher as a lesser witness; but one
 * whose own name is in the repo's (deepseek-ai, DeepSeek-V4) outweighs a republisher of everything.
 */
function standingOf(table: NameTable, repo: number, name: string): number {
  const owner = table.ownerOf[repo]!;
  const named = publisherWords(publisherName(table, owner)).some(word => word.length >= 4 && name.includes(word));
  const tenfolds = (downloads: number) => Math.log10(downloads + 1);
  const downloads = repoDownloads(table, repo);
  // Put there by hand: for its maker, not for its downloads.
  const own = downloads === undefined ? tenfolds(ESTABLISHED_DOWNLOADS) + 2 : tenfolds(downloads);
  return own + tenfolds(table.publisherDownloads[owner]!) / 2 + (named ? 2 : 0);
}
