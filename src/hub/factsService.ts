import { type Facts, nothingKnown } from '../core/facts/facts.ts';
import { isPossibleName } from '../core/facts/repoName.ts';
import { ownCopy } from '../core/text/ownCopy.ts';
import { failureWords } from './answer.ts';
import { isFresh, orBefore } from './factsAge.ts';
import type { FactsCache } from './factsCache.ts';
import type { HubClient } from './hubClient.ts';
import { limiter } from './limiter.ts';
import type { QuotaWatch } from './quotaWatch.ts';
import type { RepoName } from './repoAddress.ts';
import { unlessAborted } from './unlessAborted.ts';

/** What the fronts ask: memory first, then the disk, then the Hub. */
export interface FactsService {
  /** What is in memory, however old. */
  readonly peek: (repo: RepoName) => Facts | undefined;
  /** Never rejects but with the signal's reason. What cannot be had is unknown and says why. */
  /** `renew`: what is known is not enough, however fresh it is. */
  readonly lookUp: (repo: RepoName, signal?: AbortSignal, renew?: boolean) => Promise<Facts>;
  /** Forgets what memory and disk hold. */
  readonly clear: () => Promise<void>;
}

export interface FactsServiceOptions {
  /** Absent: the Hub is not asked, as `offline` says. */
  readonly client?: HubClient;
  readonly cache?: FactsCache;
  readonly quota?: QuotaWatch;
  readonly now: () => number;
  /** Why nothing is asked, where there is no client. */
  readonly offline?: string;
  /** Repos that memory holds; 500 unless said. */
  readonly memory?: number;
}

/** Each repo has two or three requests under way at a time: more repos than this would only wait at the door. */
const REPOS_AT_ONCE = 4;

interface UnderWay {
  readonly answer: Promise<Facts>;
  /** How many wait for it. Nobody: it is not begun. */
  waiting: number;
}

export function factsService(options: FactsServiceOptions): FactsService {
  const { client, cache, quota, now, memory = 500 } = options;
  const enter = limiter(REPOS_AT_ONCE);
  const underWay = new Map<string, UnderWay>();
  const remembered = new Map<string, Facts>();

  function remember(key: string, facts: Facts): Facts {
    remembered.delete(key);
    remembered.set(key, facts);
    if (remembered.size > memory) remembered.delete(remembered.keys().next().value!);
    return facts;
  }

  async function ask(repo: RepoName, key: string, isWanted: () => boolean, renew: boolean): Promise<Facts> {
    const before = remembered.get(key) ?? (await cache?.read(repo));
    if (before && !renew && isFresh(before, now())) return remember(key, before);
    if (!client) return orBefore(nothingKnown(options.offline ?? 'look-ups are turned off'), before);
    return enter(async () => {
      if (!isWanted()) return unwanted;
      const begun = await quota?.begin();
      if (begun && 'shortUntil' in begun) return orBefore(nothingKnown(shortWords(begun.shortUntil - now())), before);
      try {
        return isWanted() ? await askHub(client, repo, key, before) : unwanted;
      } finally {
        begun?.end();
      }
    });
  }

  async function askHub(hub: HubClient, repo: RepoName, key: string, before: Facts | undefined): Promise<Facts> {
    // One answer that nobody thought of must not end the look-ups of all others.
    const answer = await hub.lookUp(repo, undefined, before).catch(() => nothingKnown(failureWords('garbage')));
    const facts = orBefore(answer, before);
    // Old facts that could not be renewed keep their age; on the disk they are as they were.
    if (facts.repo.state !== 'unknown') {
      remember(key, facts);
      if (!('notRenewed' in facts.repo)) await cache?.write(repo, facts);
    }
    return facts;
  }

  function share(repo: RepoName, key: string, renew: boolean): UnderWay {
    const shared = underWay.get(key);
    if (shared) return shared;
    let begun: UnderWay | undefined;
    // What is asked without waiting for the disk asks back at once, before anybody could have joined: that one is wanted.
    const answer = ask(repo, key, () => begun === undefined || begun.waiting > 0, renew).finally(() =>
      underWay.delete(key),
    );
    begun = { answer, waiting: 0 };
    underWay.set(key, begun);
    return begun;
  }

  return {
    peek: repo => remembered.get(keyOf(repo)),
    async lookUp(asked, signal, renew = false) {
      signal?.throwIfAborted();
      if (!isPossibleName(asked.id)) return nothingKnown('no repo can have this name');
      const repo: RepoName = { id: ownCopy(asked.id), kind: asked.kind === 'unknown' ? 'model' : asked.kind };
      const key = keyOf(repo);
      const memorised = remembered.get(key);
      if (memorised && !renew && isFresh(memorised, now())) return remember(key, memorised);
      const shared = share(repo, key, renew);
      shared.waiting++;
      try {
        return await (signal ? unlessAborted(shared.answer, signal) : shared.answer);
      } finally {
        shared.waiting--;
      }
    },
    async clear() {
      remembered.clear();
      await cache?.clear();
    },
  };
}

const keyOf = ({ id, kind }: RepoName): string => `${kind === 'unknown' ? 'model' : kind} ${id.toLowerCase()}`;

const unwanted: Facts = nothingKnown('nobody waited for the answer');

/** Whole minutes, so that two hundred repos give one reason. */
function shortWords(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return `the quota of requests is used up, for ${minutes === 1 ? 'a minute' : `${minutes} minutes`} at most`;
}
