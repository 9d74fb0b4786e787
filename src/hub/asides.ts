import type { Looked, Source } from '../core/facts/facts.ts';
import { unknown } from '../core/facts/facts.ts';
import type { PopularRepo } from '../core/facts/publisherFacts.ts';
import { readRepo } from '../core/facts/repoFacts.ts';
import { failureWords } from './answer.ts';
import { jsonOf } from './answerBody.ts';
import type { Endpoint } from './endpoint.ts';
import type { GuardedFetch } from './guardedFetch.ts';
import { LONGEST_ANSWER } from './longestAnswers.ts';
import { apiPath, type RepoName } from './repoAddress.ts';
import { whyFailed } from './whyUnknown.ts';

/** What a branch or a tag points at. */
export interface RevisionCommit {
  /** 40 hexadecimal digits. */
  readonly sha: string;
  /** Milliseconds since 1970. */
  readonly date?: number;
}

/** What is asked only when somebody wants to know it: one request each, and none that counts as a download. */
export interface Asides {
  /** The most downloaded model of a publisher; nothing as value where there is none. */
  readonly popular: (publisher: string) => Promise<Looked<PopularRepo | undefined>>;
  readonly commitOf: (repo: RepoName, revision: string) => Promise<Looked<RevisionCommit>>;
  readonly forget: () => void;
}

/** Popularity and branches move, but not while somebody looks at a card twice. */
const KEPT_MS = 60 * 60 * 1000;
const KEPT = 500;
const MAX_BYTES = 256 * 1024;

/** `offline`: nobody is asked, for this reason. */
export function asides(endpoint: Endpoint, guarded: GuardedFetch, now: () => number, offline?: string): Asides {
  const kept = new Map<string, { readonly at: number; readonly asked: Promise<Looked<unknown>> }>();

  function keep<T>(key: string, ask: () => Promise<Looked<T>>): Promise<Looked<T>> {
    const known = kept.get(key);
    if (known && now() - known.at < KEPT_MS) return known.asked as Promise<Looked<T>>;
    const asked = ask();
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(key, { at: now(), asked });
    void asked.then(({ state }) => {
      if (state === 'unknown' && kept.get(key)?.asked === asked) kept.delete(key);
    });
    return asked;
  }

  async function ask<T>(question: Parameters<GuardedFetch['ask']>[0], read: (body: unknown) => T | undefined) {
    if (offline !== undefined) return unknown(offline);
    const answer = await guarded.ask({ maxBytes: MAX_BYTES, ...question });
    if (answer.type === 'failed') return unknown(whyFailed(answer));
    const source: Source = { host: endpoint.host, asOf: answer.asOf };
    if (answer.type === 'refused') return unknown(`${endpoint.host} answered with status ${answer.status}`, source);
    const value = read(jsonOf(answer));
    return value === undefined
      ? unknown(failureWords('garbage'))
      : { state: 'known' as const, value: value as T, source };
  }

  return {
    popular(publisher) {
      const query = { author: publisher, sort: 'downloads', direction: '-1', limit: '1' };
      return keep(`popular ${publisher.toLowerCase()}`, async () => {
        const looked = await ask({ path: ['api', 'models'], query }, body => mostPopular(body, publisher));
        return looked.state === 'known' ? { ...looked, value: looked.value.repo } : looked;
      });
    },
    commitOf(repo, revision) {
      const { id, kind } = repo;
      const path = apiPath(repo, 'revision', revision);
      return keep(`commit ${kind} ${id.toLowerCase()} ${revision}`, () =>
        ask({ path, maxBytes: LONGEST_ANSWER.repo }, commitIn),
      );
    },
    forget: () => kept.clear(),
  };
}

/** A mirror may not know the word `author`, and list whatever it has: only the publisher's own counts. */
function mostPopular(body: unknown, publisher: string): { readonly repo: PopularRepo | undefined } | undefined {
  if (!Array.isArray(body)) return undefined;
  const own = body
    .flatMap(item => readRepo(item) ?? [])
    .find(({ id }) => id.toLowerCase().startsWith(`${publisher.toLowerCase()}/`));
  if (!own) return body.length === 0 ? { repo: undefined } : undefined;
  const { id, downloads, likes } = own;
  return { repo: { id, ...(downloads !== undefined && { downloads }), ...(likes !== undefined && { likes }) } };
}

function commitIn(body: unknown): RevisionCommit | undefined {
  const { sha, lastModified } = readRepo(body) ?? {};
  if (!sha || !/^[0-9a-f]{40}$/.test(sha)) return undefined;
  return { sha, ...(lastModified !== undefined && { date: lastModified }) };
}
