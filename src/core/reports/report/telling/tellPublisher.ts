import { sentence } from '../../../rules/words.ts';
import { count } from '../../../text/count.ts';
import { counted } from '../../scanReport.ts';
import { STANDING_WORDS } from '../standingWords.ts';
import type { ReportPublisher, TrustReport } from '../trustReport.ts';
import { enumerated, quoted, sayAgo, sayTime } from '../words.ts';
import { type Block, type FactRow, learnedRow, row } from './blocks.ts';

export function tellPublisher({ publisher, made, timeline }: TrustReport): readonly Block[] {
  const { name, learned, standing, listed } = publisher;
  if (name === '') return [{ type: 'paragraph', words: 'The id names no publisher.' }];
  return [
    { type: 'paragraph', words: sentence(`${quoted(name)} is ${STANDING_WORDS[standing]}`) },
    {
      type: 'facts',
      rows: [
        ...(learned.state === 'known' ? told(publisher, made) : []),
        ...row('Name index', listed ? 'owns popular repos' : 'not there, as most honest publishers are not'),
        ...row('Most popular repo', mostPopular(publisher)),
        ...learnedRow(learned),
      ],
    },
    ...(timeline.length > 1
      ? [
          {
            type: 'picture' as const,
            picture: 'timeline' as const,
            table: {
              type: 'table' as const,
              caption: 'What happened when. The date of a commit is its author’s word.',
              head: ['Event', 'Time'],
              rows: timeline.map(({ what, words, at }) => [words, what === 'report' ? sayTime(at) : sayAgo(at, made)]),
            },
          },
        ]
      : []),
  ];
}

function told(publisher: ReportPublisher, made: string): readonly FactRow[] {
  const { type, fullName, createdAt, followers, models, datasets, spaces, members, verified, pro, plan } = publisher;
  const some = (n: number | undefined, noun: string) => (n === undefined ? [] : [counted(n, noun)]);
  return [
    ...row('Kind', type === undefined ? undefined : type === 'user' ? 'a user' : 'an organisation'),
    ...row('Calls itself', fullName === undefined ? undefined : quoted(fullName)),
    ...row('Account made', createdAt === undefined ? 'not told' : sayAgo(createdAt, made)),
    ...row('Followers', followers === undefined ? 'not told' : count(followers)),
    ...row(
      'Has',
      enumerated([
        ...some(models, 'model'),
        ...some(datasets, 'dataset'),
        ...some(spaces, 'space'),
        ...some(members, 'member'),
      ]),
    ),
    ...row(
      'Verified',
      verified === undefined ? 'not known' : verified ? 'yes: the Hub has verified its domain' : 'no, as most are not',
    ),
    ...row('Plan', plan === undefined ? (pro ? 'pro' : undefined) : quoted(plan)),
  ];
}

const mostPopular = ({ mostPopular: repo }: ReportPublisher): string | undefined =>
  repo &&
  `${quoted(repo.id)}${repo.downloads === undefined ? '' : `, ${counted(repo.downloads, 'download')} in 30 days`}`;
