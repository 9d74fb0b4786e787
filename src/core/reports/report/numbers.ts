import type { CommitFacts } from '../../facts/commitFacts.ts';
import type { Facts } from '../../facts/facts.ts';
import type { NameIndex } from '../../names/nameIndex.ts';
import { velocityQuestion } from '../../rules/velocity.ts';
import type { VelocityReference } from '../../velocity/reference.ts';
import { sayNumbers, sayRank } from '../../velocity/sayVelocity.ts';
import { velocityOf } from '../../velocity/velocity.ts';
import { learnedFrom } from './learned.ts';
import type { ReportNumbers, ReportVelocity } from './trustReport.ts';
import { isoOf, present, shortened } from './words.ts';

/** Commits that are told; the Hub has the rest. */
const COMMITS = 5;

export function numbersOf(facts: Facts, id: string, names: NameIndex, reference: VelocityReference): ReportNumbers {
  const learned = learnedFrom(facts.repo);
  const velocity = velocityTold(facts, names, reference);
  if (facts.repo.state !== 'known') return { learned, velocity };
  const {
    id: today,
    createdAt,
    lastModified,
    sha,
    downloads,
    downloadsAllTime,
    likes,
    gated,
    disabled,
  } = facts.repo.value;
  return {
    learned,
    velocity,
    ...present<ReportNumbers>({
      leadsTo: today.toLowerCase() === id.toLowerCase() ? undefined : shortened(today),
      createdAt: createdAt === undefined ? undefined : isoOf(createdAt),
      lastModified: lastModified === undefined ? undefined : isoOf(lastModified),
      downloads,
      downloadsAllTime,
      likes,
      gated,
      disabled,
      commit: sha === undefined ? undefined : shortened(sha),
      commits: facts.commits.state === 'known' ? commitsTold(facts.commits.value) : undefined,
    }),
  };
}

const commitsTold = ({ total, newest }: CommitFacts): NonNullable<ReportNumbers['commits']> => ({
  ...(total !== undefined && { total }),
  newest: newest.slice(0, COMMITS).map(({ id, title, date }) => {
    const at = date === undefined ? undefined : isoOf(date);
    return { id, title: shortened(title, 120), ...(at !== undefined && { date: at }) };
  }),
});

function velocityTold(facts: Facts, names: NameIndex, reference: VelocityReference): ReportVelocity {
  const question = velocityQuestion(facts, names);
  if (!question) return { strength: 'unknown', ranks: [] };
  const { strength, age, ranks, because } = velocityOf(question, reference);
  const ordinary = reference.samples.find(({ kind }) => kind === 'ordinary');
  const numbers = question.downloads !== undefined || question.likes !== undefined;
  return {
    strength,
    ranks: ranks.map(rank => ({
      sample: rank.sample.id,
      metric: rank.metric,
      above: rank.above,
      words: sayRank(rank),
    })),
    ...(because !== undefined && { because }),
    ...(age && { ageDays: Math.round(age.days * 1000) / 1000 }),
    ...(age && numbers && { sentence: sayNumbers(question, age) }),
    ...(age && numbers && ordinary && { reference: { quantiles: reference.quantiles, sample: ordinary } }),
  };
}
