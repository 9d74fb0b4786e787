import type { TrustReport } from '../trustReport.ts';
import { enumerated, quoted, shortened } from '../words.ts';
import type { Block, Section } from './blocks.ts';
import { tellAftermath } from './tellAftermath.ts';
import { tellCard } from './tellCard.ts';
import { tellEvidence } from './tellEvidence.ts';
import { tellFiles } from './tellFiles.ts';
import { tellLineage } from './tellLineage.ts';
import { tellNumbers } from './tellNumbers.ts';
import { tellPublisher } from './tellPublisher.ts';
import { tellUses } from './tellUses.ts';

/** The report in sections, in the order in which it is read; the same for every format. */
export function tellReport(report: TrustReport): readonly Section[] {
  return [
    { id: 'verdict', title: 'Verdict', blocks: verdict(report) },
    { id: 'evidence', title: 'Evidence', blocks: tellEvidence(report) },
    { id: 'publisher', title: 'Publisher', blocks: tellPublisher(report) },
    { id: 'numbers', title: 'Numbers', blocks: tellNumbers(report) },
    { id: 'files', title: 'Files', blocks: tellFiles(report) },
    { id: 'card', title: 'What the card tells its reader to do', blocks: tellCard(report) },
    { id: 'lineage', title: 'Lineage, as declared', blocks: tellLineage(report) },
    { id: 'uses', title: 'Uses in this workspace', blocks: tellUses(report) },
    { id: 'not-checked', title: 'Not checked', blocks: notChecked(report) },
    ...tellAftermath(report),
    { id: 'limits', title: 'What no such tool can see', blocks: [{ type: 'list', items: report.limits }] },
  ];
}

/** What the report is of: `org/name, a model`. */
export const subject = ({ id, kind, revision }: TrustReport): string =>
  `${quoted(shortened(id))}, a ${kind === 'unknown' ? 'repo' : kind} on the Hub${revision === undefined ? '' : `, asked for at revision ${quoted(revision)}`}`;

function verdict({ verdict: { verdict: is, words, sentence, because }, revision, aftermath }: TrustReport): Block[] {
  return [
    { type: 'verdict', verdict: is, words },
    { type: 'paragraph', words: sentence },
    { type: 'note', words: because },
    ...(revision === undefined
      ? []
      : [{ type: 'note' as const, words: 'The Hub was asked about the default branch, not about that revision.' }]),
    ...(aftermath === null
      ? []
      : [
          {
            type: 'note' as const,
            words: 'What to do now: see “If it was used already”.',
            to: 'aftermath' as const,
          },
        ]),
  ];
}

function notChecked(report: TrustReport): Block[] {
  if (report.assessment.facts !== null && report.assessment.facts.state !== 'known') return notThere(report);
  return report.notChecked.length === 0
    ? [{ type: 'paragraph', words: 'Everything that this version looks at was looked at.' }]
    : [{ type: 'list', items: report.notChecked.map(({ what, why }) => `${what}: ${why}`) }, NEITHER];
}

const NEITHER: Block = { type: 'note', words: 'What was not checked is neither good nor bad.' };

/** Of a repo that the Hub does not show there is nothing to ask for: no gap of ours, and no clean bill either. */
function notThere({ assessment, publisher, files, card }: TrustReport): Block[] {
  const parts = { publisher, files, "the Hub's scan": files.scan, 'the card': card };
  const missed = Object.entries(parts).flatMap(([what, { learned }]) => (learned.state === 'known' ? [] : [what]));
  const hidden = assessment.facts?.state === 'missing-or-private' ? ' It may be there and private.' : '';
  return [
    {
      type: 'paragraph',
      words: `The Hub shows no such repo, so nothing of it could be looked at: ${enumerated([...missed, 'commits'])} are not known.${hidden}`,
    },
    NEITHER,
  ];
}
