import type { Severity } from '../../rules/severity.ts';
import type { Verdict } from '../../trust/assessment.ts';
import { messageText } from '../escape.ts';
import { type Paint, plain, type Style, terminalWidth } from '../terminal.ts';
import { VERDICT_STYLE } from '../verdictWords.ts';
import type { Block, FactRow, FindingBlock, Section, Table } from './telling/blocks.ts';
import { subject, tellReport } from './telling/tellReport.ts';
import type { TrustReport } from './trustReport.ts';

/** Columns of a line; a narrower terminal breaks it once more by itself. */
const WIDTH = 96;
const INDENT = '  ';

/** A report for a terminal. Pictures are told by their numbers, but for those that only a picture makes readable. */
export function reportText(report: TrustReport, paint: Paint = plain): string {
  const sections = tellReport(report).map(section => sectionText(section, paint));
  return `${wrapped(`Model Trust: ${messageText(subject(report))}`, '', line => paint('strong', line))}\n${sections.join('\n')}`;
}

const sectionText = ({ title, blocks }: Section, paint: Paint): string =>
  `${paint('strong', messageText(title))}\n${blocks.map(block => blockText(block, paint)).join('')}`;

function blockText(block: Block, paint: Paint): string {
  switch (block.type) {
    case 'verdict':
      return verdictText(block.verdict, block.words, paint);
    case 'paragraph':
      return wrapped(messageText(block.words), INDENT);
    case 'note':
      return wrapped(messageText(block.words), INDENT, line => paint('faint', line));
    case 'list':
      return block.items.map(words => item('-', messageText(words))).join('');
    case 'steps':
      return [
        wrapped(`${messageText(block.when)}:`, INDENT),
        ...block.steps.map((words, at) => item(`${at + 1}.`, messageText(words))),
      ].join('');
    case 'finding':
      return findingText(block.finding, paint);
    case 'facts':
      return factsText(block.rows);
    case 'table':
      return tableText(block, paint);
    case 'picture':
      return block.picture === 'popularity' || block.picture === 'lineage'
        ? lines(block.table)
        : tableText(block.table, paint);
  }
}

const verdictText = (verdict: Verdict, words: string, paint: Paint): string => {
  const style: Style = VERDICT_STYLE[verdict];
  return wrapped(messageText(words), INDENT, line => paint(style, line));
};

function findingText({ severity, rule, words, rows }: FindingBlock, paint: Paint): string {
  const [first = '', ...rest] = wrapped(`${severity}  ${messageText(words)}  ${rule}`, INDENT).split('\n');
  return `${[first.replace(severity, paint(severity as Severity, severity)), ...rest].join('\n')}${factsText(rows, `${INDENT}    `)}`;
}

function factsText(rows: readonly FactRow[], indent = INDENT): string {
  const width = Math.max(0, ...rows.map(({ label }) => terminalWidth(messageText(label))));
  return rows
    .map(({ label, words }) => {
      const head = padded(messageText(label), width);
      return hanging(`${indent}${head}  `, messageText(words));
    })
    .join('');
}

/** Columns as wide as what is in them; the last one may break. */
function tableText({ caption, head, rows, numeric = [] }: Table, paint: Paint): string {
  const cells = [head, ...rows].map(row => row.map(messageText));
  const widths = head.map((_, at) => Math.min(44, Math.max(...cells.map(row => terminalWidth(row[at] ?? '')))));
  const line = (row: readonly string[]): string => {
    const before = row.slice(0, -1).map((cell, at) => padded(cell, widths[at]!, numeric.includes(at)));
    return hanging(`${INDENT}${before.map(cell => `${cell}  `).join('')}`, row.at(-1) ?? '');
  };
  return [
    wrapped(messageText(caption), INDENT, text => paint('faint', text)),
    paint('faint', line(cells[0]!)),
    ...cells.slice(1).map(line),
  ].join('');
}

/** A small table as sentences: `this one is trained on the dataset that one`. */
const lines = ({ rows, caption, numeric }: Table): string =>
  numeric
    ? ''
    : wrapped(`${messageText(caption)}:`, INDENT) + rows.map(row => item('-', row.map(messageText).join(' '))).join('');

const padded = (text: string, width: number, right = false): string => {
  const space = ' '.repeat(Math.max(0, width - terminalWidth(text)));
  return right ? space + text : text + space;
};

const item = (mark: string, text: string): string => hanging(`${INDENT}${mark} `, text);

/** A text behind a head, its further lines under its own beginning; under the head's where that leaves no room. */
function hanging(head: string, text: string): string {
  const own = terminalWidth(head);
  const indent = own > WIDTH / 2 ? `${INDENT}    ` : ' '.repeat(own);
  const [first = '', ...rest] = broken(text, WIDTH - own, WIDTH - indent.length);
  return [`${head}${first}`.trimEnd(), ...rest.map(line => indent + line), ''].join('\n');
}

function wrapped(text: string, indent: string, style: (line: string) => string = line => line): string {
  return broken(text, WIDTH - indent.length, WIDTH - indent.length)
    .map(line => `${indent}${style(line)}\n`)
    .join('');
}

/** Lines of at most so many columns. A word that is longer stays whole: it may be an id that somebody copies. */
function broken(text: string, first: number, others: number): string[] {
  const result: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.split(' ')) {
    const own = terminalWidth(word);
    const limit = Math.max(20, result.length === 0 ? first : others);
    if (line !== '' && width + 1 + own > limit) {
      result.push(line);
      line = word;
      width = own;
    } else {
      width += own + (line === '' ? 0 : 1);
      line += line === '' ? word : ` ${word}`;
    }
  }
  return [...result, line];
}
