import { nearest } from '../core/text/like.ts';

/** What the user asked for makes no sense; the message says what does. Ends in exit code 2. */
export class UsageError extends Error {}

/** `Unknown rule lookalike-nam. Did you mean lookalike-name?` */
export function unknownWord(what: string, word: string, known: readonly string[], otherwise: string): UsageError {
  const meant = nearest(word, known);
  return new UsageError(`Unknown ${what} "${word}". ${meant === undefined ? otherwise : `Did you mean ${meant}?`}`);
}

/** The work was understood but could not be finished. Ends in exit code 3. */
export class UnfinishedError extends Error {}
