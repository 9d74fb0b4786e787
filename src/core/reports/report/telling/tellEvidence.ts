import { STANDING_WORDS } from '../standingWords.ts';
import type { Evidence, TrustReport } from '../trustReport.ts';
import { quoted, sayWeight } from '../words.ts';
import { type Block, learnedRow, row, type Table } from './blocks.ts';

export function tellEvidence(report: TrustReport): readonly Block[] {
  const { evidence, verdict } = report;
  return [
    ...(evidence.length === 0
      ? [{ type: 'paragraph' as const, words: 'No rule found anything.' }]
      : evidence.map(each => ({ type: 'finding' as const, finding: finding(each, verdict.summed) }))),
    verdict.summed
      ? { type: 'picture', picture: 'evidence', table: sumTable(report) }
      : { type: 'note', words: 'Without facts of the repo the strongest finding decides, and nothing is added up.' },
  ];
}

const finding = (
  { severity, rule, title, message, part, because, source, learned, advice }: Evidence,
  summed: boolean,
) => ({
  severity,
  rule,
  title,
  words: message,
  rows: [
    ...row('What to do', advice),
    ...row(summed ? 'Part in the verdict' : 'Weight', `${sayWeight(part)}: ${because}`),
    ...row('Source', source),
    ...(learned ? learnedRow(learned) : []),
  ],
});

/** How the sum comes about, line by line. */
function sumTable({ evidence, verdict }: TrustReport): Table {
  const { prior, sum, riskyFrom, trustedUntil } = verdict;
  return {
    type: 'table',
    caption: `How the evidence adds up, in log-odds of “do not trust”. From ${sayWeight(riskyFrom)} on it is risky with a warning and dangerous with an error; a sum of ${sayWeight(trustedUntil)} or less may be called trusted.`,
    head: ['What', 'Part', 'Why'],
    numeric: [1],
    rows: [
      [priorName(prior.owner), sayWeight(prior.weight), `${STANDING_WORDS[prior.level]} (${prior.numbers})`],
      ...evidence.map(({ rule, title, severity, part, because }) => [
        `${quoted(rule)}, ${severity}`,
        sayWeight(part),
        part > 0 ? title : because,
      ]),
      ['Sum', sayWeight(sum), 'all of the above'],
    ],
  };
}

const priorName = (owner: string): string =>
  owner === '' ? 'Beginning: no publisher' : `Beginning: standing of ${quoted(owner)}`;
