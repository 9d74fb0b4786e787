import type { SourceDocument } from '../document.ts';
import type { CodeHazard } from './codeHazard.ts';
import type { Reference } from './reference.ts';

/** What a text names, in offsets of its own. */
export interface PlainReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
}

/** A reader that keeps nothing between two versions of a text. The path may be empty: a block of a document has none. */
export type PlainReader = (document: Pick<SourceDocument, 'path' | 'text'>) => PlainReading;
