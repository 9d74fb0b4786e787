import { randomUUID } from 'node:crypto';
import type { Exchange } from '../hub/exchange.ts';
import { openFactsCache } from '../hub/factsCache.ts';
import { chooseHub } from '../hub/hubChoice.ts';
import { type OpenHub, openHub } from '../hub/openHub.ts';
import { type RateLimit, retryAfterOf } from '../hub/rateLimit.ts';
import type { HubWorld } from './hubWorld.ts';
import type { Settings } from './settings.ts';

/** Who is asked at present, or why nobody is. */
export type HeldHub =
  | { readonly hub: OpenHub; readonly host: string; readonly weather: HubWeather; readonly off?: never }
  | {
      readonly off: string;
      readonly why: 'user' | 'problem' | 'nobody';
      readonly hub?: never;
      readonly host?: never;
      readonly weather?: never;
    };

/** How the Hub can be reached just now. */
export interface HubWeather {
  /** The last request found no way to the Hub. */
  readonly offline: () => boolean;
  /** The status, of 500 or above, of the last answers in a row. */
  readonly broken: () => number | undefined;
  /** The quota is used up until then, in milliseconds since 1970. */
  readonly limitedUntil: () => number | undefined;
}

export interface HubHolderNeeds {
  readonly world: HubWorld;
  /** Over the editor, where it offers that. */
  readonly byClient: ((tokenMark: string | undefined) => Exchange) | undefined;
  readonly environmentToken: boolean;
  readonly version: string;
  /** The weather has changed. */
  readonly changed: () => void;
}

/** Who asks, where the editor carries the bytes. */
export interface SignedIn {
  readonly signedIn: boolean;
  /** Stands for the token; another one for another token. */
  readonly tokenMark?: string | undefined;
}

export interface HubHolder {
  readonly held: () => HeldHub;
  /** Opens another Hub if these settings or the token ask for one. True: it is another one now. */
  readonly use: (settings: Pick<Settings, 'lookUps' | 'hubUrl'>, who: SignedIn) => boolean;
  /** Forgets every fact, also those on the disk that nobody is asked about at present. */
  readonly clear: () => Promise<void>;
  /** The next use opens anew: the token is another one, though the settings are the same. */
  readonly forget: () => void;
}

const NOBODY: HeldHub = { off: 'local checks only, no look-ups on the Hub', why: 'nobody' };

export function holdHub(needs: HubHolderNeeds): HubHolder {
  let held: HeldHub = NOBODY;
  let key = '';
  let current = new AbortController();
  return {
    held: () => held,
    async clear() {
      if (held.hub) return held.hub.clear();
      const folder = needs.world.cacheFolder;
      if (folder !== undefined) await openFactsCache({ folder, endpoint: '' }).clear();
    },
    forget() {
      key = '';
    },
    use({ lookUps, hubUrl }, who) {
      const wished = JSON.stringify([lookUps, hubUrl, who.signedIn, who.tokenMark]);
      if (wished === key) return false;
      key = wished;
      current.abort();
      current = new AbortController();
      held = open(needs, lookUps, hubUrl, who, current.signal);
      return true;
    },
  };
}

/** `over`: another one is asked now, and nothing more goes out or comes in for this one. */
function open(
  needs: HubHolderNeeds,
  lookUps: boolean,
  hubUrl: string | undefined,
  who: SignedIn,
  over: AbortSignal,
): HeldHub {
  const { world, byClient, version, changed } = needs;
  if (!lookUps) return { off: 'look-ups are turned off', why: 'user' };
  const exchange = byClient ? byClient(who.signedIn ? who.tokenMark : '') : world.exchange;
  if (!exchange) return NOBODY;
  const choice = choose(needs, hubUrl);
  if ('problem' in choice) return { off: choice.problem, why: 'problem' };
  if (choice.offline !== undefined) return { off: choice.offline, why: 'problem' };
  const { endpoint, token } = choice;
  const weather = { offline: false, errors: 0, status: 0, refusedUntil: 0, shortUntil: 0 };
  const watched: Exchange = async request => {
    try {
      const response = await exchange({ ...request, signal: AbortSignal.any([request.signal, over]) });
      over.throwIfAborted();
      const wait = response.status === 429 ? (retryAfterOf(response.headers, Date.now()) ?? REFUSED_MS) : 0;
      const { status } = response;
      const errors = status >= 500 ? weather.errors + 1 : 0;
      tell({ ...weather, offline: false, errors, status, ...(wait > 0 && { refusedUntil: Date.now() + wait }) });
      return response;
    } catch (error) {
      if (!over.aborted) tell({ ...weather, offline: true });
      throw error;
    }
  };
  const toldOf = ({ errors, status, ...told }: typeof weather) => [told, errors >= ERRORS_THAT_TELL && status];
  function tell(now: typeof weather): void {
    const isNews = JSON.stringify(toldOf(now)) !== JSON.stringify(toldOf(weather));
    Object.assign(weather, now);
    if (isNews) changed();
  }
  return {
    host: endpoint.host,
    weather: {
      offline: () => weather.offline,
      broken: () => (weather.errors >= ERRORS_THAT_TELL ? weather.status : undefined),
      limitedUntil() {
        const until = Math.max(weather.refusedUntil, weather.shortUntil);
        return until > Date.now() ? until : undefined;
      },
    },
    hub: openHub({
      endpoint,
      exchange: watched,
      version,
      ...(byClient ? who.signedIn && { tokenMark: who.tokenMark ?? randomUUID() } : token !== undefined && { token }),
      ...(world.cacheFolder !== undefined && { cacheFolder: world.cacheFolder }),
      onRateLimit: limit => tell({ ...weather, ...shortage(limit) }),
    }),
  };
}

/** One question is asked three times: a server that has no other answer is out of order. */
const ERRORS_THAT_TELL = 3;

/** What one repo may need; with less than that none is begun. */
const A_REPO = 11;

function shortage({ bucket, remaining, resetsAt }: RateLimit): { shortUntil?: number } {
  if (bucket !== 'api') return {};
  return { shortUntil: remaining < A_REPO ? resetsAt : 0 };
}

/** A refusal that does not say for how long. */
const REFUSED_MS = 60_000;

/** The setting, else the environment's Hub, else huggingface.co. The environment's token waits until the user allows it. */
function choose({ world, environmentToken }: HubHolderNeeds, hubUrl: string | undefined) {
  const variables = environmentToken ? world.variables : { ...world.variables, HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' };
  const choice = chooseHub(hubUrl === undefined ? {} : { hubUrl }, variables);
  return 'problem' in choice ? { problem: choice.problem.replace(/^--hub-url/, 'modelTrust.hubUrl') } : choice;
}
