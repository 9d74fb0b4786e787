/** What a Hub can be asked beside a repo itself. Mirrors answer few of these; huggingface.co all. */
export type Capability = 'expand' | 'tree' | 'scan' | 'users' | 'organizations' | 'commits' | 'card';

/** Answers of an endpoint that say "I do not know this question", not "there is no such repo". */
const NOT_UNDERSTOOD: ReadonlySet<number> = new Set([400, 405, 501]);

export interface Capabilities {
  readonly lacks: (capability: Capability) => boolean;
  /**
   * Learns from an answer about a repo that is known to exist. A 404 counts only when it comes again and again:
   * one repo may have no card, but hardly ten in a row.
   */
  readonly learn: (capability: Capability, status: number) => void;
}

const MISSES_THAT_TELL = 3;
/** Then it is asked once more: a server that was out of order for a moment is not taken for one that cannot. */
const REMEMBERED_MS = 30 * 60 * 1000;

/** Remembers what one endpoint could not answer, so that it is not asked again for every repo. */
export function rememberCapabilities(now: () => number): Capabilities {
  const misses = new Map<Capability, number>();
  const lacking = new Map<Capability, number>();
  return {
    lacks: capability => now() - (lacking.get(capability) ?? Number.NEGATIVE_INFINITY) < REMEMBERED_MS,
    learn(capability, status) {
      if (NOT_UNDERSTOOD.has(status)) lacking.set(capability, now());
      else if (status !== 404) misses.delete(capability);
      else {
        const missed = (misses.get(capability) ?? 0) + 1;
        misses.set(capability, missed);
        if (missed >= MISSES_THAT_TELL && capability !== 'card' && capability !== 'users')
          lacking.set(capability, now());
      }
    },
  };
}
