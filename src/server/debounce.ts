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
  };
}
