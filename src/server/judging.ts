import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { SourceDocument } from '../core/document.ts';
import type { Engine, JudgeOptions } from '../core/engine.ts';
import { languageInEditor } from '../core/languageWords.ts';
import type { Reading } from '../core/reading.ts';
import type { CellsReading } from '../core/readNotebookCells.ts';
import type { Decide } from '../core/rules/decision.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { Surroundings } from '../core/rules/rule.ts';
import { type UrgentRepo, urgentRepos } from '../core/rules/urgency.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { type WrittenLines, writtenAt } from '../workspace/lineHistory.ts';
import { TEXT_LIMIT } from '../workspace/readText.ts';
import type { Unit } from './openTexts.ts';
import { ignores, type Settings } from './settings.ts';

/** One version of one text, read and judged. */
export interface Judged {
  readonly uri: string;
  /** The document's version in the editor; `null` for a file on disk. */
  readonly version: number | null;
  readonly reading: Reading;
  /** All of them, the suppressed too. */
  readonly findings: readonly Finding[];
  readonly lines: LineIndex;
}

/** What a judgement depends on besides the text. */
export interface Circumstances {
  readonly engine: Engine;
  readonly settings: Settings;
  /** Comments in the workspace's files may silence findings. */
  readonly trusted: boolean;
  readonly surroundings: Surroundings;
  /** What is known of a repo now. */
  readonly facts: NonNullable<JudgeOptions['facts']>;
  readonly decision: Decide;
  /** When the lines of the file were written, where that has been asked. */
  readonly written?: WrittenLines | undefined;
}

export const isOnDisk = (uri: string): boolean => uri.startsWith('file:');

/** The machine's path of an address; for other schemes the path part, of which only the last segments mean something. */
export const pathOf = (uri: string): string => (isOnDisk(uri) ? URI.parse(uri).fsPath : URI.parse(uri).path);

/** What makes judging the next version of a unit cheap: its last readings. */
export interface Memory {
  readonly file?: Reading;
  readonly cells?: CellsReading;
}

/** Judges an open unit. Synchronous from start to end, so that what comes out speaks of the versions that went in. */
export function judgeUnit(unit: Unit, around: Circumstances, memory: Memory): { judged: Judged[]; memory: Memory } {
  const documents = unit.texts.map(text => sourceOf(text, unit));
  const judge = (readings: readonly Reading[]): Judged[] =>
    unit.texts.map((text, index) => judgeReading(text.uri, text.version, readings[index]!, around));
  if (unit.notebook) {
    const cells = around.engine.readCells(documents, memory.cells);
    return { judged: judge(cells.cells), memory: { cells } };
  }
  const file = around.engine.read(documents[0]!, memory.file);
  return { judged: judge([file]), memory: { file } };
}

/** The same text again, now that more is known. */
export const judgeAgain = ({ uri, version, reading }: Judged, around: Circumstances): Judged =>
  judgeReading(uri, version, reading, around);

function judgeReading(uri: string, version: number | null, reading: Reading, around: Circumstances): Judged {
  const { engine, settings, trusted, facts, decision, written } = around;
  const surroundings = written
    ? { ...around.surroundings, lineWrittenAt: writtenAt(reading.text, written) }
    : around.surroundings;
  const findings = engine.judge(reading, {
    levels: settings.levels,
    inlineIgnores: trusted,
    surroundings,
    facts,
    decision,
  });
  return {
    uri,
    version,
    reading,
    findings: findings.map(finding => silenced(finding, settings)),
    lines: new LineIndex(reading.text),
  };
}

/** The repos that it names, and how soon each is to be asked about. */
export const urgentReposIn = ({ reading, findings }: Judged, engine: Engine): UrgentRepo[] =>
  urgentRepos(reading.references, findings, id => engine.data.names.judge(id).listed);

/** A text that is too large for the scan is too large for every keystroke. */
function sourceOf(document: TextDocument, unit: Unit): SourceDocument {
  const text = document.getText();
  return {
    path: pathOf(unit.uri).replaceAll('\\', '/'),
    language: text.length > TEXT_LIMIT ? 'other' : languageInEditor(document.languageId, pathOf(unit.uri)),
    text,
  };
}

/** Marks what the user's settings silence, as the comments' doing is marked already. */
export const silenced = (finding: Finding, settings: Settings): Finding =>
  !finding.suppressed && ignores(settings, finding.rule, finding.id) ? { ...finding, suppressed: true } : finding;
