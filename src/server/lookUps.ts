import { type Facts, nothingKnown } from '../core/facts/facts.ts';
import { isPossibleName } from '../core/facts/repoName.ts';
import type { UrgentRepo } from '../core/rules/urgency.ts';
import type { RepoName } from '../hub/repoAddress.ts';
import type { HubHolder } from './hubHolder.ts';
import { createRetries } from './retries.ts';
import { followWanted, repoKey } from './wanted.ts';

/** Answers that come within so long of each other change the marks together. */
const BATCH_MS = 150;

/** Of repos that nobody waits for; the service has room for one more, so that a hover never stands behind a long queue. */
const AT_ONCE = 3;
/** Numbers are good for so long. */
const RENEW_MS = 60 * 60 * 1000;
/** Somebody who looks at a card asks again for what failed, but not with every move of the mouse. */
const ASKED_AGAIN_MS = 10_000;

const LOOKING = nothingKnown('it is being looked up');
const NOT_YET = nothingKnown('not looked up yet');
const IMPOSSIBLE = nothingKnown('no repo can have this name');

export interface LookUpsNeeds {
  readonly holder: HubHolder;
  /** These open texts name repos of which more is known now. */
  readonly arrived: (unitUris: readonly string[]) => void;
  /** The number of repos under way has changed. */
  readonly busy: (repos: number) => void;
  /** See {@link createRetries}. */
  readonly retryMs?: number | undefined;
}

/** Asks for what the open texts name, in the background, and tells when something is known. */
export interface LookUps {
  /** What is known now, without waiting; what is not known says why. */
  readonly facts: (repo: RepoName) => Facts;
  readonly isUnderWay: (repo: RepoName) => boolean;
  /** Somebody who looks at it would be better served by a new answer. */
  readonly isStale: (repo: RepoName) => boolean;
  /** What an open text names now. What is new in it since the last time may be half an id, and waits. */
  readonly follow: (unitUri: string, repos: readonly UrgentRepo[]) => void;
  readonly forget: (unitUri: string) => void;
  /** The open texts. */
  readonly followed: () => readonly string[];
  /** Asks at once, for somebody who waits; shared with who asks for the same. Rejects with the signal's reason alone. */
  readonly lookUp: (repo: RepoName, signal?: AbortSignal, renew?: boolean) => Promise<Facts>;
  /** Looks all of them up in this order, a few at a time, until the signal. */
  readonly all: (repos: readonly RepoName[], done: (count: number) => void, signal: AbortSignal) => Promise<void>;
  /** The Hub can be reached again, or no more. */
  readonly weatherChanged: () => void;
  /** Another Hub, or nothing of what was known holds: everything is asked anew. */
  readonly restart: () => void;
  readonly stop: () => void;
}

