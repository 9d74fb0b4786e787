import type { Facts } from '../../facts/facts.ts';
import type { RepoUse, TimelineEvent } from './trustReport.ts';
import { isoOf } from './words.ts';

/** What happened when, as far as it is known: account, repo, last change, the lines that name it, and this report. */
export function timelineOf(facts: Facts, uses: readonly RepoUse[], now: number): readonly TimelineEvent[] {
  const publisher = facts.publisher.state === 'known' ? facts.publisher.value : undefined;
  const repo = facts.repo.state === 'known' ? facts.repo.value : undefined;
  const written = uses.flatMap(({ writtenAt }) => (writtenAt === undefined ? [] : [writtenAt])).sort();
  const events: readonly (readonly [TimelineEvent['what'], string, string | undefined])[] = [
    ['account', 'account made', optionalIso(publisher?.createdAt)],
    ['repo', 'repo made', optionalIso(repo?.createdAt)],
    ['commit', 'repo last changed', optionalIso(repo?.lastModified)],
    ['line', written.length > 1 ? 'first line here' : 'line here written', written[0]],
    ['report', 'this report', isoOf(now)],
  ];
  return events
    .flatMap(([what, words, at]) => (at === undefined ? [] : [{ what, words, at }]))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

const optionalIso = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : isoOf(ms));
