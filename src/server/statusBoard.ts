import type { Status } from '../protocol.ts';
import type { HeldHub } from './hubHolder.ts';

export interface StatusBoard {
  /** What the engine says of itself; `ready` carries what is checked without the Hub. */
  readonly engine: (status: Status) => void;
  readonly busy: (repos: number) => void;
  /** The Hub, or its weather, is another one: look again. */
  readonly hub: () => void;
}

/** Whoever flickers is not read: an end of the work is told when it has lasted so long. */
const CALM_MS = 100;

/** One sentence out of what the engine and the Hub say. It is told when it changes. */
export function createStatusBoard(tell: (status: Status) => void, held: () => HeldHub): StatusBoard {
  let engine: Status | undefined;
  let repos = 0;
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  let clearing: NodeJS.Timeout | undefined;

  function now(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!engine) return;
    const status = statusOf(engine, held(), repos);
    if (status.state === 'rate-limited') againAt(held().weather?.limitedUntil());
    const key = JSON.stringify(status);
    if (key === told) return;
    told = key;
    tell(status);
  }

  function againAt(time: number | undefined): void {
    clearTimeout(clearing);
    if (time !== undefined) clearing = setTimeout(now, Math.max(0, time - Date.now()) + 100).unref();
  }

  const soon = (): void => {
    timer ??= setTimeout(now, CALM_MS).unref();
  };

  return {
    engine(status) {
      engine = status;
      now();
    },
    busy(count) {
      repos = count;
      soon();
    },
    hub: soon,
  };
}

function statusOf(engine: Status, held: HeldHub, repos: number): Status {
  if (engine.state === 'starting' || engine.state === 'failed') return engine;
  const { detail } = engine;
  if (!held.hub) {
    if (held.why === 'user') return { state: 'local', detail: `Look-ups are turned off. ${detail}` };
    if (held.why === 'problem') return { state: 'limited', detail: `Nothing is looked up. ${held.off} ${detail}` };
    return { ...engine, detail: `Local checks only. ${detail}` };
  }
  const { host, weather } = held;
  const until = weather.limitedUntil();
  // An editor shows some eighty characters of it: what matters comes first.
  if (until !== undefined) {
    const goOn = 'Look-ups go on by themselves then.';
    return { state: 'rate-limited', detail: `The quota at ${host} is used up until ${hour(until)}. ${goOn}` };
  }
  const errors = weather.broken();
  if (weather.offline() || errors !== undefined) {
    const what = weather.offline() ? `No connection to ${host}` : `${host} answers with errors (status ${errors})`;
    return { state: 'offline', detail: `${what}. It is asked again by itself. What was known is told with its age.` };
  }
  if (repos > 0 && engine.state === 'ready') {
    return { state: 'busy', detail: `Looking up ${repos === 1 ? 'a repo' : `${repos} repos`} at ${host}.` };
  }
  return { ...engine, detail: `Look-ups at ${host}. ${detail}` };
}

/** On the clock of the machine: `14:05`. */
const hour = (time: number): string =>
  new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
