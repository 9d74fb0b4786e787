import type { AdvisoryClass } from '../../advisories/advisories.ts';
import type { ScanLevel } from '../../facts/fileFacts.ts';
import type { PublisherFacts } from '../../facts/publisherFacts.ts';
import type { StandingLevel } from '../../facts/standing.ts';
import type { InstructionFamily, InstructionHazard } from '../../hazard.ts';
import type { RepoKind } from '../../references/reference.ts';
import type { Severity } from '../../rules/severity.ts';
import type { Assessment, Verdict } from '../../trust/assessment.ts';
import type { ToldFacts } from '../../trust/toldFacts.ts';
import type { Metric, VelocitySample } from '../../velocity/reference.ts';
import type { VelocityStrength } from '../../velocity/velocity.ts';

/**
 * All that is to be said of one repo, in the order in which it is read. Plain JSON: it travels in messages and comes back
 * the same. Times are ISO 8601. Strangers' words are as they came, cut to a length; whoever shows them escapes them.
 */
export interface TrustReport {
  readonly id: string;
  readonly kind: RepoKind;
  /** What was asked for; facts are those of the default branch all the same. */
  readonly revision?: string;
  readonly made: string;
  readonly assessment: Assessment;
  readonly verdict: ReportVerdict;
  readonly evidence: readonly Evidence[];
  readonly publisher: ReportPublisher;
  readonly numbers: ReportNumbers;
  /** Oldest first; the last one is the report itself. */
  readonly timeline: readonly TimelineEvent[];
  readonly files: ReportFiles;
  readonly card: ReportCard;
  readonly lineage: ReportLineage;
  /** Null where no workspace was searched. */
  readonly uses: readonly RepoUse[] | null;
  /** The uses are those of the files that an editor has open: nobody searched the rest of the workspace. */
  readonly openFilesOnly?: true;
  readonly notChecked: Assessment['notChecked'];
  /** What to do where a bad repo was used already; null where nothing is that bad. */
  readonly aftermath: Aftermath | null;
  /** What no tool of this kind can see: a sentence each. */
  readonly limits: readonly string[];
}

/** How a part of the report came to be known. */
export type Learned =
  | { readonly state: 'known'; readonly host: string; readonly asOf: string; readonly notRenewed?: string }
  | { readonly state: 'missing'; readonly host: string; readonly asOf: string }
  | { readonly state: 'unknown'; readonly why: string };

export interface ReportVerdict {
  readonly verdict: Verdict;
  /** The verdict and what to do about it, in a few words: `caution: check before you run it`. */
  readonly words: string;
  /** The one sentence that matters. Names in it stand between backticks, as in every message. */
  readonly sentence: string;
  /** Why it is this verdict and no other. */
  readonly because: string;
  readonly prior: {
    readonly owner: string;
    readonly level: StandingLevel;
    readonly numbers: string;
    readonly weight: number;
  };
  /** Without facts of the repo nothing is added up: the strongest finding decides. */
  readonly summed: boolean;
  /** Prior and parts together, in log-odds of "do not trust". */
  readonly sum: number;
  /** From this sum on a warning makes `risky` and an error `dangerous`. */
  readonly riskyFrom: number;
  /** Up to this sum a repo can be `trusted`. */
  readonly trustedUntil: number;
}

export interface Evidence {
  readonly rule: string;
  /** The rule's title; its id where it is none of ours. */
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  /** What it adds to the sum. */
  readonly part: number;
  /** Why it adds that much. */
  readonly because: string;
  readonly source?: string;
  /** Where the Hub's facts behind it came from, and when. */
  readonly learned?: Extract<Learned, { state: 'known' | 'missing' }>;
  readonly advice?: string;
}

export interface ReportPublisher extends Partial<Omit<PublisherFacts, 'createdAt' | 'name'>> {
  readonly name: string;
  readonly learned: Learned;
  readonly standing: StandingLevel;
  readonly createdAt?: string;
  readonly listed: boolean;
  readonly mostPopular?: { readonly id: string; readonly downloads?: number };
}

