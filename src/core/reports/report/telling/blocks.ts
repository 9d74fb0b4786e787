import type { Severity } from '../../../rules/severity.ts';
import type { Verdict } from '../../../trust/assessment.ts';
import { sayLearned } from '../learned.ts';
import type { Learned } from '../trustReport.ts';

/**
 * A report as a reader meets it, before any format: sections of paragraphs, lists and tables. `Words` follow the way of
 * messages: names and quotations between backticks. Every format escapes them for itself.
 */
export type Words = string;

export interface Section {
  /** For links inside of the page: `evidence`. */
  readonly id: SectionId;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type SectionId =
  | 'verdict'
  | 'evidence'
  | 'publisher'
  | 'numbers'
  | 'files'
  | 'card'
  | 'lineage'
  | 'uses'
  | 'not-checked'
  | 'aftermath'
  | 'limits';

export type Block =
  | { readonly type: 'verdict'; readonly verdict: Verdict; readonly words: Words }
  | { readonly type: 'paragraph'; readonly words: Words }
  /** Beside the matter; `to` is where more of it stands, on a page that has links. */
  | { readonly type: 'note'; readonly words: Words; readonly to?: SectionId }
  | { readonly type: 'list'; readonly items: readonly Words[] }
  | { readonly type: 'steps'; readonly when: string; readonly steps: readonly Words[] }
  | { readonly type: 'finding'; readonly finding: FindingBlock }
  | { readonly type: 'facts'; readonly rows: readonly FactRow[] }
  | Table
  /** A picture, and what it shows in numbers. */
  | { readonly type: 'picture'; readonly picture: PictureName; readonly table: Table };

export type PictureName = 'evidence' | 'timeline' | 'popularity' | 'lineage';

export interface FindingBlock {
  readonly severity: Severity;
  readonly rule: string;
  readonly title: string;
  readonly words: Words;
  readonly rows: readonly FactRow[];
}

export interface FactRow {
  readonly label: string;
  readonly words: Words;
}

export interface Table {
  readonly type: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Words[])[];
  /** Columns of numbers, from 0. */
  readonly numeric?: readonly number[];
}

/** Where and when a section was learned, or why it was not. */
export const learnedRow = (learned: Learned): readonly FactRow[] =>
  learned.state === 'unknown' ? row('Not known', learned.why) : row('Asked at', sayLearned(learned));

export const row = (label: string, words: Words | undefined): readonly FactRow[] =>
  words === undefined || words === '' ? [] : [{ label, words }];
