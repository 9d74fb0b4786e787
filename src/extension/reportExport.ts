import * as vscode from 'vscode';
import type { Subject } from '../panelProtocol.ts';
import type { ReportSource } from './reportSource.ts';

/** Saves the report as one HTML file that needs nothing else. */
export async function exportHtml(source: ReportSource, { id, kind }: Subject): Promise<string | undefined> {
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
