import * as v from 'valibot';
import { date, list, readBy, text } from './tolerant.ts';

/** The newest commits of a repo. Their dates are their authors' word: a pusher can write any. */
export interface CommitFacts {
  /** How many there are; absent where the endpoint does not say. History can be squashed: few prove nothing. */
  readonly total?: number;
  readonly newest: readonly CommitFact[];
}

export interface CommitFact {
  /** 40 hexadecimal digits. */
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly date?: number;
}

const Commit = v.object({ id: text, title: text, date, authors: list });

/** Reads a page of `/commits/{revision}`; `total` is its `X-Total-Count`. */
export function readCommits(body: unknown, total: string | undefined): CommitFacts | undefined {
  if (!Array.isArray(body)) return undefined;
  const newest = body.flatMap(item => {
    const commit = readBy(Commit, item);
    if (!commit?.id || !/^[0-9a-f]{40}$/.test(commit.id)) return [];
    return [{ id: commit.id, title: commit.title ?? '', ...(commit.date !== undefined && { date: commit.date }) }];
  });
  if (newest.length === 0 && body.length > 0) return undefined; // None was understood.
  return { newest, ...(total !== undefined && /^\d{1,9}$/.test(total) && { total: Number(total) }) };
}
