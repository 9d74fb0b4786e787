import type { TextEdit } from '../text/edit.ts';
import type { Reference } from './reference.ts';

/** The edits that make every load of this reference load that revision; none where its syntax has no place for one. */
export const pinEdits = (reference: Reference, revision: string): TextEdit[] =>
  reference.pins.map(({ span, before, after }) => ({ span, newText: before + revision + after }));
