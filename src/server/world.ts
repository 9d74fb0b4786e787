import type { Engine } from '../core/engine.ts';
import type { Surroundings } from '../core/rules/rule.ts';
import type { LineHistory } from '../workspace/lineHistory.ts';
import type { LoadedEngine } from '../workspace/loadEngine.ts';
import type { PolicyText } from '../workspace/policyFile.ts';
import type { ScanOptions, ScanResult } from '../workspace/scan.ts';
import type { HubWorld } from './hubWorld.ts';

/** What a session needs of the machine that it runs on; a test passes a few lines. Paths are the machine's own. */
export interface World {
  /** Loads the engine with the shipped data and the advisory files that the user adds. */
  readonly loadEngine: (advisories: readonly string[]) => Promise<LoadedEngine>;
  /** What lies around the documents of a workspace folder. */
  readonly surroundings: (folder: string, engine: Engine) => (documentPath: string) => Surroundings;
  readonly scan: (engine: Engine, roots: readonly string[], options: ScanOptions) => AsyncIterable<ScanResult>;
  /** Folder of the rule pages as a URI, ending in `/`. */
  readonly docsUri: string;
  /** The text of a policy; nothing where there is none, or it cannot be read. */
  readonly policyText: (path: string) => Promise<PolicyText>;
  readonly hub: HubWorld;
  /** When lines were written; absent where there is no git to ask. */
  readonly history?: LineHistory;
}

/** Where the server writes what a user may want to read when something is odd. */
export interface Log {
  readonly error: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly info: (message: string) => void;
}
