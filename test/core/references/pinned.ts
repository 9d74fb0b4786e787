import { pinEdits } from '../../../src/core/references/pinEdits.ts';
import type { Reference } from '../../../src/core/references/reference.ts';
import { applyEdits } from '../../support/applyEdits.ts';

/** A commit as the Hub writes it. */
export const COMMIT = '3f2a91c0d5b64e7f8a9b0c1d2e3f405162738495';

/** The text after the reference was pinned to {@link COMMIT}; undefined where its syntax has no place for a revision. */
export const pinned = (text: string, reference: Reference): string | undefined =>
  reference.pins.length === 0 ? undefined : applyEdits(text, pinEdits(reference, COMMIT));
