/** What a look-up came to. Ignorance has its reason; none of these is an exception. */
export type Answer =
  | {
      readonly type: 'content';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
      /** `false`: longer than was asked for, or cut in the middle. */
      readonly complete: boolean;
      /** The address that answered, after redirects. */
      readonly url: string;
      readonly redirected: boolean;
      /** When the answer came, in milliseconds since 1970. */
      readonly asOf: number;
    }
  /** The endpoint said no: 400, 401, 403, 404, … Its words are a stranger's. */
  | {
      readonly type: 'refused';
      readonly status: number;
      readonly code: string | undefined;
      readonly message: string | undefined;
      readonly asOf: number;
    }
  | {
      readonly type: 'failed';
      readonly reason: Failure;
      readonly detail: string;
      /** The endpoint said when to ask again: in so many milliseconds. */
      readonly resumesIn?: number;
    };

/**
 * `offline`: no connection. `timeout`: no answer in time. `rate-limited`: the quota is used up. `server`: 5xx, again and
 * again. `redirected-away`: sent to where the endpoint is not. `garbage`: not what the contract says. `off`: look-ups are turned off.
 */
export type Failure = 'offline' | 'timeout' | 'rate-limited' | 'server' | 'redirected-away' | 'garbage' | 'off';

const WORDS: Readonly<Record<Failure, string>> = {
  offline: 'no connection',
  timeout: 'no answer in time',
  'rate-limited': 'the quota of requests is used up',
  server: 'the server is out of order',
  'redirected-away': 'redirected elsewhere, which was not followed',
  garbage: 'the answer was not understood',
  off: 'look-ups are turned off',
};

export const failureWords = (reason: Failure): string => WORDS[reason];
