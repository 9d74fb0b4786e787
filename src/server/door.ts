import type { Log } from './world.ts';

export interface Door {
  /** Wraps a handler: whatever it throws is logged once, and `fallback` is the answer. The server lives on. */
  readonly guard: <A extends readonly unknown[], R>(
    what: string,
    fallback: R,
    handler: (...args: A) => R | Promise<R>,
  ) => (...args: A) => Promise<R>;
  /** Starts something whose end nobody waits for. */
  readonly start: (what: string, work: () => void | Promise<void>) => void;
  /** The client is going: nobody is there to be answered, or to read a log. */
  readonly close: () => void;
}

export function createDoor(log: Log): Door {
  let closed = false;
  const guard: Door['guard'] =
    (what, fallback, handler) =>
    async (...args) => {
      try {
        return await handler(...args);
      } catch (error) {
        if (!closed) log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return fallback;
      }
    };
  return {
    guard,
    start(what, work) {
      if (!closed) void guard(what, undefined, work)();
    },
    close() {
      closed = true;
    },
  };
}
