import { count } from '../../../text/count.ts';
import type { Metric, VelocityBucket } from '../../../velocity/reference.ts';
import { sayAge } from '../../../velocity/sayVelocity.ts';
import type { VelocityStrength } from '../../../velocity/velocity.ts';
import type { ReportNumbers, ReportVelocity, TrustReport } from '../trustReport.ts';
import { quoted, sayAgo, shortened } from '../words.ts';
import { type Block, type FactRow, learnedRow, row, type Table } from './blocks.ts';

export function tellNumbers({ numbers, made, id }: TrustReport): readonly Block[] {
  const { learned, velocity } = numbers;
  return [
    {
      type: 'facts',
      rows: [...(learned.state === 'known' ? told(numbers, made, id) : []), ...learnedRow(learned)],
    },
    ...(numbers.commits && numbers.commits.newest.length > 0
      ? [{ type: 'list' as const, items: numbers.commits.newest.map(each => commit(each, made)) }]
      : []),
    ...(velocity.sentence === undefined ? [] : tellVelocity(velocity)),
  ];
}

function told(numbers: ReportNumbers, made: string, id: string): readonly FactRow[] {
  const { createdAt, lastModified, downloads, downloadsAllTime, likes, gated, disabled, commit: sha } = numbers;
  const { leadsTo, commits } = numbers;
  const number = (n: number | undefined, unit = '') => (n === undefined ? 'not told' : `${count(n)}${unit}`);
  return [
    ...row('Leads to', leadsTo === undefined ? undefined : `${quoted(leadsTo)}, not ${quoted(shortened(id))}`),
    ...row('Downloads', number(downloads, ' in 30 days')),
    ...row('Downloads ever', downloadsAllTime === undefined ? undefined : count(downloadsAllTime)),
    ...row('Likes', number(likes)),
    ...row('Repo made', createdAt === undefined ? 'not told' : sayAgo(createdAt, made)),
    ...row('Last changed', lastModified === undefined ? 'not told' : sayAgo(lastModified, made)),
    ...row(
      'Access',
      disabled ? 'taken down by Hugging Face' : gated ? 'gated: its owner decides who may download' : undefined,
    ),
    ...row('Commit', sha === undefined ? 'not told' : quoted(sha)),
    ...row('Commits', commits?.total === undefined ? undefined : `${count(commits.total)}; the newest are below`),
  ];
}

type Commit = NonNullable<ReportNumbers['commits']>['newest'][number];

const commit = ({ id, title, date }: Commit, made: string): string =>
  `${quoted(id.slice(0, 7))} ${title === '' ? 'without a title' : quoted(title)}${date === undefined ? '' : `, ${sayAgo(date, made)}`}`;

const STRENGTH: Readonly<Record<VelocityStrength, string>> = {
  strong: 'Both are out of line with the age of the repo and of the account.',
  notable: 'That is out of line for its age.',
  none: 'That is no sign',
  unknown: 'That cannot be judged',
};

/** Its numbers are told beside those of others all the same. */
const TOO_OLD =
  'Whether numbers grew too fast is judged in the first 30 days alone. How it compares today is told for information, and no sign.';

function tellVelocity({ sentence, strength, because, ranks, reference, ageDays }: ReportVelocity): readonly Block[] {
  const says = STRENGTH[strength];
  const judged =
    strength === 'unknown' && ranks.length > 0
      ? TOO_OLD
      : says.endsWith('.')
        ? says
        : `${says}${because === undefined ? '' : `: ${because}`}.`;
  // Where nothing stands out, the first sample says enough.
  const calm = strength === 'none' || strength === 'unknown';
  const told = calm ? ranks.filter(({ sample }) => sample === ranks[0]!.sample) : ranks;
  return [
    { type: 'paragraph', words: `It has ${sentence}. ${judged}` },
    ...(told.length > 0 ? [{ type: 'list' as const, items: told.map(({ words }) => words) }] : []),
    ...(reference && ageDays !== undefined
      ? [{ type: 'picture' as const, picture: 'popularity' as const, table: referenceTable(reference, ageDays) }]
      : []),
    { type: 'note', words: 'Likes and downloads can be made by a script. The samples are chosen, not random.' },
  ];
}

/** The numbers behind the bands of the picture. */
function referenceTable({ quantiles, sample }: NonNullable<ReportVelocity['reference']>, days: number): Table {
  const shown = [0.5, 0.9, 0.99, 1].map(quantile => quantiles.indexOf(quantile)).filter(at => at >= 0);
  const of = (bucket: VelocityBucket, metric: Metric) => shown.map(at => cell(bucket[metric]?.[at]));
  const heads = (metric: Metric) => shown.map(at => `${QUANTILE[quantiles[at]!]} ${metric}`);
  return {
    type: 'table',
    caption: `Downloads of 30 days and likes of ${sample.models.replace(/^new /, '')} by age, ${sample.from} to ${sample.to}. This repo is ${sayAge(days)} old.`,
    head: ['Age', 'Models', ...heads('downloads'), ...heads('likes')],
    numeric: Array.from({ length: 1 + 2 * shown.length }, (_, at) => at + 1),
    rows: sample.buckets.map(bucket => [
      bucketWords(bucket.days),
      count(bucket.n),
      ...of(bucket, 'downloads'),
      ...of(bucket, 'likes'),
    ]),
  };
}

const QUANTILE: Readonly<Record<number, string>> = { 0.5: 'median', 0.9: '90 %', 0.99: '99 %', 1: 'largest' };

const cell = (value: number | undefined): string => (value === undefined ? 'not known' : count(value));

const bucketWords = ([from, to]: readonly number[]): string =>
  to! > 10_000 ? `${from} days and more` : `${from} to ${to} days`;