export interface ReportNumbers
  extends Pick<
    ToldFacts,
    'createdAt' | 'lastModified' | 'downloads' | 'downloadsAllTime' | 'likes' | 'gated' | 'disabled' | 'commit'
  > {
  readonly learned: Learned;
  /** As the Hub writes it, where that is another id than was asked for. */
  readonly leadsTo?: string;
  readonly commits?: {
    readonly total?: number;
    /** The newest. A date is its author's word. */
    readonly newest: readonly { readonly id: string; readonly title: string; readonly date?: string }[];
  };
  readonly velocity: ReportVelocity;
}

export interface ReportVelocity {
  readonly strength: VelocityStrength;
  /** The numbers held against the age, as a sentence; absent where one of them is not known. */
  readonly sentence?: string;
  readonly because?: string;
  readonly ageDays?: number;
  readonly ranks: readonly {
    readonly sample: string;
    readonly metric: Metric;
    /** The largest quantile of the sample that the number is above. */
    readonly above: number;
    readonly words: string;
  }[];
  /** What the picture draws: quantiles by age of the ordinary sample. Absent where there is nothing to draw into it. */
  readonly reference?: { readonly quantiles: readonly number[]; readonly sample: VelocitySample };
}

export interface TimelineEvent {
  readonly what: 'account' | 'repo' | 'commit' | 'line' | 'report';
  readonly words: string;
  readonly at: string;
}

/** What a file is to whoever loads the repo. */
export type FileKind = 'launcher' | 'pickle' | 'code' | 'safetensors' | 'weights' | 'other';

export interface ReportFiles {
  readonly learned: Learned;
  readonly count?: number;
  readonly bytes?: number;
  readonly kinds: readonly { readonly kind: FileKind; readonly count: number; readonly bytes?: number }[];
  /** Launchers, pickles, code and whatever a scanner flags. */
  readonly ofNote: readonly FileOfNote[];
  /** How many more of note there are. */
  readonly more: number;
  readonly scan: { readonly learned: Learned; readonly done?: boolean; readonly flagged?: number };
}

export interface FileOfNote {
  readonly path: string;
  readonly kind: FileKind;
  readonly bytes?: number;
  readonly level: ScanLevel;
  /** What scanners say beside the level. */
  readonly says: readonly string[];
}

export interface ReportCard {
  readonly learned: Learned;
  readonly instructions: readonly CardInstruction[];
  readonly more: number;
}

export interface CardInstruction {
  readonly family: InstructionFamily;
  readonly told: InstructionHazard['told'];
  readonly quote: string;
  /** The file it names, and whether the repo carries it. */
  readonly file?: string;
  readonly carried?: boolean;
  readonly url?: string;
  readonly aggravated?: string;
  readonly mitigated?: string;
}

/** All of it as declared by the uploader. */
export interface ReportLineage {
  readonly learned: Learned;
  readonly relation?: string;
  readonly baseModels: readonly string[];
  readonly datasets: readonly string[];
  readonly license?: string;
  readonly library?: string;
  readonly task?: string;
  readonly tags: readonly string[];
  /** Code that loading may run: files, and the repos that they come from. */
  readonly code: readonly { readonly file: string; readonly repo?: string }[];
  readonly customCode?: boolean;
}

/** A place of the workspace that names the repo. */
export interface RepoUse {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly api: string;
  readonly link: boolean;
  readonly revision?: string;
  readonly trustRemoteCode?: boolean;
  /** When the line was written, by the history of the file. */
  readonly writtenAt?: string;
}

export interface Aftermath {
  readonly class: AdvisoryClass | 'unlisted';
  /** What is known of whether anything could have run here. */
  readonly sentence: string;
  readonly ran: Steps;
  readonly named: Steps;
}

export interface Steps {
  /** In which case, as a heading. */
  readonly when: string;
  readonly steps: readonly string[];
}
