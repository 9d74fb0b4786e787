import { standingOf } from '../../../src/core/facts/standing.ts';
import { oddsOf } from '../../../src/core/trust/assess.ts';
import type { Verdict } from '../../../src/core/trust/assessment.ts';
import { PRIOR } from '../../../src/core/trust/evidence.ts';
import { type Judged, judgeAll, MARKED } from '../../hub/judgeAll.ts';
import { numberOf } from '../../hub/replay/hashes.ts';
import { manyHonest } from '../../hub/replay/manyHonest.ts';
import { shippedEngine } from '../../support/engine.ts';

/** A repo of which it is known what it is, as judged at hub depth. */
export interface Case extends Judged {
  readonly bad: boolean;
  /** Kept apart: nothing is fitted to it. */
  readonly held: boolean;
  /** With the weights that are used. */
  readonly odds: number;
  readonly prior: number;
  /** With the list of known malicious repos open. */
  readonly listedVerdict: Verdict;
  /** Weight by signal, `rule severity`, strongest of a rule alone: as the verdict adds them. */
  readonly signals: ReadonlyMap<string, number>;
}

/** Every marked repo of the replay Hub once, and 300 honest ones of the name index. */
export async function hubCases(): Promise<Case[]> {
  const engine = shippedEngine();
  const { names } = engine.data;
  const judged: Judged[] = [];
  for (const scenarios of [...MARKED.map(name => [name]), [manyHonest(300)]])
    judged.push(...(await judgeAll(scenarios)));
  const unique = new Map(judged.map(each => [`${each.entry.kind} ${each.entry.id} ${each.entry.created}`, each]));
  return [...unique.values()].map(each => {
    const { entry, facts, assessment } = each;
    const owner = (facts.repo.state === 'known' ? facts.repo.value.id : entry.id).split('/')[0]!;
    const strongest = new Map<string, { readonly key: string; readonly weight: number }>();
    for (const { rule, severity, weight } of assessment.signals)
      if (weight > (strongest.get(rule)?.weight ?? 0)) strongest.set(rule, { key: `${rule} ${severity}`, weight });
    return {
      ...each,
      bad: entry.attack !== undefined,
      held: isHeld(owner),
      odds: oddsOf(assessment.signals, facts, entry.id, names),
      prior: PRIOR[standingOf(facts, owner, names).level],
      listedVerdict: engine.assess(entry.id, entry.kind, undefined, { facts: () => facts }).verdict,
      signals: new Map([...strongest.values()].map(({ key, weight }) => [key, weight])),
    };
  });
}

/** A third, by the publisher, so that no campaign stands on both sides: the same ones in every run. */
const isHeld = (publisher: string): boolean => numberOf(`${publisher.toLowerCase()} held back`, 3) === 0;

/** One of five parts of what is fitted, by the publisher. */
export const foldOf = ({ entry }: Case): number => numberOf(`${entry.id.split('/')[0]!.toLowerCase()} fold`, 5);
