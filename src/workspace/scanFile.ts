import type { Language, SourceDocument } from '../core/document.ts';
import { languageOf, languageOfFirstLine, mayBeScript } from '../core/languageOf.ts';
import type { Reading } from '../core/reading.ts';
import { isWorthReading } from '../core/references/prefilter.ts';
import { generatedBy } from './generated.ts';
import { NOTEBOOK_LIMIT, readText, TEXT_LIMIT } from './readText.ts';

/** One file that a scan has come to. */
export interface ScanJob {
  /** Absolute. */
  readonly path: string;
  /** Relative to the base, with `/`. */
  readonly shown: string;
  /** The user named this very file: it is read in any case, and what cannot be read is a failure. */
  readonly named: boolean;
  /** The text that an editor has of it, in place of what is on the disk. */
  readonly open?: string;
}

/** `undefined`: none of ours to read, and nobody asked for it. */
export type FileOutcome = FileRead | FileSkipped | undefined;

export interface FileRead {
  readonly type: 'read';
  readonly bytes: number;
  /** Without memory; where nothing was found, also without the text, so that a large tree costs little. */
  readonly reading: Reading;
}

export interface FileSkipped {
  readonly type: 'skipped';
  readonly why: string;
  readonly failed: boolean;
}

export type ReadDocument = (document: SourceDocument) => Reading;

/** Has the file a name of those that we read? */
export const isReadable = (path: string): boolean => languageOf(path) !== 'other' || mayBeScript(path);

/**
 * Reads one file, from the disk to what it says. A text beyond `longest` characters that takes more than a search comes
 * back as `later`, unread.
 */
export function scanFile(job: ScanJob, read: ReadDocument): FileOutcome;
export function scanFile(job: ScanJob, read: ReadDocument, longest: number): FileOutcome | 'later';
export function scanFile(job: ScanJob, read: ReadDocument, longest = Number.POSITIVE_INFINITY): FileOutcome | 'later' {
  const { path, shown, named } = job;
  const promised = languageOf(shown);
  const unknownKind = () => (named ? skipped('no reader for this kind of file') : undefined);
  if (promised === 'other' && !mayBeScript(shown)) return unknownKind();
  const limit = promised === 'notebook' ? NOTEBOOK_LIMIT : TEXT_LIMIT;
  const file =
    job.open === undefined
      ? readText(path, { limit, followLink: named })
      : { text: job.open, bytes: Buffer.byteLength(job.open) };
  if ('skipped' in file) return named || promised !== 'other' ? skipped(file.skipped, named) : undefined;
  const { text, bytes } = file;
  const language = promised === 'other' ? languageOfFirstLine(text) : promised;
  if (language === 'other') return unknownKind();
  const generated = named ? undefined : generatedBy(shown, language, text);
  if (!generated && text.length > longest && takesTime(language, text)) return 'later';
  try {
    // Of a generated file nothing is understood, but a token in it is leaked all the same.
    const reading = read({ path: shown, language: generated ? 'other' : language, text });
    if (generated && saysNothing(reading)) return skipped(generated);
    return { type: 'read', bytes, reading: kept(reading) };
  } catch (error) {
    // A fault of ours: the other files of a long scan are not lost for it, and it is not passed over in silence.
    return skipped(readerFailed(String(error)), true);
  }
}

/** A document is read for more than references. */
const takesTime = (language: Language, text: string): boolean =>
  language === 'markdown' || isWorthReading(language, text);

const saysNothing = ({ references, hazards, suppressions }: Reading): boolean =>
  references.length === 0 && hazards.length === 0 && suppressions.length === 0;

function kept({ memory: _, ...reading }: Reading): Reading {
  return saysNothing(reading) ? { ...reading, text: '' } : reading;
}

export const readerFailed = (how: string): string => `our reader failed on it, please report this: ${how}`;

export const skipped = (why: string, failed = false): FileSkipped => ({ type: 'skipped', why, failed });
