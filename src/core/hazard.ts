import type { CellPosition, RepoKind } from './references/reference.ts';
import type { TorchDemand } from './references/torchDemand.ts';
import type { TextEdit } from './text/edit.ts';
import type { Span } from './text/span.ts';

/** A place in a file that is risky without naming a repo. `evidence` quotes the text; it is a stranger's words: escape it in every output. */
export type Hazard = InstructionHazard | ScriptHazard | UnsafeLoad | LeakedToken | LocalPath;

interface Place {
  readonly span: Span;
  readonly evidence: string;
  readonly cell?: CellPosition;
}

/** A document tells its reader to do something that a model rarely needs. */
export interface InstructionHazard extends Place {
  readonly type: 'instruction';
  readonly family: InstructionFamily;
  /** Names the pattern that matched, kebab-case: `powershell-iex`, `win-r-paste`. */
  readonly pattern: string;
  /** How it is told: an order to the reader, a block of code, or a mere mention. */
  readonly told: 'imperative' | 'code' | 'mention';
  /** The file it tells the reader to run, relative to the document, where it names one: `start.bat`, `scripts/loader.py`. */
  readonly file?: string;
  /** The address it fetches from, where it names one. */
  readonly url?: string;
  /** Why this one weighs more than its family usually does, in words that fit behind "because": `the archive has a password`. */
  readonly aggravated?: string;
  /** Why this one weighs less: `an official installer`, `a troubleshooting section`. */
  readonly mitigated?: string;
}

export type InstructionFamily =
  | 'launcher'
  | 'privilege'
  | 'security-off'
  | 'pipe-to-shell'
  | 'encoded-command'
  | 'outside-download'
  | 'paste-to-run';

/** A script does, on this line, something that a loader of models has no business doing. */
export interface ScriptHazard extends Place {
  readonly type: 'script';
  /** Kebab-case: `tls-off`, `decoded-address`, `dead-drop`, `hidden-powershell`, `defender-exclusion`, `scheduled-task`, `fetch-and-run`. */
  readonly behaviour: string;
  /** What the line does, in a few words that follow "this line": `turns TLS verification off`. */
  readonly does: string;
  /** Strength of this line alone: 1 seen in honest scripts too, 2 rare in them, 3 hardly ever. Lines add up over the script. */
  readonly strength: 1 | 2 | 3;
}

/** A load that unpickles: `torch.load(f, weights_only=False)`. */
export interface UnsafeLoad extends Place {
  readonly type: 'unsafe-load';
  readonly api: string;
  /** What the code says of safety: switched off, left to the library's default, or a value we cannot follow. */
  readonly safety: 'off' | 'default' | 'unknown';
  /** The file comes from the Hub or the network, as far as this file shows; `unknown` when its origin cannot be followed. */
  readonly origin: 'downloaded' | 'local' | 'unknown';
  /** Which torch the file itself demands, where it says so: `# pip install torch==2.4`. */
  readonly torch?: TorchDemand;
  /** The edit that makes it safe, where one exists (`weights_only=True`). */
  readonly makeSafe?: TextEdit;
}

/** A Hugging Face access token in the text. `evidence` is already redacted. */
export interface LeakedToken extends Place {
  readonly type: 'leaked-token';
}

/** A folder that a loader would ask the Hub for when it is missing: `from_pretrained("checkpoints/last")`. Never a reference. */
export interface LocalPath extends Place {
  readonly type: 'local-path';
  readonly path: string;
  readonly api: string;
  readonly kind: RepoKind;
}
