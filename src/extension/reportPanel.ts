import * as vscode from 'vscode';
import { type Action, FromPanel, PanelMemory, type PanelState, type Subject, type ToPanel } from '../panelProtocol.ts';
import { parseMessage, type ReportAnswer } from '../protocol.ts';
import { openPlace } from './openPlace.ts';
import { recentAnswers } from './recentAnswers.ts';
import { actionsFor, runAction } from './reportActions.ts';
import { type PageParts, readPageParts, reportPage } from './reportPage.ts';
import type { ReportSource } from './reportSource.ts';

export const REPORT_VIEW = 'modelTrust.report';

/** A page is shown without the report when that takes longer: it follows. */
const FIRST_PAINT_MS = 60;
/** What is known is painted before anybody is asked anew: both at once would share the processor. */
const ASK_ANEW_MS = 250;

export interface ReportPanel extends vscode.Disposable {
  readonly open: (subject: Subject) => Promise<void>;
  /** More is known of this repo, or of all of them. */
  readonly changed: (subject?: Pick<Subject, 'id' | 'kind'>) => void;
}

const after = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** The one panel: a second report takes the place of the first. */
export function createReportPanel(
  context: vscode.ExtensionContext,
  source: ReportSource,
  log: vscode.LogOutputChannel,
): ReportPanel {
  /** It loads nothing by itself. */
  const options = { enableScripts: true, localResourceRoots: [] };
  let parts: Promise<PageParts> | undefined;
  let panel: vscode.WebviewPanel | undefined;
  let subject: Subject | undefined;
  let answer: ReportAnswer | undefined;
  /** What was told before: shown at once, and then asked anew. */
  const told = recentAnswers();
  /** What the page has got with it. */
  let painted: ReportAnswer | undefined;
  let asked = 0;

  const stateNow = (of: Subject): PanelState => ({
    subject: of,
    ...(answer?.report && { report: answer.report }),
    ...(answer?.problem !== undefined && { problem: answer.problem }),
    ...(answer ? answer.waiting !== undefined && { waiting: answer.waiting } : { waiting: 'the language server' }),
    actions: answer ? actionsFor(answer) : [],
  });

  const post = (message: ToPanel): void => void panel?.webview.postMessage(message);

  /** Asks for what is known now; a later question makes this one void. */
  async function refresh(again = false): Promise<void> {
    const of = subject;
    const turn = ++asked;
    if (!of) return;
    const now = await source.report({ ...of, again });
    told.keep(of, now);
    if (turn !== asked || subject !== of) return;
    answer = now;
    post({ type: 'state', state: stateNow(of) });
  }

  function adopt(shown: vscode.WebviewPanel): void {
    panel = shown;
    panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.png');
    panel.webview.options = options;
    panel.onDidDispose(() => {
      panel = undefined;
      subject = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const heard = parseMessage(FromPanel, message);
      if (heard) void hear(heard);
    });
  }

  async function hear(heard: FromPanel): Promise<void> {
    if (heard.type === 'explain-rule') await vscode.commands.executeCommand('modelTrust.explainRule', heard.rule);
    if (heard.type === 'open-report') await open(heard.subject);
    if (!subject || !answer) return;
    if (heard.type === 'ready' && answer !== painted) post({ type: 'state', state: stateNow(subject) });
    if (heard.type === 'open-use') {
      const at = answer.report?.uses?.findIndex(({ path, line }) => path === heard.path && line === heard.line) ?? -1;
      if (answer.places[at]) await openPlace(answer.places[at]);
    }
    if (heard.type === 'action') await act(heard.action, subject, answer);
  }

  async function act(action: Action, of: Subject, told: ReportAnswer): Promise<void> {
    if (action === 'recheck') return refresh(true);
    try {
      const came = await runAction(action, of, told, source);
      if (came) post({ type: 'told', words: came.words });
    } catch (error) {
      log.error(`${action} of ${of.id}: ${String(error)}`);
      post({ type: 'told', words: 'That did not work. The log of Model Trust says more.' });
    }
  }

  async function paint(shown: vscode.WebviewPanel, of: Subject): Promise<void> {
    parts ??= readPageParts(context);
    const read = await parts;
    if (panel !== shown || subject !== of) return;
    shown.title = `Report: ${of.id}`;
    painted = answer;
    shown.webview.html = reportPage(read, { type: 'state', state: stateNow(of) });
  }

  async function open(of: Subject): Promise<void> {
    void vscode.commands.executeCommand('setContext', 'modelTrust.reportOpened', true);
    subject = of;
    answer = told.of(of);
    const answered = answer ? after(ASK_ANEW_MS).then(() => (subject === of ? refresh() : undefined)) : refresh();
    if (panel) {
      if (answer) post({ type: 'state', state: stateNow(of) });
      panel.title = `Report: ${of.id}`;
      panel.reveal(undefined, false);
    } else {
      // The editor makes the frame while the report is asked for.
      const made = vscode.window.createWebviewPanel(REPORT_VIEW, 'Trust Report', vscode.ViewColumn.Beside, {
        ...options,
        enableFindWidget: true,
      });
      adopt(made);
      // It comes within the blink of an eye where it is known: one paint instead of two.
      if (!answer) await Promise.race([answered, after(FIRST_PAINT_MS)]);
      await paint(made, of);
    }
    await answered;
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(REPORT_VIEW, {
    async deserializeWebviewPanel(kept: vscode.WebviewPanel, state: unknown) {
      const remembered = parseMessage(PanelMemory, state)?.subject;
      if (!remembered || panel) return kept.dispose();
      adopt(kept);
      subject = remembered;
      await paint(kept, remembered);
      await refresh();
    },
  });

  return {
    open,
    changed(of) {
      if (!of) told.forget();
      if (!subject || (of && (of.id !== subject.id || of.kind !== subject.kind))) return;
      void refresh();
    },
    dispose: () => vscode.Disposable.from(serializer, ...(panel ? [panel] : [])).dispose(),
  };
}
