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

/** Remembers what one endpoint could not answer, so that it is not asked again for every repo. */
export function rememberCapabilities(): Capabilities {
  const misses = new Map<Capability, number>();
  const lacking = new Set<Capability>();
  return {
    lacks: capability => lacking.has(capability),
    learn(capability, status) {
      if (NOT_UNDERSTOOD.has(status)) lacking.add(capability);
      else if (status !== 404) misses.delete(capability);
      else {
        const missed = (misses.get(capability) ?? 0) + 1;
        misses.set(capability, missed);
        if (missed >= MISSES_THAT_TELL && capability !== 'card' && capability !== 'users') lacking.add(capability);
      }
    },
  };
}
