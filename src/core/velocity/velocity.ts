import { largestAt, type Rank, ranksOf } from './ranks.ts';
import { type Metric, type VelocityReference, velocityReference } from './reference.ts';

/** What the judgement looks at. Whatever is absent was not told, and is no evidence. */
export interface VelocityQuestion {
  /** Of 30 days. Zero says nothing: mirrors show it always, and the Hub through a repo's first day. */
  readonly downloads?: number | undefined;
  readonly likes?: number | undefined;
  /** Milliseconds since 1970, as all times here. It can lie before the publication, never after it. */
  readonly createdAt?: number | undefined;
  /** When the numbers were told. */
  readonly asOf: number;
  readonly publisher: {
    /** In the name index, as the owner of popular repos. */
    readonly listed: boolean;
    readonly createdAt?: number | undefined;
    readonly followers?: number | undefined;
    readonly verified?: boolean | undefined;
  };
}

/**
 * How far the numbers are out of line. `strong`: likes and downloads both, for the repo's age and for the account's.
 * `notable`: both for the repo's age alone, or one of them beyond every sample. `none`: neither, or a publisher whose
 * standing explains them. `unknown`: no age, no numbers, or older than the samples can judge.
 */
export type VelocityStrength = 'strong' | 'notable' | 'none' | 'unknown';

export interface Velocity {
  readonly strength: VelocityStrength;
  readonly age?: VelocityAge;
  /** By metric, downloads first, then by sample in the reference's order. */
  readonly ranks: readonly Rank[];
  /** Numbers that are out of line. */
  readonly outOfLine: readonly Metric[];
  /** Why the strength is not more: for the report. */
  readonly because?: string;
}

export interface VelocityAge {
  readonly days: number;
  /** Whose: the account's where the repo's is absent, or says that the repo is older than the account. */
  readonly of: 'repo' | 'account';
  readonly accountDays?: number;
}

const DAY = 86_400_000;
/** The counter moves once a day, between 04:00 and 09:30 UTC, so two repos of one age can be a day of downloads apart. */
const COUNTER_DAYS = 1;
/** Downloads are those of 30 days: beyond, age does not bound them; and the samples of older repos are chosen ones. */
const JUDGED_DAYS = 30;
/**
 * From here on a publisher has an audience that explains a first day. Source: our choice; a warm welcome takes followers, and
 * hundreds of honest publishers on trending lists have fewer, so being below it is no sign by itself.
 */
const KNOWN_FOLLOWERS = 1000;

/** Holds a repo's likes and downloads against what models of its age had. Pure: `asOf` is the only clock. */
export function velocityOf(question: VelocityQuestion, reference: VelocityReference = velocityReference): Velocity {
  const age = ageOf(question);
  const numbers = numbersOf(question);
  if (!age || numbers.length === 0) {
    return { strength: 'unknown', ranks: [], outOfLine: [], because: age ? 'no numbers' : 'age not known' };
  }
  const ranks = numbers.flatMap(([metric, value]) => ranksOf(metric, value, age.days, reference));
  const none = (because: string, strength: VelocityStrength = 'none'): Velocity => ({
    strength,
    age,
    ranks,
    outOfLine: [],
    because,
  });
  if (age.days >= JUDGED_DAYS) return none('older than 30 days', 'unknown');
  if (hasStanding(question.publisher)) return none('the publisher has standing');
  const ordinary = beyond(numbers, age.days, reference, 'ordinary');
  const every = beyond(numbers, age.days, reference);
  if (ordinary.length < 2 && every.length === 0) return none('within what the samples show');
  const { accountDays } = age;
  const young = accountDays !== undefined && accountDays < JUDGED_DAYS;
  const forAccount = young ? beyond(numbers, accountDays, reference, 'ordinary') : [];
  // A repo that came from another account brings its numbers along.
  const moved = age.of === 'account' && question.createdAt !== undefined;
  return {
    strength: forAccount.length === 2 && !moved ? 'strong' : 'notable',
    age,
    ranks,
    outOfLine: ordinary.length === 2 ? ordinary : every,
    ...(moved && { because: 'the repo is older than the account' }),
  };
}

/** May another rule lean on these numbers as inflated ones? */
export const looksInflated = ({ strength }: Velocity): boolean => strength === 'strong' || strength === 'notable';

const hasStanding = ({ listed, followers, verified }: VelocityQuestion['publisher']): boolean =>
  listed || verified === true || (followers ?? 0) >= KNOWN_FOLLOWERS;

type Numbers = readonly (readonly [Metric, number])[];

const numbersOf = ({ downloads, likes }: VelocityQuestion): Numbers => [
  ...(downloads ? [['downloads', downloads] as const] : []),
  ...(likes ? [['likes', likes] as const] : []),
];

/** The numbers above the largest of every sample (of a kind), with the counter's day granted. */
function beyond(numbers: Numbers, days: number, { samples }: VelocityReference, kind?: string): readonly Metric[] {
  return numbers.flatMap(([metric, value]) => {
    const largest = samples
      .filter(sample => kind === undefined || sample.kind === kind)
      .map(sample => largestAt(metric, days + COUNTER_DAYS, sample))
      .filter(each => each !== undefined);
    return largest.length > 0 && largest.every(each => value > each) ? [metric] : [];
  });
}

function ageOf({ createdAt, asOf, publisher }: VelocityQuestion): VelocityAge | undefined {
  const account = daysSince(publisher.createdAt, asOf);
  const repo = daysSince(createdAt, asOf);
  const accountDays = account === undefined ? {} : { accountDays: account };
  if (repo !== undefined && (account === undefined || repo <= account))
    return { days: repo, of: 'repo', ...accountDays };
  return account === undefined ? undefined : { days: account, of: 'account', ...accountDays };
}

/** Nothing for a time in the future, but for what clocks differ by. */
function daysSince(time: number | undefined, asOf: number): number | undefined {
  const days = time === undefined ? Number.NaN : (asOf - time) / DAY;
  return days > -COUNTER_DAYS ? Math.max(0, days) : undefined;
}
