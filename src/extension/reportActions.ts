import * as vscode from 'vscode';
import type { Action, PanelState, Subject } from '../panelProtocol.ts';
import type { ReportAnswer } from '../protocol.ts';
import { openOnHub } from './hubPage.ts';
import { previewReplacing } from './replaceId.ts';
import type { ReportSource } from './reportSource.ts';

export interface ReportActions {
  /** Does it, and says what came of it where nothing else shows that. */
  readonly run: (action: Action, subject: Subject, answer: ReportAnswer) => Promise<string | undefined>;
}

/** What can be done about a repo, what matters most first. */
export function actionsFor(answer: ReportAnswer): PanelState['actions'] {
  const { report, intended, places } = answer;
  if (!report) return [];
  return [
    ...(intended !== undefined
      ? [
          {
            action: 'replace' as const,
            label: `Replace by ${intended}`,
            ...(places.length === 0 && { unavailable: 'No place in this workspace is known that names it.' }),
          },
        ]
      : []),
    { action: 'recheck', label: 'Check again' },
    { action: 'open-on-hub', label: 'Open on the Hub' },
    { action: 'copy-markdown', label: 'Copy as Markdown' },
    { action: 'export-html', label: 'Export as HTML' },
  ];
}

export function createReportActions(source: ReportSource): ReportActions {
  return {
    async run(action, subject, answer) {
      const { id, kind } = subject;
      switch (action) {
        case 'replace': {
          if (answer.intended === undefined) return undefined;
          if (answer.places.length === 0) return 'No place in this workspace is known that names it. Scan it first.';
          await previewReplacing(id, answer.places, answer.intended);
          return undefined;
        }
        case 'open-on-hub':
          await openOnHub(id, kind);
          return undefined;
        case 'copy-markdown': {
          const text = await source.text({ id, kind, format: 'markdown' });
          if (text === undefined) return 'There is no report to copy.';
          await vscode.env.clipboard.writeText(text);
          return 'Copied as Markdown.';
        }
        case 'export-html':
          return exportHtml(source, subject);
        default:
          return undefined;
      }
    },
  };
}

async function exportHtml(source: ReportSource, { id, kind }: Subject): Promise<string | undefined> {
  const html = await source.text({ id, kind, format: 'html' });
  if (html === undefined) return 'There is no report to export.';
  const name = `trust-report-${id.replace(/[^\w.-]+/g, '-')}.html`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { HTML: ['html'] },
    title: 'Export the Trust Report',
  });
  if (!target) return undefined;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
  return `Saved as ${vscode.workspace.asRelativePath(target)}.`;
}
