import type { Facts, Looked } from '../core/facts/facts.ts';

/** Likes, downloads and followers are good for so long; the Hub's own counters move once a day. */
const NUMBERS_GOOD_MS = 60 * 60 * 1000;

/** Is there an answer to every question, and none of what ages older than an hour? Content ages with the commit alone. */
export function isFresh(facts: Facts, now: number): boolean {
  const isNew = (looked: Looked<unknown>) => {
    const age = looked.source && now - looked.source.asOf;
    return age !== undefined && age >= 0 && age < NUMBERS_GOOD_MS;
  };
  const { repo, publisher, scan, files, commits, card } = facts;
  if (repo.state !== 'known') return isNew(repo);
  const isSettled = (looked: Looked<unknown>) =>
    (looked.state === 'known' && looked.partial === undefined) || isNew(looked);
  return [repo, publisher, scan].every(isNew) && [files, commits, card].every(isSettled);
}

/** What could not be asked now is taken from before, and says how it comes that it is old. */
export function orBefore(now: Facts, before: Facts | undefined): Facts {
  if (!before || !sameRepo(now, before)) return now;
  const names = Object.keys(now) as (keyof Facts)[];
  return Object.fromEntries(names.map(name => [name, lookedOrBefore(now[name], before[name])])) as unknown as Facts;
}

function lookedOrBefore(now: Looked<unknown>, before: Looked<unknown>): Looked<unknown> {
  // With a source, the endpoint itself says that it does not tell: that is news, not ignorance.
  const failed = now.state === 'unknown' && now.source === undefined;
  return failed && before.state === 'known' ? { ...before, notRenewed: now.why } : now;
}

/** A repo that is gone, or another under the same name, has nothing of the old one's. */
function sameRepo({ repo: now }: Facts, { repo: before }: Facts): boolean {
  if (now.state === 'unknown') return now.source === undefined && before.state === 'known';
  if (now.state === 'missing' || before.state !== 'known') return false;
  return now.value.objectId === before.value.objectId && now.value.id === before.value.id;
}
