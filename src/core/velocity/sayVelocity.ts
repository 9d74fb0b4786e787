import { count } from '../text/count.ts';
import type { Rank } from './ranks.ts';
import type { Metric } from './reference.ts';
import type { Velocity, VelocityAge, VelocityQuestion } from './velocity.ts';

/** `1 hour`, `18 hours`, `3 days`: rounded down, so that nothing is made older or younger in its favour. */
export function sayAge(days: number): string {
  const [number, unit] = days < 2 ? [Math.floor(days * 24), 'hour'] : [Math.floor(days), 'day'];
  return number < 1 ? 'less than an hour' : `${count(number)} ${unit}${number === 1 ? '' : 's'}`;
}

/** `244,168 downloads in 30 days and 667 likes, 18 hours after the repo was created; its account is 18 hours old and has 4 followers`. */
export function sayNumbers({ downloads, likes, createdAt, publisher }: VelocityQuestion, age: VelocityAge): string {
  const numbers = [
    ...(downloads === undefined ? [] : [`${count(downloads)} download${downloads === 1 ? '' : 's'} in 30 days`]),
    ...(likes === undefined ? [] : [`${count(likes)} like${likes === 1 ? '' : 's'}`]),
  ].join(' and ');
  const own = createdAt === undefined ? "the repo's own age is not known" : 'the repo says that it is older';
  const born = age.of === 'repo' ? 'the repo was created' : `its publisher's account was made (${own})`;
  const account = age.accountDays === undefined || age.of === 'account' ? [] : [`is ${sayAge(age.accountDays)} old`];
  const followers =
    publisher.followers === undefined
      ? []
      : [`has ${count(publisher.followers)} follower${publisher.followers === 1 ? '' : 's'}`];
  const standing = [...account, ...followers].join(' and ');
  return `${numbers}, ${sayAge(age.days)} after ${born}${standing ? `; its account ${standing}` : ''}`;
}

/** `more downloads than any of 6,698 new models with an open licence seen in their first day`: no more than the sample can say. */
export const sayRank = (rank: Rank): string => `more ${rank.metric} than ${sayPart(rank)}`;

const sayPart = (rank: Rank): string => `${sayShare(rank)} of ${sayModels(rank)}`;

const sayShare = ({ above }: Rank): string =>
  above === 1 ? 'any' : above === 0 ? 'at most half' : `${Number((above * 100).toFixed(1))} %`;

/** Models that are called new where they were chosen are not so any more in the later buckets. */
const sayModels = ({ sample, bucket }: Rank): string =>
  `${count(bucket.n)} ${bucket.days[0]! < 30 ? sample.models : sample.models.replace(/^new /, '')} seen ${sayBucket(bucket.days)}`;

const FIRST_DAYS = ['in their first day', 'in their second day', 'in their third day'];

function sayBucket([from, to]: readonly number[]): string {
  if (to! - from! === 1) return FIRST_DAYS[from!] ?? `${from} days after their creation`;
  return to! > 10_000 ? `more than ${from} days after their creation` : `${from} to ${to} days after their creation`;
}

/** What makes the numbers stand out: for each, the ordinary sample's answer, or else the weakest of the others. */
export function sayOutOfLine({ ranks, outOfLine }: Velocity): string {
  const said = outOfLine.flatMap(metric => leantOn(ranks, metric));
  const [first, second] = said;
  return first && second && sayPart(first) === sayPart(second)
    ? `more ${first.metric} and more ${second.metric} than ${sayPart(first)}`
    : said.map(sayRank).join(', and ');
}

/** Where all numbers stand, out of line or not, each by what tells it best; nothing where no sample has models of that age. */
export function sayRanks({ ranks, age }: Velocity): string {
  // The older models of the other samples were chosen for being popular.
  const telling = (['downloads', 'likes'] as const)
    .flatMap(metric => leantOn(ranks, metric))
    .filter(({ sample }) => sample.kind === 'ordinary' || (age?.days ?? 0) < 30);
  const [first, second] = telling;
  if (!first || !second || first.sample !== second.sample) return telling.map(sayRank).join(', and ');
  const [one, other] = [sayShare(first), sayShare(second)];
  const what =
    one === other
      ? `more downloads and more likes than ${one}`
      : `more downloads than ${one} and more likes than ${other}`;
  return `${what} of ${sayModels(first)}`;
}

/** The samples that were leant on, with their days. */
export function saySamples({ ranks, outOfLine }: Velocity): string {
  const used = new Set(outOfLine.flatMap(metric => leantOn(ranks, metric)).map(({ sample }) => sample));
  return [...used].map(({ id, from, to }) => `${id}, ${from} to ${to}`).join('; ');
}

/** What a number is told by: the ordinary sample's answer, or else the weakest of the others. */
function leantOn(ranks: readonly Rank[], metric: Metric): readonly Rank[] {
  const of = ranks.filter(rank => rank.metric === metric);
  const best = of.find(({ sample }) => sample.kind === 'ordinary') ?? of.toSorted((a, b) => a.above - b.above)[0];
  return best ? [best] : [];
}
