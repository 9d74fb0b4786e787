import { markdown, messageMarkdown, uncalled } from '../escape.ts';
import type { Block, FactRow, FindingBlock, Section, Table } from './telling/blocks.ts';
import { subject, tellReport } from './telling/tellReport.ts';
import type { TrustReport } from './trustReport.ts';

/** A report for the comment of a pull request. Every word that is not ours is text, and calls nobody. */
export const reportMarkdown = (report: TrustReport): string =>
  uncalled(
    `${[`### Model Trust: ${messageMarkdown(subject(report))}`, ...tellReport(report).flatMap(sectionMarkdown)].join('\n\n')}\n`,
  );

const sectionMarkdown = ({ id, title, blocks }: Section): readonly string[] => [
  ...(id === 'verdict' ? [] : [`#### ${markdown(title)}`]),
  ...blocks.flatMap(blockMarkdown).filter(text => text !== ''),
];

function blockMarkdown(block: Block): readonly string[] {
  switch (block.type) {
    case 'verdict':
      return [`**${messageMarkdown(block.words)}**`];
    case 'paragraph':
      return [messageMarkdown(block.words)];
    case 'note':
      return [`*${messageMarkdown(block.words)}*`];
    case 'list':
      return [block.items.map(words => `- ${messageMarkdown(words)}`).join('\n')];
    case 'steps':
      return [
        `${messageMarkdown(block.when)}:`,
        block.steps.map((words, at) => `${at + 1}. ${messageMarkdown(words)}`).join('\n'),
      ];
    case 'finding':
      return [findingMarkdown(block.finding)];
    case 'facts':
      return [block.rows.map(fact).join('\n')];
    case 'table':
      return [tableMarkdown(block)];
    case 'picture':
      return block.picture === 'popularity' ? [] : [tableMarkdown(block.table)];
  }
}

const fact = ({ label, words }: FactRow): string => `- ${messageMarkdown(label)}: ${messageMarkdown(words)}`;

const findingMarkdown = ({ severity, rule, words, rows }: FindingBlock): string =>
  [`- **${severity}** ${messageMarkdown(words)} (\`${rule}\`)`, ...rows.map(each => `  ${fact(each)}`)].join('\n');

function tableMarkdown({ caption, head, rows, numeric = [] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `*${messageMarkdown(caption)}*`,
    '',
    line(head.map(cell)),
    line(head.map((_, at) => (numeric.includes(at) ? '--:' : '---'))),
    ...rows.map(row => line(row.map(cell))),
  ].join('\n');
}

/** A bar ends a cell even inside of code, unless an odd number of backslashes stands before it. */
const cell = (words: string): string =>
  messageMarkdown(words).replace(/(\\*)\|/g, (bar, slashes: string) =>
    slashes.length % 2 === 0 ? `${slashes}\\|` : bar,
  );