export function createLookUps({ holder, arrived, busy, retryMs }: LookUpsNeeds): LookUps {
  const now = () => Date.now();
  const wanted = followWanted(now);
  const asked = new Map<string, number>();
  const failed = new Map<string, Facts>();
  const underWay = new Map<string, number>();
  const timers: { still?: NodeJS.Timeout; batch?: NodeJS.Timeout } = {};
  let news = new Set<string>();
  let queue: readonly RepoName[] = [];
  let running = 0;
  let round = 0;
  const retries = createRetries({
    now,
    weather: () => holder.held().weather,
    firstMs: retryMs,
    due(keys) {
      for (const key of keys) asked.delete(key);
      sweep();
    },
  });

  let nobody = { off: '', facts: NOT_YET };
  /** Said for every reference on every keystroke, so it is not made anew each time. */
  function nobodyAsked(off: string): Facts {
    if (nobody.off !== off) nobody = { off, facts: nothingKnown(off) };
    return nobody.facts;
  }

  function facts(repo: RepoName): Facts {
    const { hub, off } = holder.held();
    if (!hub) return nobodyAsked(off);
    const key = repoKey(repo);
    return hub.peek(repo) ?? failed.get(key) ?? (underWay.has(key) ? LOOKING : NOT_YET);
  }

  const isDue = ({ id, kind }: RepoName): boolean => {
    const key = repoKey({ id, kind });
    const at = asked.get(key);
    return isPossibleName(id) && !underWay.has(key) && (at === undefined || now() - at >= RENEW_MS);
  };

  /** Counts who waits for the repo, so that it is told to be under way until the last one has an answer. */
  function begin(key: string): () => void {
    const of = round;
    underWay.set(key, (underWay.get(key) ?? 0) + 1);
    busy(underWay.size);
    return () => {
      if (of !== round) return;
      const left = underWay.get(key)! - 1;
      if (left > 0) underWay.set(key, left);
      else underWay.delete(key);
      busy(underWay.size);
    };
  }

  async function lookUp(repo: RepoName, signal?: AbortSignal, renew = false): Promise<Facts> {
    const { hub, off } = holder.held();
    if (!hub) return nobodyAsked(off);
    if (!isPossibleName(repo.id)) return IMPOSSIBLE;
    const key = repoKey(repo);
    const of = round;
    const before = hub.peek(repo);
    asked.set(key, now());
    const end = begin(key);
    try {
      const answer = await hub.lookUp(repo, signal, renew);
      if (of === round) settle(key, answer, before);
      return answer;
    } finally {
      end();
    }
  }

  function settle(key: string, answer: Facts, before: Facts | undefined): void {
    if (answer.repo.state === 'unknown') failed.set(key, answer);
    else failed.delete(key);
    const parts = Object.values(answer);
    if (parts.some(each => (each.state === 'unknown' && !each.source) || 'notRenewed' in each)) retries.add(key);
    else retries.answered();
    if (answer === before) return;
    news.add(key);
    timers.batch ??= setTimeout(tellNews, BATCH_MS);
  }

  function tellNews(): void {
    delete timers.batch;
    const keys = news;
    news = new Set();
    arrived(wanted.namedIn(keys));
  }

  /** Asks for what has stood still, and comes again when the next id will have. */
  function sweep(): void {
    clearTimeout(timers.still);
    if (!holder.held().hub) return;
    const { repos, next } = wanted.ripe(now());
    queue = repos.filter(isDue);
    if (next !== undefined) timers.still = setTimeout(sweep, Math.max(10, next - now()));
    pump();
  }

  function pump(): void {
    while (running < AT_ONCE && queue.length > 0) {
      const [repo, ...rest] = queue as [RepoName, ...RepoName[]];
      queue = rest;
      if (!isDue(repo) || !wanted.isNamed(repoKey(repo))) continue;
      running++;
      const of = round;
      void lookUp(repo).finally(() => {
        // Whoever is asked now does not wait for what was asked of another.
        if (of !== round) return;
        running--;
        pump();
      });
    }
  }

  function stop(): void {
    for (const timer of Object.values(timers)) clearTimeout(timer);
    delete timers.batch;
    retries.clear();
    queue = [];
  }

  return {
    facts,
    lookUp,
    stop,
    isStale(repo) {
      const key = repoKey(repo);
      const at = asked.get(key);
      const limit = failed.has(key) || retries.has(key) ? ASKED_AGAIN_MS : RENEW_MS;
      return underWay.has(key) || at === undefined || now() - at >= limit;
    },
    isUnderWay: repo => underWay.has(repoKey(repo)),
    follow(unitUri, repos) {
      wanted.note(unitUri, repos);
      sweep();
    },
    forget: wanted.forget,
    followed: wanted.units,
    async all(repos, done, signal) {
      const unique = [...new Map(repos.map(repo => [repoKey(repo), repo])).values()];
      let count = 0;
      let next = 0;
      const work = async (): Promise<void> => {
        for (let repo = unique[next++]; repo && !signal.aborted; repo = unique[next++]) {
          await lookUp(repo, signal).catch(stopped(signal));
          done(++count);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    },
    weatherChanged: retries.weatherChanged,
    restart() {
      stop();
      round++;
      running = 0;
      for (const each of [asked, failed, underWay, news]) each.clear();
      busy(0);
      sweep();
    },
  };
}

/** Takes the end that the signal asked for, and nothing else. */
const stopped = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error;
};
