import * as vscode from 'vscode';
import { isBarred } from '../core/trust/barred.ts';
import { POLICY_FILE } from '../core/trust/policy.ts';
import type { Action, PanelState, Subject } from '../panelProtocol.ts';
import type { ReportAnswer } from '../protocol.ts';
import { openOnHub } from './hubPage.ts';
import { decisionsFor, hasUnpinned } from './modelDecisions.ts';
import { confirmPinning } from './pinEverywhere.ts';
import { type Came, decide, showDecision } from './policyFile.ts';
import { confirmReplacing } from './replaceId.ts';
import { exportHtml } from './reportExport.ts';
import type { ReportSource } from './reportSource.ts';

type Offered = PanelState['actions'][number];

/** Does it, and says what came of it where nothing else shows that. */
type Run = (subject: Subject, answer: ReportAnswer, source: ReportSource) => Promise<string | Came | undefined>;

const SCAN_FIRST = 'No place in this workspace is known that names it. Scan the workspace first.';
const ALL_PINNED = 'Every load of it is pinned.';

/** What can be done about a repo, what matters most first. */
export function actionsFor({ report, intended, places }: ReportAnswer): PanelState['actions'] {
  if (!report) return [];
  const named = places.length > 0;
  const { decision, id } = report.assessment;
  const can = decisionsFor({
    barred: isBarred(report.assessment),
    pinnable: report.numbers.commit !== undefined,
    ...(decision && { decision: decision.what }),
  });
  const publisher = publisherOf(id);
  const offer = (action: Action, label: string, unavailable?: string): Offered => ({
    action,
    label,
    ...(unavailable !== undefined && { unavailable }),
  });
  return [
    ...(intended === undefined ? [] : [offer('replace', `Replace by ${intended}`, named ? undefined : SCAN_FIRST)]),
    ...(can.pin
      ? [
          offer(
            'pin',
            report.openFilesOnly ? 'Pin in the open files' : 'Pin everywhere',
            !named ? SCAN_FIRST : hasUnpinned(places) ? undefined : ALL_PINNED,
          ),
        ]
      : []),
    ...(can.approve ? [offer('approve-repo', 'Approve this repo')] : []),
    ...(can.approve && publisher ? [offer('approve-publisher', `Approve ${publisher}`)] : []),
    ...(can.block ? [offer('block-repo', 'Block this repo')] : []),
    ...(can.block && publisher ? [offer('block-publisher', `Block ${publisher}`)] : []),
    ...(can.show ? [offer('show-decision', `Show in ${POLICY_FILE}`)] : []),
    offer('recheck', 'Check again'),
    offer('open-on-hub', 'Open on the Hub'),
    offer('copy-markdown', 'Copy as Markdown'),
    offer('export-html', 'Export as HTML'),
  ];
}

const RUNS: Readonly<Record<Exclude<Action, 'recheck'>, Run>> = {
  async replace({ id }, { intended, places }) {
    if (intended === undefined || places.length === 0) return SCAN_FIRST;
    return confirmReplacing(id, places, intended);
  },
  async pin({ id, kind }, { report, places }, source) {
    const commit = report?.numbers.commit;
    if (commit === undefined || !/^[0-9a-f]{40}$/.test(commit)) return 'The Hub has told no commit to pin to.';
    return places.length === 0 ? SCAN_FIRST : confirmPinning(await source.pins({ id, kind, commit }), commit);
  },
  'approve-repo': ({ id, kind }) => decide({ list: 'approved', subject: { by: 'repo', id, kind } }),
  'block-repo': ({ id, kind }) => decide({ list: 'blocked', subject: { by: 'repo', id, kind } }),
  'approve-publisher': ({ id }) => decidePublisher('approved', id),
  'block-publisher': ({ id }) => decidePublisher('blocked', id),
  async 'show-decision'({ kind }, { report }) {
    const decision = report?.assessment.decision;
    return decision && showDecision(decision, kind);
  },
  async 'open-on-hub'({ id, kind }) {
    await openOnHub(id, kind);
    return undefined;
  },
  async 'copy-markdown'({ id, kind }, _, source) {
    const text = await source.text({ id, kind, format: 'markdown' });
    if (text === undefined) return 'There is no report to copy.';
    await vscode.env.clipboard.writeText(text);
    return 'Copied as Markdown.';
  },
  'export-html': (subject, _, source) => exportHtml(source, subject),
};

export async function runAction(
  action: Exclude<Action, 'recheck'>,
  subject: Subject,
  answer: ReportAnswer,
  source: ReportSource,
): Promise<Came | undefined> {
  const came = await RUNS[action](subject, answer, source);
  return typeof came === 'string' ? { words: came, shown: false } : came;
}

const publisherOf = (id: string): string | undefined => {
  const [publisher, name] = id.split('/');
  return name === undefined ? undefined : publisher;
};

async function decidePublisher(list: 'approved' | 'blocked', id: string): Promise<Came | undefined> {
  const name = publisherOf(id);
  return name === undefined ? undefined : decide({ list, subject: { by: 'publisher', name } });
}
