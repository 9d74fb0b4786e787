import type { Facts } from '../../facts/facts.ts';
import type { NameIndex } from '../../names/nameIndex.ts';
import { priorOf } from '../../trust/parts.ts';
import { learnedFrom } from './learned.ts';
import type { ReportPublisher } from './trustReport.ts';
import { isoOf, present, shortened } from './words.ts';

export function publisherOf(
  facts: Facts,
  id: string,
  names: NameIndex,
  mostPopular: ReportPublisher['mostPopular'],
): ReportPublisher {
  const { owner, standing } = priorOf(facts, id, names);
  const known = facts.publisher.state === 'known' ? facts.publisher.value : undefined;
  const { createdAt, name: _, fullName, plan, ...rest } = known ?? {};
  return {
    ...rest,
    name: shortened(owner),
    learned: learnedFrom(facts.publisher),
    standing: standing.level,
    listed: owner !== '' && names.judge(`${owner}/-`).publisherListed,
    ...present<ReportPublisher>({
      fullName: fullName === undefined ? undefined : shortened(fullName),
      plan: plan === undefined ? undefined : shortened(plan),
      createdAt: createdAt === undefined ? undefined : isoOf(createdAt),
      mostPopular: mostPopular && popularTold(mostPopular),
    }),
  };
}

const popularTold = ({ id, downloads }: NonNullable<ReportPublisher['mostPopular']>) => ({
  id: shortened(id),
  ...(downloads !== undefined && { downloads }),
});
