import type { Answer } from './answer.ts';

/** How a question is put: `full`, again and again; `brief`, once, to see whether anybody is there. */
export type Patience = 'full' | 'brief';

/** Keeps in mind that an endpoint cannot be reached, is out of order, or does not answer. */
export interface Outage {
  /** Asks, unless an answer of the last moments would only come again: then that one is given. */
  readonly unless: (url: string, ask: (patience: Patience) => Promise<Answer>) => Promise<Answer>;
}

/**
 * How long a brief question waits. Of a connection whose first packet is lost the second is sent after one second and the
 * third after three (RFC 6298): a server that is there has answered by then, unless two in a row are lost.
 */
export const BRIEF_MS = 3_000;

/** No connection: who asks in the next moments gets the same answer, and 200 repos do not wait for 200 time-outs. */
const PAUSE_MS = 5_000;
/** So many repos and publishers in a row met an error of the server: it is not they. */
const ERRORS_THAT_TELL = 5;

/** Nothing came back, not even a refusal. */
const SILENT: ReadonlySet<string> = new Set(['offline', 'timeout']);

/** `aboutOf`: the repo or the publisher that an address speaks of. */
export function watchOutage(now: () => number, aboutOf: (url: string) => string): Outage {
  let until = 0;
  let answer: Answer | undefined;
  const broken = new Set<string>();
  /** Answers so far, of whatever kind. */
  let heard = 0;
  /** Somebody asked with full patience, and while they waited nobody else was answered either. */
  let doubted = false;

  function waitAfter(url: string, got: Extract<Answer, { type: 'failed' }>, silent: boolean): number {
    if (got.reason === 'offline' || silent) return PAUSE_MS;
    if (got.reason === 'server' && broken.add(aboutOf(url)).size >= ERRORS_THAT_TELL) return PAUSE_MS;
    return got.resumesIn ?? 0;
  }

  return {
    async unless(url, ask) {
      if (answer && now() < until) return answer;
      const patience = doubted ? 'brief' : 'full';
      const before = heard;
      const got = await ask(patience);
      if (got.type !== 'failed' || !SILENT.has(got.reason)) {
        heard++;
        doubted = false;
      }
      if (got.type !== 'failed') {
        broken.clear();
        return got;
      }
      // One repo may be slow to tell of. Where the next one, too, is not answered, it is the endpoint: whoever asks after
      // the pause has full patience again, so that one which has become slow is not taken for one that is gone.
      const silent = got.reason === 'timeout' && heard === before;
      if (silent) doubted = patience === 'full';
      const wait = waitAfter(url, got, silent && patience === 'brief');
      if (wait > 0) {
        until = now() + wait;
        answer = got;
      }
      return got;
    },
  };
}
