import type { StandingLevel } from '../../facts/standing.ts';

export const STANDING_WORDS: Readonly<Record<StandingLevel, string>> = {
  'well-known': 'a well-known publisher',
  known: 'a publisher with a history',
  unknown: 'a publisher without a history to speak of',
  young: 'an account younger than a month',
  'not-known': 'a publisher that was not looked up, which is neither good nor bad',
};
