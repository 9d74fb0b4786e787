import type { Facts, Looked } from '../core/facts/facts.ts';
import { failureWords } from '../hub/answer.ts';
import { limiter } from '../hub/limiter.ts';

type LookUp<R> = (repo: R) => Promise<Facts>;

/** As many as are asked about at once: the first has waited for half a minute then, asked again twice. */
const SILENT_AT_MOST = 4;

export const GAVE_UP = `${failureWords('timeout')}, ${SILENT_AT_MOST} repos in a row, and no more were asked about`;

/**
 * Asks until the Hub leaves some repos in a row without an answer in time; whatever comes after is left to `otherwise`, so
 * that 200 repos do not wait 200 times.
 */
export function givingUp<R>(ask: LookUp<R>, otherwise: LookUp<R>): LookUp<R> {
  const enter = limiter(SILENT_AT_MOST);
  let silent = 0;
  return repo =>
    enter(async () => {
      if (silent >= SILENT_AT_MOST) return otherwise(repo);
      const facts = await ask(repo);
      const isSilent = Object.values(facts).some(hadNoAnswerInTime);
      if (silent < SILENT_AT_MOST) silent = isSilent ? silent + 1 : 0;
      return facts;
    });
}

const hadNoAnswerInTime = (looked: Looked<unknown>): boolean => {
  const why = looked.state === 'unknown' ? looked.why : looked.state === 'known' ? looked.notRenewed : undefined;
  return why?.startsWith(failureWords('timeout')) === true;
};
