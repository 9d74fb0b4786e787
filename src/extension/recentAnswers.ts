import type { Subject } from '../panelProtocol.ts';
import type { ReportAnswer } from '../protocol.ts';

/** Reports that somebody goes back and forth between. */
const KEPT = 20;

/** The last answers for reports, so that one which was open before is there again at once. */
export function recentAnswers() {
  const kept = new Map<string, ReportAnswer>();
  const keyOf = ({ id, kind }: Subject): string => `${kind} ${id}`;
  return {
    of: (subject: Subject): ReportAnswer | undefined => kept.get(keyOf(subject)),
    keep(subject: Subject, answer: ReportAnswer): void {
      kept.delete(keyOf(subject));
      // What waits for something, or went wrong, is no report to come back to.
      if (!answer.report || answer.waiting !== undefined || answer.problem !== undefined) return;
      kept.set(keyOf(subject), answer);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    },
    forget: (): void => kept.clear(),
  };
}
