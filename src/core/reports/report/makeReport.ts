import type { Advisories } from '../../advisories/advisories.ts';
import type { Facts } from '../../facts/facts.ts';
import type { NameIndex } from '../../names/nameIndex.ts';
import type { Assessment } from '../../trust/assessment.ts';
import { type VelocityReference, velocityReference } from '../../velocity/reference.ts';
import { aftermathOf } from './aftermath.ts';
import { cardOf } from './card.ts';
import { evidenceOf } from './evidence.ts';
import { filesOf } from './files.ts';
import { lineageOf } from './lineage.ts';
import { numbersOf } from './numbers.ts';
import { publisherOf } from './publisher.ts';
import { timelineOf } from './timeline.ts';
import type { ReportPublisher, RepoUse, TrustReport } from './trustReport.ts';
import { verdictOf } from './verdict.ts';
import { isoOf, shortened } from './words.ts';

export interface ReportQuestion {
  readonly assessment: Assessment;
  /** Those that the assessment was made by. */
  readonly facts: Facts;
  readonly names: NameIndex;
  readonly advisories: Advisories;
  readonly velocity?: VelocityReference | undefined;
  /** Where the workspace names the repo; absent where nobody searched. */
  readonly uses?: readonly RepoUse[] | undefined;
  /** Only the files were searched that an editor has open. */
  readonly openFilesOnly?: true;
  /** Where this machine's cache holds the repo: a path to show. */
  readonly downloaded?: string | undefined;
  readonly mostPopular?: ReportPublisher['mostPopular'] | undefined;
  readonly revision?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Everything that is to be said of a repo, in order. Pure: the same question gives the same report. */
export function trustReport(question: ReportQuestion): TrustReport {
  const { assessment, facts, names, velocity = velocityReference, uses, mostPopular, revision, now } = question;
  const { id, kind, signals, notChecked } = assessment;
  return {
    id,
    kind,
    ...(revision !== undefined && { revision: shortened(revision) }),
    made: isoOf(now) ?? '',
    assessment,
    verdict: verdictOf(assessment, facts, names),
    evidence: evidenceOf(signals, facts),
    publisher: publisherOf(facts, id, names, mostPopular),
    numbers: numbersOf(facts, id, names, velocity),
    timeline: timelineOf(facts, uses ?? [], now),
    files: filesOf(facts),
    card: cardOf(facts, kind),
    lineage: lineageOf(facts),
    uses: uses ?? null,
    ...(question.openFilesOnly && { openFilesOnly: true }),
    notChecked,
    aftermath: aftermathOf(question),
    limits: LIMITS,
  };
}

/** In plain words, with every report: a good verdict is about what was looked at. */
const LIMITS: readonly string[] = [
  'Weights that were trained to misbehave, always or at a secret sign, look like any other weights. No tool of this kind can tell them from honest ones.',
  'Data that was poisoned before training leaves nothing in the files to be seen.',
  'What the uploader declares (base model, data, licence) is their word. Nobody has checked it.',
  'Facts are those of the hour that stands beside them. A repo that is not pinned to a commit can be another one tomorrow.',
];
