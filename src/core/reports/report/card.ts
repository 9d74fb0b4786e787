import type { Facts } from '../../facts/facts.ts';
import type { RepoKind } from '../../references/reference.ts';
import { hazardsInCard } from '../../rules/cardHazards.ts';
import { learnedFrom } from './learned.ts';
import type { CardInstruction, ReportCard } from './trustReport.ts';
import { present, shortened } from './words.ts';

/** Instructions that are quoted one by one. */
const QUOTED = 12;

export function cardOf(facts: Facts, kind: RepoKind): ReportCard {
  const hazards = hazardsInCard(facts, kind);
  const carried = (file: string): boolean | undefined =>
    facts.files.state === 'known' ? facts.files.value.some(({ path }) => path === file) : undefined;
  return {
    learned: learnedFrom(facts.card),
    instructions: hazards.slice(0, QUOTED).map(({ family, told, evidence, file, url, aggravated, mitigated }) => ({
      family,
      told,
      quote: shortened(evidence.replace(/\s+/g, ' ').trim(), 160),
      ...present<CardInstruction>({
        file: file === undefined ? undefined : shortened(file),
        carried: file === undefined ? undefined : carried(file),
        url: url === undefined ? undefined : shortened(url),
        aggravated,
        mitigated,
      }),
    })),
    more: Math.max(0, hazards.length - QUOTED),
  };
}
