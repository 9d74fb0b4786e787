import type { ReplayHub } from '../hub/replay/replayHub.ts';
import type { Settings } from './profile.ts';
import type { Workbench } from './workbench.ts';

/** What a test in the workbench is given. */
export interface Scene {
  readonly workbench: Workbench;
  /** The copy of the workspace that this spec may write to. */
  readonly workspace: string;
  /** The replay Hub of a spec that has one. */
  readonly hub: ReplayHub | undefined;
  /** Lays these down as the settings of the machine. */
  machine(settings: Settings): void;
  /** Keeps a picture of the window as `<spec>-<name>.png`. */
  screenshot(name: string): Promise<void>;
}

/** Tests that share one window, in the order they are written; each leaves nothing hanging over the editor. */
export interface UiSpec {
  /** Opened at the start; relative to the workspace. */
  readonly file?: string;
  readonly settings?: Settings;
  /** Written into the workspace before it is opened: path to text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Repos are looked up, at a replay Hub of the demo's scenarios. */
  readonly hub?: boolean;
  /** Starts in Restricted Mode. */
  readonly askForTrust?: boolean;
  /** Beside ours there is an extension whose panel is empty, to hold the time of ours against. */
  readonly emptyPanel?: boolean;
  readonly tests: Readonly<Record<string, (scene: Scene) => Promise<void>>>;
}
