/**
 * Shows what the velocity rule says of dated cases, and how often it would be wrong: `npm run velocity-report`.
 * The false alarms are those that `buildVelocity.ts` counted with each half of the models against the other.
 */
import { readFileSync } from 'node:fs';
import { openNameIndex } from '../core/names/openNameIndex.ts';
import { sayAge } from '../core/velocity/sayVelocity.ts';
import { type VelocityQuestion, velocityOf } from '../core/velocity/velocity.ts';
import type { HeldOut } from './velocityHeldOut.ts';

export interface VelocityCase {
  readonly id: string;
  readonly honest: boolean;
  readonly createdAt?: string;
  readonly asOf: string;
  readonly downloads: number;
  readonly likes: number;
  readonly account?: string;
  readonly followers?: number;
  readonly source: string;
}

const data = (path: string) => readFileSync(new URL(`../data/${path}`, import.meta.url));
const json = <T>(path: string): T => JSON.parse(data(path).toString('utf8')) as T;
const names = openNameIndex(data('names/index.bin'));
const time = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
const line = (...cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`);
const rule = (cells: number) => line(...Array.from({ length: cells }, () => '---'));

line('case', 'age', 'downloads', 'likes', 'quantile in each sample (downloads; likes)', 'says', 'were nobody known');
rule(7);
for (const each of json<VelocityCase[]>('velocity/cases.json')) {
  const question: VelocityQuestion = {
    downloads: each.downloads,
    likes: each.likes,
    createdAt: time(each.createdAt),
    asOf: Date.parse(each.asOf),
    publisher: {
      listed: names.judge(each.id).publisherListed,
      createdAt: time(each.account),
      followers: each.followers,
    },
  };
  const { strength, age, ranks } = velocityOf(question);
  const createdAt = question.createdAt ?? question.publisher.createdAt;
  const harsh = velocityOf({ ...question, publisher: { listed: false, createdAt } }).strength;
  const quantiles = (metric: string) =>
    ranks
      .filter(rank => rank.metric === metric)
      .map(({ sample, bucket, above }) => `${sample.id} ${above === 1 ? 'above all' : `> ${above}`} of ${bucket.n}`)
      .join(', ') || 'none';
  line(
    `${each.id}${each.honest ? '' : ' (fake)'}`,
    age ? sayAge(age.days) : 'unknown',
    String(each.downloads),
    String(each.likes),
    `${quantiles('downloads')}; ${quantiles('likes')}`,
    strength,
    harsh,
  );
}

console.log('\nHeld out, as if nobody knew the publishers and each account were as young as its repo:\n');
line('sample', 'days', 'models', 'notable', 'strong', 'rate');
rule(6);
const { heldOut } = json<{ heldOut: readonly HeldOut[] }>('velocity/reference.json');
const row = (name: string, days: string, rows: readonly HeldOut[]) => {
  const sum = (key: 'models' | 'notable' | 'strong') => rows.reduce((total, each) => total + each[key], 0);
  const rate = ((sum('notable') + sum('strong')) / sum('models')) * 100;
  line(name, days, String(sum('models')), String(sum('notable')), String(sum('strong')), `${rate.toFixed(3)} %`);
};
for (const sample of new Set(heldOut.map(each => each.sample))) {
  const rows = heldOut.filter(each => each.sample === sample);
  for (const each of rows) row(sample, each.days.join('–'), [each]);
  row(sample, 'all', rows);
}
