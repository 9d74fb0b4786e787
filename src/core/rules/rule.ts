import type { Advisories } from '../advisories/advisories.ts';
import type { Facts } from '../facts/facts.ts';
import type { Hazard } from '../hazard.ts';
import type { NameIndex } from '../names/nameIndex.ts';
import type { Reading } from '../reading.ts';
import type { Reference } from '../references/reference.ts';
import type { TorchDemand } from '../references/torchDemand.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Decide } from './decision.ts';
import type { Level, Severity } from './severity.ts';
import type { SuppressedRule } from './suppressions.ts';

/** local: on every keystroke, no network. hub: a few small requests a repo. deep: on demand. */
export type Depth = 'local' | 'hub' | 'deep';

/** A rule is one file: what it asks, the question itself, and its words. Severity wishes, suppressions and formats live elsewhere. */
export interface Rule {
  /** Kebab-case, final once released. */
  readonly id: string;
  readonly title: string;
  readonly depth: readonly Depth[];
  /** The usual severity; a signal may carry another one where the evidence is stronger or weaker. */
  readonly level: Level;
  /** When the severity differs from `level`, for the docs: `information without a copied name`. */
  readonly varies?: string;
  /** The question, as one sentence with a question mark. */
  readonly asks: string;
  /** Why the answer matters: two or three sentences for the rule's page. */
  readonly why: string;
  /** What the reader does about it. */
  readonly advice: string;
  /** Where its facts and thresholds come from. */
  readonly source: string;
  /** A line or two that it marks, for the page. */
  readonly example: string;

  readonly onReference?: (reference: Reference, context: RuleContext) => Signal | undefined;
  readonly onHazard?: (hazard: Hazard, context: RuleContext) => Signal | undefined;
  readonly onSuppression?: (named: SuppressedRule, context: RuleContext) => Signal | undefined;
  /** A sentence to add to what others found at a reference; raises nothing by itself. */
  readonly onSignals?: (reference: Reference, signals: readonly Signal[], context: RuleContext) => string | undefined;
}

/** One rule's answer on one reference or hazard. */
export interface Signal {
  readonly severity: Severity;
  /** The evidence with its numbers, then what to do: one or two plain sentences. Not escaped: every output escapes for itself. */
  readonly message: string;
  /** Weight of evidence in log-odds towards "do not trust"; 0 where it says nothing of the repo (an unsafe flag in our own code). */
  readonly weight: number;
  /** The id that is meant, or that this one imitates. */
  readonly target?: string;
  readonly distance?: number;
  /** Where the evidence comes from: `name index of 2026-08-22`, an advisory's id. */
  readonly source?: string;
  readonly fixes?: readonly Fix[];
}

export interface Fix {
  /** Names the effect: `Use EleutherAI/gpt-j-6b`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The single safest one of a finding. */
  readonly preferred: boolean;
}

/** All that a rule may look at. Nothing here does I/O; what was not looked up says so. */
export interface RuleContext {
  readonly names: NameIndex;
  readonly advisories: Advisories;
  /** The whole document's reading, for corroboration. */
  readonly reading: Reading;
  readonly surroundings: Surroundings;
  /** Every rule there is. */
  readonly ruleIds: ReadonlySet<string>;
  /** What the team has decided of a repo. */
  readonly decision: Decide;
  /** What the Hub knows of the repo. */
  readonly facts: (reference: Pick<Reference, 'id' | 'kind'>) => Facts;
}

/** What a front knows of the files around a document and of this machine. Every answer may be `undefined`: not known. */
export interface Surroundings {
  /** Does this path exist, relative to the document's folder, or to the workspace's? */
  readonly exists: (path: string) => boolean | undefined;
  /** Hazards of a script beside the document, if it exists and could be read. */
  readonly script: (path: string) => readonly Hazard[] | undefined;
  /** Which torch the requirements beside the document, or of the workspace, demand. */
  readonly torch: () => TorchDemand | undefined;
  /** Where this machine's Hugging Face cache holds the repo: a path to show. */
  readonly downloaded: (reference: Pick<Reference, 'id' | 'kind'>) => string | undefined;
  /** When the line of a reference was written, in milliseconds since 1970, by the history of the file. */
  readonly lineWrittenAt?: (reference: Reference) => number | undefined;
}

export const nothingAround: Surroundings = {
  exists: () => undefined,
  script: () => undefined,
  torch: () => undefined,
  downloaded: () => undefined,
};
