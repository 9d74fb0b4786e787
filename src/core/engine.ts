import type { Advisories } from './advisories/advisories.ts';
import type { SourceDocument } from './document.ts';
import type { Facts } from './facts/facts.ts';
import type { NameIndex } from './names/nameIndex.ts';
import type { Reading } from './reading.ts';
import type { CellsReading } from './readNotebookCells.ts';
import type { Reference, RepoKind } from './references/reference.ts';
import type { Decide } from './rules/decision.ts';
import type { Finding } from './rules/finding.ts';
import type { Wishes } from './rules/judge.ts';
import type { Surroundings } from './rules/rule.ts';
import type { Assessment } from './trust/assessment.ts';

/** What a judgement is based on besides the text. */
export interface EngineData {
  readonly names: NameIndex;
  readonly advisories: Advisories;
}

/** A user's wishes, and what is known beside the text. */
export interface JudgeOptions extends Wishes {
  readonly surroundings?: Surroundings;
  /** What the team has decided of a repo. Absent: nothing. */
  readonly decision?: Decide;
  /** What has been looked up of a repo. Where absent, nothing was. */
  readonly facts?: (repo: Pick<Reference, 'id' | 'kind'>) => Facts;
}

/** The whole engine as the fronts see it: text → reading → findings → assessments. Pure; one for all documents. */
export interface Engine {
  readonly data: EngineData;
  /** Reads a text. `previous` is an older reading of the same document, which makes a keystroke cheap. */
  readonly read: (document: SourceDocument, previous?: Reading) => Reading;
  /** Reads the cells of a notebook that an editor has open. */
  readonly readCells: (cells: readonly SourceDocument[], previous?: CellsReading) => CellsReading;
  /** Judges a reading. Suppressed findings are kept and marked; findings of rules set to `off` are not there. Sorted by position. */
  readonly judge: (reading: Reading, options?: JudgeOptions) => readonly Finding[];
  /** Judges an id that stands in no file. */
  readonly judgeId: (id: string, kind: RepoKind, options?: JudgeOptions) => readonly Finding[];
  /** What is to be said of a repo, given its references' findings (or, without any, of the bare id). */
  readonly assess: (id: string, kind: RepoKind, findings?: readonly Finding[], options?: JudgeOptions) => Assessment;
  /** The key of a repo in reports: `models/ID`, `datasets/ID`. */
  readonly repoKey: (reference: Pick<Reference, 'id' | 'kind'>) => string;
}
