import { type Facts, type Known, notLookedUp } from '../facts/facts.ts';
import type { PopularRepo, PublisherFacts } from '../facts/publisherFacts.ts';
import { duration } from '../facts/standing.ts';
import type { NameIndex } from '../names/nameIndex.ts';
import { velocityQuestion } from '../rules/velocity.ts';
import { count } from '../text/count.ts';
import type { Assessment } from '../trust/assessment.ts';
import { sayAge, sayRanks } from '../velocity/sayVelocity.ts';
import { velocityOf } from '../velocity/velocity.ts';
import { codeSpan, markdown } from './escape.ts';

/** What a card may say of the Hub. */
export interface HubKnowledge {
  readonly facts: Facts;
  /** The publisher's most downloaded model, if somebody asked. */
  readonly popular?: PopularRepo;
  /** The host that is being asked just now. */
  readonly asking?: string;
}

export const nothingLookedUp: HubKnowledge = { facts: notLookedUp };

/** Who publishes it, and its numbers: nothing where nothing is known. */
export function hubLines({ facts, popular }: HubKnowledge, names: NameIndex): string[] {
  const { repo, publisher } = facts;
  if (repo.state !== 'known') return [];
  return [
    ...(publisher.state === 'known' ? [publisherLine(publisher, popular, names)] : []),
    ...numbersLine(facts, names),
  ];
}

function publisherLine(
  { value, source }: Known<PublisherFacts>,
  popular: PopularRepo | undefined,
  names: NameIndex,
): string {
  const { name, createdAt, followers } = value;
  const listed = names.judge(`${name}/-`).publisherListed;
  const about = [
    kindOf(value),
    ...(createdAt === undefined ? [] : [`its account made ${duration(Math.max(0, source.asOf - createdAt))} ago`]),
    ...counted(followers, 'follower'),
    ...reposOf(value),
    ...(listed ? [`in the name index of ${names.info.date}`] : []),
  ];
  const known = popular
    ? ` ${markdown('Most downloaded:')} ${codeSpan(popular.id)}${markdown(popular.downloads ? ` (${count(popular.downloads)} in 30 days).` : '.')}`
    : '';
  return `${markdown('Publisher')} ${codeSpan(name)}${markdown(`: ${about.join(', ')}.`)}${known}`;
}

/** That an organisation is not verified is normal; that it is says who it is. */
const kindOf = ({ type, verified }: PublisherFacts): string =>
  type === 'user' ? 'a user' : verified ? 'a verified organisation' : 'an organisation (not verified)';

const reposOf = ({ models, datasets, spaces }: PublisherFacts): string[] => [
  ...counted(models, 'model'),
  ...(datasets ? counted(datasets, 'dataset') : []),
  ...(spaces ? counted(spaces, 'space') : []),
];

const counted = (n: number | undefined, one: string): string[] =>
  n === undefined ? [] : [`${count(n)} ${one}${n === 1 ? '' : 's'}`];

/** `244,168 downloads in 30 days, 667 likes, made 18 hours ago: more downloads than any of 6,698 new models …` */
function numbersLine(facts: Facts, names: NameIndex): string[] {
  const { repo } = facts;
  if (repo.state !== 'known') return [];
  const { downloads, likes, createdAt, gated, disabled } = repo.value;
  const { asOf } = repo.source;
  const numbers = [
    ...(downloads === undefined ? [] : [`${counted(downloads, 'download')[0]} in 30 days`]),
    ...counted(likes, 'like'),
    ...(createdAt === undefined ? [] : [`made ${duration(Math.max(0, asOf - createdAt))} ago`]),
    ...(gated ? ['gated'] : []),
    ...(disabled ? ['taken down by Hugging Face'] : []),
  ];
  if (numbers.length === 0) return [];
  const question = velocityQuestion(facts, names);
  const answer = question && velocityOf(question);
  const said = answer ? sayRanks(answer) : '';
  const age =
    answer?.age?.of === 'account' ? `, by the age of its publisher's account of ${sayAge(answer.age.days)}` : '';
  return [markdown(`${numbers.join(', ')}${said ? `: ${said}${age}` : ''}.`)];
}

const PARTS: Readonly<Record<keyof Facts, string>> = {
  repo: 'repo',
  publisher: 'publisher',
  files: 'files',
  scan: 'scan',
  commits: 'commits',
  card: 'card',
};

/** What was asked, where and when; what was not, and why; or that it is being asked. */
export function checkedLines(
  { facts, asking }: HubKnowledge,
  { notChecked }: Pick<Assessment, 'notChecked'>,
): string[] {
  const { repo } = facts;
  const lines: string[] = [];
  if (repo.state !== 'unknown') {
    const parts = (Object.keys(PARTS) as (keyof Facts)[]).filter(part => facts[part].state === 'known');
    const told = parts.length > 0 ? parts.map(part => PARTS[part]).join(', ') : 'nothing there';
    lines.push(`Looked up at ${repo.source.host}, ${hour(repo.source.asOf)}: ${told}.`);
  }
  if (asking !== undefined) lines.push(`Looking it up at ${asking} …`);
  else if (notChecked.length > 0) {
    const reasons = groups(notChecked);
    lines.push(`Not checked: ${reasons.join('; ')}.`);
  }
  return lines.map(line => `*${markdown(line)}*`);
}

function groups(notChecked: Assessment['notChecked']): string[] {
  const byReason = new Map<string, string[]>();
  for (const { what, why } of notChecked) byReason.set(why, [...(byReason.get(why) ?? []), what]);
  return [...byReason].map(([why, what]) => `${what.join(', ')} (${why})`);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `7 May 2026, 18:39 UTC`: a time that means the same to every reader. Nothing of a time that no calendar holds. */
function hour(ms: number): string {
  if (!(Math.abs(ms) <= 8.64e15)) return 'at an unknown time';
  const time = new Date(ms);
  return `${sayDay(ms)}, ${time.toISOString().slice(11, 16)} UTC`;
}

/** `7 May 2026`. */
export function sayDay(ms: number): string {
  const time = new Date(ms);
  return `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
}
