import { ofCard } from './cardHazards.ts';
import { scaled } from './instructionSeverity.ts';
import type { Rule } from './rule.ts';

export const outsideDownload: Rule = {
  id: 'outside-download',
  title: 'The model lies elsewhere',
  depth: ['local', 'hub'],
  level: 'information',
  varies: 'warning for archives with a password and the like',
  asks: 'Does the text send its reader to a file host, a paste site or a chat for the model?',
  why: 'Files outside the Hub are scanned by nobody, leave no history, and can change behind the same link. A password on an archive keeps scanners out.',
  advice: 'Take the files from a repo with a history; compare hashes if there is no other way.',
  source: 'Lures of 2024 to 2026; file hosts are used by honest projects too.',
  example: 'Download the weights from https://mega.nz/… (password: 1234).',
  onReference: (reference, context) =>
    ofCard(reference, context, hazard => outsideDownload.onHazard?.(hazard, context), { calmFor: 'established' }),
  onHazard: hazard =>
    hazard.type === 'instruction' && hazard.family === 'outside-download'
      ? scaled(
          hazard,
          hazard.aggravated ? 'warning' : 'information',
          'fetches files from outside the Hub, where nobody scans them',
          'Take them from a repo with a history.',
        )
      : undefined,
};
