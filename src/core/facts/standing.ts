import { count } from '../text/count.ts';
import type { Facts } from './facts.ts';
import type { PublisherFacts } from './publisherFacts.ts';

/** How much of a history a publisher has. `not-known`: nobody could say, which is neither good nor bad. */
export type StandingLevel = 'well-known' | 'known' | 'unknown' | 'young' | 'not-known';

export interface Standing {
  readonly level: StandingLevel;
  /** The numbers, to stand behind a name: `made 18 hours ago, 4 followers, 1 model`. */
  readonly numbers: string;
  /** Days since the account was made. */
  readonly ageDays?: number;
  /** So many people follow that something odd would be noticed. */
  readonly hasAudience: boolean;
}

/** What is asked of the name index. */
export interface KnownNames {
  readonly judge: (id: string) => { readonly publisherListed: boolean };
  readonly info: { readonly date: string };
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Accounts younger than this are young. Set by hand; the one dated campaign account, Open-OSS, was 19 hours old. */
const YOUNG_DAYS = 30;

/** Any of these makes a history: time is what a throwaway account does not have, so every row asks for some. Set by hand. */
const HISTORIES: readonly { readonly days: number; readonly followers: number; readonly repos: number }[] = [
  { days: 365, followers: 5, repos: 0 },
  { days: 365, followers: 0, repos: 3 },
  { days: 90, followers: 20, repos: 0 },
  { days: 90, followers: 0, repos: 10 },
];

/** A handful of followers is cheap, and patience makes any account old; so many people are neither. Set by hand. */
const AUDIENCE = 100;

/** The standing of whoever owns `publisher`, by the name index and by what the Hub tells. */
export function standingOf({ publisher: looked }: Facts, publisher: string, names: KnownNames): Standing {
  const listed = publisher !== '' && names.judge(`${publisher}/-`).publisherListed;
  if (looked.state !== 'known')
    return listed
      ? { level: 'well-known', numbers: 'in the name index', hasAudience: true }
      : { level: 'not-known', numbers: 'not looked up', hasAudience: false };
  const facts = looked.value;
  const age = facts.createdAt === undefined ? undefined : Math.max(0, looked.source.asOf - facts.createdAt);
  const ageDays = age === undefined ? undefined : age / DAY;
  const numbers = numbersOf(facts, age);
  // A name that the index knows, on an account made after the index, belongs to somebody else than the index knew.
  const reborn = facts.createdAt !== undefined && facts.createdAt > Date.parse(names.info.date);
  const young = ageDays !== undefined && ageDays < YOUNG_DAYS;
  const vouched = listed && !reborn && !young;
  const hasAudience = vouched || facts.verified === true || (facts.followers ?? 0) >= AUDIENCE;
  const told = { numbers, hasAudience, ...(ageDays !== undefined && { ageDays }) };
  if (vouched) return { level: 'well-known', ...told };
  if (ageDays === undefined) return { level: 'not-known', ...told };
  if (young) return { level: 'young', ...told };
  return { level: hasHistory(facts, ageDays) ? 'known' : 'unknown', ...told };
}

/** Nobody vouches for it yet: told by facts, not by their absence. */
export const hasNoStanding = ({ level }: Standing): boolean => level === 'young' || level === 'unknown';

export const isEstablished = ({ level }: Standing): boolean => level === 'well-known' || level === 'known';

function hasHistory(facts: PublisherFacts, days: number): boolean {
  if (facts.verified) return true;
  const repos = (facts.models ?? 0) + (facts.datasets ?? 0) + (facts.spaces ?? 0);
  return HISTORIES.some(each => days >= each.days && (facts.followers ?? 0) >= each.followers && repos >= each.repos);
}

function numbersOf(facts: PublisherFacts, age: number | undefined): string {
  const counted = (n: number | undefined, one: string) =>
    n === undefined ? [] : [`${count(n)} ${one}${n === 1 ? '' : 's'}`];
  return [
    ...(age === undefined ? ['age not known'] : [`made ${duration(age)} ago`]),
    ...counted(facts.followers, 'follower'),
    ...counted(facts.models, 'model'),
    ...(facts.verified ? ['verified'] : []),
  ].join(', ');
}

/** `18 hours`, `12 days`, `3 months`, `4 years`. */
export function duration(ms: number): string {
  const some = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;
  if (ms < HOUR) return 'less than an hour';
  if (ms < 2 * DAY) return some(Math.floor(ms / HOUR), 'hour');
  if (ms < 90 * DAY) return some(Math.floor(ms / DAY), 'day');
  if (ms < 730 * DAY) return some(Math.floor(ms / (30.44 * DAY)), 'month');
  return some(Math.floor(ms / (365.25 * DAY)), 'year');
}
