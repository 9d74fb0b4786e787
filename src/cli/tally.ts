import type { Facts, Looked } from '../core/facts/facts.ts';
import { counted } from '../core/reports/scanReport.ts';
import { failureWords } from '../hub/answer.ts';

/** Counts what could not be asked, for one line at the end: a result that is not whole says so where people look. */
export interface Tally {
  readonly note: (facts: Facts) => void;
  readonly answered: () => number;
  /** Says it; nothing, where everything was answered. */
  readonly tell: (say: (message: string) => void) => void;
}

export function tallyOf(host: string, hasToken: boolean): Tally {
  let answered = 0;
  let failed = 0;
  /** By how they begin: what stands in brackets or behind a comma is of one moment. */
  const reasons = new Map<string, { count: number; why: string }>();
  return {
    note(facts) {
      answered++;
      const why = facts.repo.state === 'missing' ? undefined : Object.values(facts).map(whyNotAsked).find(Boolean);
      if (why === undefined) return;
      failed++;
      const key = why.split(/,| \(/, 1)[0]!;
      reasons.set(key, { count: (reasons.get(key)?.count ?? 0) + 1, why });
    },
    answered: () => answered,
    tell(say) {
      if (failed === 0) return;
      const most = [...reasons.values()].sort((a, b) => b.count - a.count)[0]!.why;
      const others = reasons.size > 1 ? ', and other reasons' : '';
      const advice =
        reasons.has(failureWords('rate-limited')) && !hasToken ? ' With a token in HF_TOKEN there is more.' : '';
      const all = counted(answered, 'repo');
      const some = failed === answered ? all : `${failed.toLocaleString('en')} of ${all}`;
      const [they, were] = failed === 1 ? ['It', 'was'] : ['They', 'were'];
      say(
        `${host} did not tell everything about ${some}: ${most}${others}.${advice} ${they} ${were} judged by what is known.`,
      );
    },
  };
}

/** Without a source there was no answer; with one, the endpoint itself does not tell, which is an answer. */
function whyNotAsked(looked: Looked<unknown>): string | undefined {
  if (looked.state === 'known') return looked.notRenewed;
  return looked.state === 'unknown' && !looked.source ? looked.why : undefined;
}
