/** Only a full commit names content that cannot change. */
export const isFullCommit = (revision: string): boolean => /^[0-9a-f]{40}$/i.test(revision);

/** What a revision that is no full commit is, in words. A tag and a branch look alike: only the Hub knows which it is. */
export function revisionKind(revision: string): string {
  if (/^refs\/pr\/\d+$/.test(revision)) return 'a pull request';
  if (/^[0-9a-f]{7,39}$/i.test(revision)) return 'a short commit, or a name that looks like one';
  return 'a branch or tag';
}
