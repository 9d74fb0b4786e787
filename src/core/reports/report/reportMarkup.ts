import { element, type Markup, type MarkupElement, message } from './markup.ts';
import { drawPicture } from './pictures/drawPicture.ts';
import type { Block, FactRow, FindingBlock, Section, Table } from './telling/blocks.ts';
import { subject, tellReport } from './telling/tellReport.ts';
import type { TrustReport } from './trustReport.ts';
import { shortened } from './words.ts';

/** Widths at which pictures are drawn: one for a narrow page, one for a wide one; the style shows the one that fits. */
const NARROW = 328;
const WIDE = 720;

/** A report as a page: the same in the HTML file and in the panel. Its looks are in `reportStyle`. */
export const reportMarkup = (report: TrustReport): MarkupElement =>
  element(
    'main',
    { class: 'report' },
    element(
      'header',
      {},
      element('p', { class: 'kicker' }, 'Model Trust report'),
      element('h1', {}, element('code', {}, shortened(report.id))),
      element('p', { class: 'subject' }, ...message(`${subject(report)}.`)),
    ),
    ...tellReport(report).map(section => sectionMarkup(section, report)),
  );

/** One section of the page. */
const sectionMarkup = ({ id, title, blocks }: Section, report: TrustReport): MarkupElement =>
  element(
    'section',
    { class: `section section-${id}`, 'aria-labelledby': `mt-${id}` },
    element('h2', { id: `mt-${id}` }, title),
    ...grouped(blocks).map(group =>
      Array.isArray(group)
        ? element('ul', { class: 'findings' }, ...group.map(findingMarkup))
        : blockMarkup(group as Block, report),
    ),
  );

/** Findings that follow each other are one list. */
function grouped(blocks: readonly Block[]): readonly (Block | readonly FindingBlock[])[] {
  const groups: (Block | FindingBlock[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.type !== 'finding') groups.push(block);
    else if (Array.isArray(last)) last.push(block.finding);
    else groups.push([block.finding]);
  }
  return groups;
}

function blockMarkup(block: Block, report: TrustReport): Markup {
  switch (block.type) {
    case 'verdict':
      return element(
        'p',
        { class: `verdict verdict-${block.verdict}` },
        element('span', { class: 'mark', 'aria-hidden': 'true' }, VERDICT_MARK[block.verdict]),
        element('strong', {}, ...message(block.words)),
      );
    case 'paragraph':
      return element('p', {}, ...message(block.words));
    case 'note':
      return element(
        'p',
        { class: 'note' },
        ...(block.to === undefined
          ? message(block.words)
          : [element('a', { href: `#mt-${block.to}` }, ...message(block.words))]),
      );
    case 'list':
      return element('ul', {}, ...block.items.map(words => element('li', {}, ...message(words))));
    case 'steps':
      return element(
        'div',
        { class: 'steps' },
        element('h3', {}, block.when),
        element('ol', {}, ...block.steps.map(words => element('li', {}, ...message(words)))),
      );
    case 'finding':
      return element('ul', { class: 'findings' }, findingMarkup(block.finding));
    case 'facts':
      return factsMarkup(block.rows);
    case 'table':
      return tableMarkup(block);
    case 'picture':
      return pictureMarkup(block, report);
  }
}

const VERDICT_MARK = { trusted: '✓', clear: '○', caution: '!', risky: '!!', dangerous: '✕', unknown: '?' } as const;
const SEVERITY_MARK = { error: '✕', warning: '!', information: 'i', hint: '·' } as const;

const findingMarkup = ({ severity, rule, title, words, rows }: FindingBlock): MarkupElement =>
  element(
    'li',
    { class: `finding finding-${severity}` },
    element(
      'h3',
      {},
      element('span', { class: 'mark', 'aria-hidden': 'true' }, SEVERITY_MARK[severity]),
      element('span', { class: 'severity' }, severity),
      ' ',
      title,
      ' ',
      element('code', { class: 'rule' }, rule),
    ),
    element('p', {}, ...message(words)),
    factsMarkup(rows),
  );

const factsMarkup = (rows: readonly FactRow[]): MarkupElement =>
  element(
    'dl',
    { class: 'facts' },
    ...rows.map(({ label, words }) =>
      element('div', {}, element('dt', {}, ...message(label)), element('dd', {}, ...message(words))),
    ),
  );

const tableMarkup = ({ caption, head, rows, numeric = [] }: Table): MarkupElement => {
  const kind = (at: number) => (numeric.includes(at) ? { class: 'number' } : {});
  return element(
    'div',
    // A table that is wider than the page scrolls in here, by keys too.
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': caption.replaceAll('`', '') },
    element(
      'table',
      {},
      element('caption', {}, element('span', {}, ...message(caption))),
      element(
        'thead',
        {},
        element('tr', {}, ...head.map((cell, at) => element('th', { scope: 'col', ...kind(at) }, ...message(cell)))),
      ),
      element(
        'tbody',
        {},
        ...rows.map(row =>
          element(
            'tr',
            {},
            ...row.map((cell, at) =>
              at === 0 ? element('th', { scope: 'row' }, ...message(cell)) : element('td', kind(at), ...message(cell)),
            ),
          ),
        ),
      ),
    ),
  );
};

function pictureMarkup({ picture, table }: Block & { readonly type: 'picture' }, report: TrustReport): Markup {
  const narrow = drawPicture(picture, report, NARROW);
  const wide = drawPicture(picture, report, WIDE);
  return element(
    'figure',
    { class: 'picture' },
    ...(narrow ? [element('div', { class: 'narrow' }, narrow.svg)] : []),
    ...(wide ? [element('div', { class: 'wide' }, wide.svg)] : []),
    element('details', {}, element('summary', {}, 'The numbers of this picture'), tableMarkup(table)),
  );
}
