import type { Section } from '../src/core/reports/report/telling/blocks.ts';
import { subject as subjectWords, tellReport } from '../src/core/reports/report/telling/tellReport.ts';
import type { FromPanel, PanelState } from '../src/panelProtocol.ts';
import { drawBlock } from './blocks.ts';
import { type Child, h, words } from './dom.ts';

/** The page for one state: what stands at its top, and each section that follows in the `main` of that, to be drawn when it is needed. */
export interface DrawnPage {
  readonly top: Child;
  readonly sections: readonly (() => Child)[];
}

export function drawPage(state: PanelState, send: (message: FromPanel) => void, width: number): DrawnPage {
  const { report } = state;
  const view = report && { report, send, width };
  const sections = report ? tellReport(report) : [];
  const [verdict, ...rest] = sections;
  const drawSection = ({ id, title, blocks }: Section): Child =>
    view &&
    h(
      'section',
      { id, 'aria-labelledby': `${id}-title` },
      h('h2', { id: `${id}-title` }, title),
      blocks.map((block, at) => drawBlock(block, id, at, view)),
    );
  const top = [
    h(
      'header',
      {},
      h('h1', {}, h('code', {}, state.subject.id)),
      h('p', { class: 'note' }, report ? words(`Trust report of ${subjectWords(report)}`) : 'Trust report'),
    ),
    h(
      'main',
      {},
      h(
        'section',
        { id: 'verdict', 'aria-label': 'Verdict' },
        verdict && view ? verdict.blocks.map((block, at) => drawBlock(block, 'verdict', at, view)) : undefined,
        progress(state),
        actions(state, send),
      ),
      rest.length > 0
        ? h(
            'nav',
            { 'aria-label': 'Parts of the report' },
            h(
              'ul',
              {},
              rest.map(({ id, title }) => h('li', {}, h('a', { href: `#${id}`, key: `nav-${id}` }, title))),
            ),
          )
        : undefined,
    ),
  ];
  return { top, sections: rest.map(section => () => drawSection(section)) };
}

function progress({ waiting, problem, report }: PanelState): Child {
  if (problem !== undefined) return h('p', { class: 'problem' }, words(problem));
  if (waiting === undefined) return report ? undefined : h('p', { class: 'note' }, 'Nothing is known yet.');
  return h(
    'p',
    { class: 'waiting' },
    h('span', { class: 'pulse', 'aria-hidden': 'true' }),
    words(`Waiting for ${waiting}…`),
  );
}

function actions({ actions: offered }: PanelState, send: (message: FromPanel) => void): Child {
  if (offered.length === 0) return undefined;
  return h(
    'div',
    { class: 'actions', role: 'toolbar', 'aria-label': 'What to do' },
    offered.map(({ action, label, unavailable }) => {
      const element = h(
        'vscode-button',
        {
          key: `action-${action}`,
          // The one that everybody should take, where there is one.
          ...(action !== 'replace' && { secondary: '' }),
          ...(unavailable !== undefined && { 'aria-disabled': 'true', title: unavailable, class: 'unavailable' }),
        },
        label,
      );
      element.addEventListener('click', () => send({ type: 'action', action }));
      return element;
    }),
  );
}
