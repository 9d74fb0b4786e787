import type { Exchange } from '../hub/exchange.ts';

/** How this machine reaches the Hub without the editor's help. */
export interface HubWorld {
  /** The process's environment: `HF_ENDPOINT`, and `HF_TOKEN` where the user allows it. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Absent: only a client that fetches for us can. */
  readonly exchange?: Exchange;
  /** Where facts are kept on the disk. Absent: nowhere. */
  readonly cacheFolder?: string;
  /** What could not be asked is asked again after so many milliseconds; 30 seconds unless said. */
  readonly retryMs?: number;
}
