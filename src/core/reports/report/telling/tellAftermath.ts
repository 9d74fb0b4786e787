import type { TrustReport } from '../trustReport.ts';
import type { Section } from './blocks.ts';

export const tellAftermath = ({ aftermath }: TrustReport): readonly Section[] =>
  aftermath === null
    ? []
    : [
        {
          id: 'aftermath',
          title: 'If it was used already',
          blocks: [
            { type: 'paragraph', words: aftermath.sentence },
            { type: 'steps', ...aftermath.ran },
            { type: 'steps', ...aftermath.named },
          ],
        },
      ];
