/** What a Hub can be asked beside a repo itself. Mirrors answer few of these; huggingface.co all. */
export type Capability = 'expand' | 'tree' | 'scan' | 'users' | 'organizations' | 'commits' | 'card';

/** Answers of an endpoint that say "I do not know this question", not "there is no such repo". */
const NOT_UNDERSTOOD: ReadonlySet<number> = new Set([400, 405, 501]);

export interface Capabilities {
  readonly lacks: (capability: Capability) => boolean;
  /**
   * Learns from an answer about something that is known to exist. It tells of the endpoint only when several different
   * ones got it in a row: one repo may have no card, and one may have been made to be refused.
   */
  readonly learn: (capability: Capability, status: number, about: string) => void;
}

const MISSES_THAT_TELL = 3;
/** Then it is asked once more: a server that was out of order for a moment is not taken for one that cannot. */
const REMEMBERED_MS = 30 * 60 * 1000;

/** Remembers what one endpoint could not answer, so that it is not asked again for every repo. */
export function rememberCapabilities(now: () => number): Capabilities {
  const misses = new Map<Capability, Set<string>>();
  const lacking = new Map<Capability, number>();
  return {
    lacks: capability => now() - (lacking.get(capability) ?? Number.NEGATIVE_INFINITY) < REMEMBERED_MS,
    learn(capability, status, about) {
      const isRefusal = NOT_UNDERSTOOD.has(status);
      if (!isRefusal && status !== 404) {
        misses.delete(capability);
        return;
      }
      const missed = misses.get(capability) ?? new Set();
      misses.set(capability, missed.add(about));
      if (missed.size < MISSES_THAT_TELL || (!isRefusal && (capability === 'card' || capability === 'users'))) return;
      misses.delete(capability);
      lacking.set(capability, now());
    },
  };
}
