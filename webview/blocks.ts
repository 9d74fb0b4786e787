import type { Block, FactRow, FindingBlock, SectionId, Table } from '../src/core/reports/report/telling/blocks.ts';
import { type Child, cellWords, h, link, words } from './dom.ts';
import { severityIcon, verdictIcon } from './icons.ts';
import { picture } from './pictures.ts';
import type { View } from './view.ts';

/** Draws one block of a section. Numbers of blocks make the keys by which the keyboard's place is remembered. */
export function drawBlock(block: Block, section: SectionId, at: number, view: View): Child {
  switch (block.type) {
    case 'verdict':
      return h(
        'p',
        { class: `verdict ${block.verdict}` },
        verdictIcon(block.verdict),
        h('strong', {}, words(block.words)),
      );
    case 'paragraph':
      return h('p', {}, words(block.words));
    case 'note':
      return h('p', { class: 'note' }, words(block.words));
    case 'list':
      return h(
        'ul',
        {},
        block.items.map(item => h('li', {}, words(item))),
      );
    case 'steps':
      return [
        h('h3', {}, words(block.when)),
        h(
          'ol',
          {},
          block.steps.map(step => h('li', {}, words(step))),
        ),
      ];
    case 'finding':
      return finding(block.finding, `${section}-${at}`, view);
    case 'facts':
      return facts(block.rows);
    case 'table':
      return table(block, section, view);
    case 'picture':
      return pictured(block, section, at, view);
  }
}

function finding({ severity, rule, title, words: told, rows }: FindingBlock, key: string, view: View): Child {
  return h(
    'article',
    { class: `finding ${severity}` },
    h('h3', {}, severityIcon(severity), h('span', { class: 'severity' }, severity), ' ', words(title)),
    h('p', {}, words(told)),
    facts(rows),
    h('p', { class: 'note' }, [
      'Rule ',
      link(h('code', {}, rule), key, `Explain the rule ${rule}`, () => view.send({ type: 'explain-rule', rule })),
    ]),
  );
}

const facts = (rows: readonly FactRow[]): Child =>
  rows.length === 0
    ? undefined
    : h(
        'dl',
        {},
        rows.map(({ label, words: told }) => h('div', {}, h('dt', {}, words(label)), h('dd', {}, words(told)))),
      );

/** Tables scroll by themselves where the panel is narrow, and so the keyboard must reach them. */
function table({ caption, head, rows, numeric = [] }: Table, section: SectionId, view: View): HTMLElement {
  const align = (column: number) => (numeric.includes(column) ? 'number' : undefined);
  const headCells = head.map((name, column) => h('th', { scope: 'col', class: align(column) }, words(name)));
  const bodyRows = rows.map((cells, row) =>
    h(
      'tr',
      {},
      cells.map((cell, column) =>
        h('td', { class: align(column) }, leading(section, row, column, cell, view) ?? cellWords(cell)),
      ),
    ),
  );
  return h(
    'div',
    { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': plain(caption) },
    h('table', {}, h('caption', {}, words(caption)), h('thead', {}, h('tr', {}, headCells)), h('tbody', {}, bodyRows)),
  );
}

/** Cells that lead somewhere: a place in the workspace, the report of another repo. */
function leading(section: SectionId, row: number, column: number, cell: string, view: View): Child {
  const { report } = view;
  const key = `${section}-${row}-${column}`;
  if (section === 'uses' && column === 0) {
    const use = report.uses?.[row];
    if (!use) return undefined;
    const { path, line } = use;
    return link(cellWords(cell), key, `Open ${plain(cell)}`, () => view.send({ type: 'open-use', path, line }));
  }
  if (section === 'lineage' && column === 2) {
    const { baseModels, datasets } = report.lineage;
    const id = [...baseModels, ...datasets][row];
    if (!id) return undefined;
    const kind = row < baseModels.length ? 'model' : 'dataset';
    return link(cellWords(cell), key, `Open the report of ${id}`, () =>
      view.send({ type: 'open-report', subject: { id, kind } }),
    );
  }
  return undefined;
}

function pictured(block: Extract<Block, { type: 'picture' }>, section: SectionId, at: number, view: View): Child {
  const drawn = picture(block.picture, view.report, view.width);
  const numbers = table(block.table, section, view);
  // Links are for everybody, so that a table with links in it is never folded away.
  if (!drawn || section === 'lineage') return [drawn && h('figure', {}, drawn), numbers];
  return h(
    'figure',
    {},
    drawn,
    h(
      'details',
      { id: `${section}-${at}-table` },
      h('summary', { key: `${section}-${at}-table` }, 'The same as a table'),
      numbers,
    ),
  );
}

const plain = (text: string): string => text.replaceAll('`', '');
