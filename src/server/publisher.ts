import type { Diagnostic } from 'vscode-languageserver';

/**
 * How long a text must rest before it is judged. Long enough that a burst of typing costs one judgement, short enough
 * that the squiggle seems to follow the hand.
 */
export const DEBOUNCE_MS = 120;

export interface Pending {
  /** Runs the work for this key once it has rested. */
  readonly schedule: (key: string) => void;
  /** Takes back what is scheduled. */
  readonly cancel: (key: string) => void;
  readonly cancelAll: () => void;
}

/** One timer a key: each call starts the wait anew. */
export function debounce(work: (key: string) => void, wait: number): Pending {
  const timers = new Map<string, NodeJS.Timeout>();
  const cancel = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  return {
    schedule(key) {
      cancel(key);
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key);
          work(key);
        }, wait),
      );
    },
    cancel,
    cancelAll: () => [...timers.keys()].forEach(cancel),
  };
}

export interface Publication {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/** Sends diagnostics, but does not tell an editor of emptiness that it already knows. */
export function createPublisher(send: (publication: Publication) => void) {
  const marked = new Set<string>();
  const publish = (publication: Publication): void => {
    if (publication.diagnostics.length > 0) marked.add(publication.uri);
    else marked.delete(publication.uri);
    send(publication);
  };
  return {
    publish,
    clear(uri: string): void {
      if (marked.has(uri)) publish({ uri, diagnostics: [] });
    },
  };
}
export type Publisher = ReturnType<typeof createPublisher>;
