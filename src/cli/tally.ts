import type { Facts, Looked } from '../core/facts/facts.ts';
import { counted } from '../core/reports/scanReport.ts';
import type { RateLimit } from '../hub/rateLimit.ts';

/** Counts what could not be asked, for one line at the end: a result that is not whole says so where people look. */
export interface Tally {
  readonly note: (facts: Facts) => void;
  readonly noteQuota: (limit: RateLimit) => void;
  readonly answered: () => number;
  /** Says it; nothing, where everything was answered. */
  readonly tell: (say: (message: string) => void) => void;
}

/** A repo is not begun with less than this left: see `quotaWatch.ts`. */
const SHORT = 8;

export function tallyOf(host: string, hasToken: boolean): Tally {
  let answered = 0;
  let failed = 0;
  let isShort = false;
  const reasons = new Map<string, number>();
  return {
    note(facts) {
      answered++;
      const why = facts.repo.state === 'missing' ? undefined : Object.values(facts).map(whyNotAsked).find(Boolean);
      if (why === undefined) return;
      failed++;
      // The reasons are our own words and few, but for what a connection says of itself.
      if (reasons.size < 20 || reasons.has(why)) reasons.set(why, (reasons.get(why) ?? 0) + 1);
    },
    noteQuota({ remaining }) {
      isShort ||= remaining < SHORT;
    },
    answered: () => answered,
    tell(say) {
      if (failed === 0) return;
      const [most] = [...reasons].sort(([, a], [, b]) => b - a)[0]!;
      const others = reasons.size > 1 ? ', and other reasons' : '';
      const advice = isShort && !hasToken ? ' With a token in HF_TOKEN there is more.' : '';
      const all = counted(answered, 'repo');
      const some = failed === answered ? all : `${failed.toLocaleString('en')} of ${all}`;
      say(
        `${host} could not be asked all about ${some}: ${most}${others}.${advice} They were judged by what is known.`,
      );
    },
  };
}

/** Without a source there was no answer; with one, the endpoint itself does not tell, which is an answer. */
function whyNotAsked(looked: Looked<unknown>): string | undefined {
  if (looked.state === 'known') return looked.notRenewed;
  return looked.state === 'unknown' && !looked.source ? looked.why : undefined;
}
