import type { ReportLineage, TrustReport } from '../trustReport.ts';
import { enumerated, quoted, shortened } from '../words.ts';
import { type Block, learnedRow, row } from './blocks.ts';

/** The Hub's words for how a model came from another: `quantized` → `a quantised copy of`. */
const RELATION: ReadonlyMap<string, string> = new Map([
  ['adapter', 'an adapter for'],
  ['finetune', 'fine-tuned from'],
  ['merge', 'a merge of'],
  ['quantized', 'a quantised copy of'],
]);

export const relationWords = (relation: string | undefined): string =>
  relation === undefined ? 'made from' : (RELATION.get(relation) ?? `${quoted(relation)} of`);

export function tellLineage({ lineage, id }: TrustReport): readonly Block[] {
  const { learned, baseModels, datasets, license, library, task, tags, code, customCode } = lineage;
  if (learned.state !== 'known') return [{ type: 'facts', rows: learnedRow(learned) }];
  const related = baseModels.length + datasets.length > 0;
  return [
    ...(related
      ? [{ type: 'picture' as const, picture: 'lineage' as const, table: lineageTable(lineage, id) }]
      : [
          {
            type: 'paragraph' as const,
            words: 'It names neither a base model nor a dataset. Many honest repos do not.',
          },
        ]),
    {
      type: 'facts',
      rows: [
        ...row('Licence', license && quoted(license)),
        ...row('Library', library && quoted(library)),
        ...row('Task', task && quoted(task)),
        ...row('Code of its own', codeWords(code, customCode)),
        ...row('Tags', tags.map(quoted).join(' ')),
        ...learnedRow(learned),
      ],
    },
    { type: 'note', words: 'All of this is the word of whoever uploaded it.' },
  ];
}

const lineageTable = ({ relation, baseModels, datasets }: ReportLineage, id: string) => ({
  type: 'table' as const,
  caption: 'What it says that it was made from',
  head: ['This repo', 'is', 'That one'],
  rows: [
    ...baseModels.map(name => [quoted(shortened(id)), relationWords(relation), quoted(name)]),
    ...datasets.map(name => [quoted(shortened(id)), 'trained on the dataset', quoted(name)]),
  ],
});

function codeWords(code: ReportLineage['code'], custom: boolean | undefined): string | undefined {
  if (code.length > 0)
    return enumerated(code.map(({ file, repo }) => quoted(file) + (repo === undefined ? '' : ` of ${quoted(repo)}`)));
  return custom === undefined ? undefined : custom ? 'yes, by its tags' : 'none that its config names';
}
