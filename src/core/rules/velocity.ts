import type { Facts } from '../facts/facts.ts';
import type { NameIndex } from '../names/nameIndex.ts';
import { sayNumbers, sayOutOfLine, saySamples } from '../velocity/sayVelocity.ts';
import { looksInflated, type VelocityQuestion, velocityOf } from '../velocity/velocity.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';

export const velocity: Rule = {
  id: 'velocity',
  title: 'Popular faster than models of its age are',
  depth: ['hub'],
  level: 'information',
  varies: "hint where the account's age does not agree, or only likes or only downloads stand out",
  asks: "Are likes or downloads out of line with the age of the repo and of its publisher's account?",
  why: 'Likes and downloads can be made by a script: a download is one request. In May 2026 a fake showed 244,168 downloads and 667 likes within 19 hours of the making of its account, and topped the trending list by them. Honest releases get such numbers too, but from publishers who have an audience; and the counter of downloads moves only once a day.',
  advice: 'Take no comfort in the numbers. Look at who publishes it, and whether it says what it is derived from.',
  source:
    'Observations of models by age from public trackers, each sample by itself (src/data/velocity/reference.json; `npm run velocity-report` shows its errors). Publishers in the name index, verified, or with 1,000 followers are not asked.',
  example: 'AutoModel.from_pretrained("new-publisher/famous-name")',
  onReference(reference, { names, facts }) {
    if (reference.kind !== 'model' && reference.kind !== 'unknown') return undefined;
    const question = velocityQuestion(facts(reference), names);
    if (!question) return undefined;
    const answer = velocityOf(question);
    if (!answer.age || !looksInflated(answer)) return undefined;
    const severity = answer.strength === 'strong' ? 'information' : 'hint';
    return {
      severity,
      message: `\`${reference.id}\` has ${sayNumbers(question, answer.age)}. That is ${sayOutOfLine(answer)}. Such numbers can be made: judge it by its publisher and its files.`,
      weight: WEIGHT[severity],
      source: `velocity reference (${saySamples(answer)})`,
    };
  },
};

/** How the numbers stand out, for another rule to lean on, in words that follow "it has"; nothing where they do not. */
export function inflatedNumbers(facts: Facts, names: NameIndex): string | undefined {
  const question = velocityQuestion(facts, names);
  const answer = question && velocityOf(question);
  return answer && looksInflated(answer) ? sayOutOfLine(answer) : undefined;
}

/** What the facts say that bears on velocity; nothing where the repo is not known. */
export function velocityQuestion({ repo, publisher }: Facts, names: NameIndex): VelocityQuestion | undefined {
  if (repo.state !== 'known') return undefined;
  const { id, downloads, likes, createdAt } = repo.value;
  const known = publisher.state === 'known' ? publisher.value : undefined;
  return {
    downloads,
    likes,
    createdAt,
    asOf: repo.source.asOf,
    publisher: {
      listed: names.judge(id).publisherListed,
      createdAt: known?.createdAt,
      followers: known?.followers,
      verified: known?.verified,
    },
  };
}
