import { type Facts, nothingKnown } from '../core/facts/facts.ts';
import type { Reference } from '../core/references/reference.ts';
import { inTurn, type UrgentRepo } from '../core/rules/urgency.ts';
import { unlessAborted } from './aborted.ts';
import { detached } from './detached.ts';

type Repo = Pick<Reference, 'id' | 'kind'>;

/** What a scan asks of the Hub: each repo once, the most urgent first. */
export interface LookUps {
  /** The repos that one file names. Who is asked is decided when all files are known, so that no file comes first. */
  readonly note: (repos: readonly UrgentRepo[]) => void;
  /** Waits for what was begun. */
  readonly answered: () => Promise<void>;
  /** Asks for what was noted, and waits for all of it. */
  readonly finish: () => Promise<void>;
  readonly facts: (repo: Repo) => Facts;
}

export interface LookUpOptions {
  /** Those that are asked first are answered first, as far as the Hub grants it. */
  readonly lookUp: (repo: Repo) => Promise<Facts>;
  readonly keyOf: (repo: Repo) => string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (answered: number, of: number) => void;
  /** Nobody is asked, so that nothing has to be spared: answers begin with the first file. */
  readonly offline?: boolean;
}

/** A list of links must not use up what the Hub grants: 40 repos are about half of an anonymous user's five minutes. */
export const LINKED_AT_MOST = 40;

const notAsked = nothingKnown(`only linked to, and ${LINKED_AT_MOST} such repos are looked up at a time`);

export function lookUps(options: LookUpOptions): LookUps {
  const { lookUp, keyOf, signal, onProgress, offline = false } = options;
  const known = new Map<string, Facts>();
  const asked = new Set<string>();
  const files: UrgentRepo[][] = [];
  const underWay = new Set<Promise<void>>();

  function ask({ id, kind }: Repo): void {
    const repo = { id, kind };
    const key = keyOf(repo);
    if (asked.has(key)) return;
    asked.add(key);
    const answer = lookUp(repo).then(facts => {
      known.set(key, facts);
      underWay.delete(answer);
      onProgress?.(known.size, asked.size);
    });
    underWay.add(answer);
  }

  const answered = async () => void (await unlessAborted(Promise.all(underWay), signal));

  return {
    note(repos) {
      const own = repos.map(repo => ({ ...repo, id: detached(repo.id) }));
      if (offline) own.forEach(ask);
      else if (own.length > 0) files.push(own);
    },
    answered,
    async finish() {
      const loaded = new Set(files.flat().flatMap(repo => (repo.link ? [] : keyOf(repo))));
      const linked = new Set<string>();
      for (const repo of inTurn(files)) {
        const key = keyOf(repo);
        if (loaded.has(key) || (linked.size < LINKED_AT_MOST && linked.add(key))) ask(repo);
      }
      await answered();
    },
    facts: repo => known.get(keyOf(repo)) ?? notAsked,
  };
}
