import { type Facts, nothingKnown } from '../core/facts/facts.ts';
import type { Reference } from '../core/references/reference.ts';
import { unlessAborted } from './aborted.ts';
import { detached } from './detached.ts';

type Repo = Pick<Reference, 'id' | 'kind'>;

/** What a scan asks of the Hub: each repo once, what is loaded before what is only linked to. */
export interface LookUps {
  /** Begins to ask for what these references load. */
  readonly note: (references: readonly Reference[]) => void;
  /** Waits for what was begun. */
  readonly answered: () => Promise<void>;
  /** Asks for what was only linked to, and waits for all of it. */
  readonly finish: () => Promise<void>;
  readonly facts: (repo: Repo) => Facts;
}

export interface LookUpOptions {
  readonly lookUp: (repo: Repo) => Promise<Facts>;
  readonly keyOf: (repo: Repo) => string;
  /** Is it in the name index? Of what is only linked to, the others are asked for first. */
  readonly isListed: (repo: Repo) => boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (answered: number, of: number) => void;
  /** Nobody is asked, so that nothing has to be spared. */
  readonly offline?: boolean;
}

/** A list of links must not use up what the Hub grants: 40 repos are about half of an anonymous user's five minutes. */
export const LINKED_AT_MOST = 40;

const notAsked = nothingKnown(`only linked to, and ${LINKED_AT_MOST} such repos are looked up at a time`);

export function lookUps(options: LookUpOptions): LookUps {
  const { lookUp, keyOf, isListed, signal, onProgress, offline = false } = options;
  const known = new Map<string, Facts>();
  const asked = new Set<string>();
  const linked = new Map<string, Repo>();
  const underWay = new Set<Promise<void>>();

  function ask(key: string, repo: Repo): void {
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
    note(references) {
      for (const { id, kind, link } of references) {
        if (asked.has(keyOf({ id, kind }))) continue;
        const repo = { id: detached(id), kind };
        if (link && !offline) linked.set(keyOf(repo), repo);
        else ask(keyOf(repo), repo);
      }
    },
    answered,
    async finish() {
      await answered();
      const links = [...linked].filter(([key]) => !asked.has(key));
      const first = [...links.filter(([, repo]) => !isListed(repo)), ...links.filter(([, repo]) => isListed(repo))];
      for (const [key, repo] of first.slice(0, LINKED_AT_MOST)) ask(key, repo);
      await answered();
    },
    facts: repo => known.get(keyOf(repo)) ?? notAsked,
  };
}
