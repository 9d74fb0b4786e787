import { duration } from '../facts/standing.ts';
import { count } from '../text/count.ts';
import type { Assessment } from '../trust/assessment.ts';
import type { ToldFacts, ToldPublisher } from '../trust/toldFacts.ts';
import { visible } from './escape.ts';
import { type Paint, plain } from './terminal.ts';

/**
 * What is known of a repo, below its verdict: who publishes it, its numbers, who told that and when, and what was not
 * checked. `offline`: a reason that the reader is told once for all repos.
 */
export function factsText({ facts, notChecked }: Assessment, paint: Paint = plain, offline?: string): string {
  const missed = notChecked.filter(({ why }) => why !== offline);
  return [...(facts ? factLines(facts) : []), ...notCheckedLines(missed)]
    .map(line => `           ${paint('faint', visible(line))}\n`)
    .join('');
}

function factLines(facts: ToldFacts): string[] {
  const told = `(${facts.source}, ${minute(facts.asOf)})`;
  if (facts.state !== 'known') return [`nothing is shown under this id ${told}`];
  const { downloads, likes, gated, disabled, createdAt } = facts;
  const numbers = [
    ...(downloads === undefined ? [] : [`${counted(downloads, 'download')} in 30 days`]),
    ...(likes === undefined ? [] : [counted(likes, 'like')]),
    ...age('made', createdAt, facts.asOf),
    ...(gated ? ['gated'] : []),
    ...(disabled ? ['taken down'] : []),
  ];
  return [
    ...(facts.publisher ? [publisherLine(facts.publisher)] : []),
    `${numbers.length > 0 ? numbers.join(', ') : 'no numbers'} ${told}`,
  ];
}

function publisherLine(publisher: ToldPublisher): string {
  const { name, type, verified, followers, models, createdAt, asOf } = publisher;
  const about = [
    type === 'user' ? 'a user' : `${verified ? 'a verified' : 'an'} organisation`,
    ...age('account made', createdAt, asOf),
    ...(followers === undefined ? [] : [counted(followers, 'follower')]),
    ...(models === undefined ? [] : [counted(models, 'model')]),
  ];
  return `published by ${name}: ${about.join(', ')}`;
}

/** Each reason once. */
function notCheckedLines(notChecked: Assessment['notChecked']): string[] {
  const byReason = new Map<string, string[]>();
  for (const { what, why } of notChecked) byReason.set(why, [...(byReason.get(why) ?? []), what]);
  return [...byReason].map(([why, what]) => `not checked: ${what.join(', ')} (${why})`);
}

const counted = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;

function age(what: string, since: string | undefined, asOf: string): string[] {
  const ms = Date.parse(asOf) - Date.parse(since ?? '');
  return Number.isFinite(ms) ? [`${what} ${duration(Math.max(0, ms))} ago`] : [];
}

/** `2026-05-07 18:39 UTC` */
const minute = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;
