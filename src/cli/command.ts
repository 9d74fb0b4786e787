import type { Paint } from '../core/reports/terminal.ts';
import type { CacheEnvironment } from '../hub/localCache.ts';
import type { Arguments, OptionName } from './options.ts';
import type { Output } from './output.ts';

/** One word behind `model-trust`: what it says of itself, and what it does. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly purpose: string;
  readonly usage: string;
  /** Paragraphs under the usage. */
  readonly explains: readonly string[];
  /** The first one is used when none is asked for. */
  readonly formats: readonly [string, ...string[]];
  readonly options: readonly OptionName[];
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** The result is the exit code. */
  readonly run: (args: Arguments, world: World) => Promise<number>;
}

/** The process around a command. */
export interface World {
  readonly folder: string;
  readonly version: string;
  readonly environment: CacheEnvironment;
  readonly input: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly signal: AbortSignal;
  /** Opens what `--output` names, or standard output. */
  readonly open: (args: Arguments) => Promise<Output>;
  /** Colours where the result goes to a terminal that wants them. */
  readonly paint: (args: Arguments) => Paint;
  /** One line for the person at the keyboard, on standard error. */
  readonly say: (message: string) => void;
  /** What is being done, in place; nothing where nobody is watching. An empty text takes it away. */
  readonly progress: (text: string) => void;
}
