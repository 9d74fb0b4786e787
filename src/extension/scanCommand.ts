import * as vscode from 'vscode';
import { Models, methods, parseMessage, type ScanParams, ScanProgress } from '../protocol.ts';
import type { Server } from './languageServer.ts';
import type { LanguageStatus } from './languageStatus.ts';
import type { ModelsView } from './modelsView.ts';

/** The scan that the user asks for, from the palette or from the view, and forgetting its result. */
export function registerScanCommand(
  server: Server,
  view: Pick<ModelsView, 'show'>,
  status: LanguageStatus,
  log: vscode.LogOutputChannel,
): vscode.Disposable[] {
  let scans = 0;

  async function scan(): Promise<void> {
    const token = String(++scans);
    status.busy(true);
    try {
      const models = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: 'Scanning the workspace for models',
          cancellable: true,
        },
        (progress, cancellation) => request(server, token, progress, cancellation),
      );
      if (models) {
        view.show(models);
        await vscode.commands.executeCommand('modelTrust.models.focus');
      }
    } catch (error) {
      log.error(`The scan failed: ${String(error)}`);
      const showLog = 'Show Log';
      const answer = await vscode.window.showErrorMessage('Model Trust could not scan the workspace.', showLog);
      if (answer === showLog) log.show();
    } finally {
      status.busy(false);
    }
  }

  async function clear(): Promise<void> {
    view.show(undefined);
    const client = await server.start();
    await client.sendNotification(methods.clearScan);
  }

  return [
    vscode.commands.registerCommand('modelTrust.scanWorkspace', scan),
    vscode.commands.registerCommand('modelTrust.refreshModels', scan),
    vscode.commands.registerCommand('modelTrust.clearModels', clear),
  ];
}

async function request(
  server: Server,
  token: string,
  progress: vscode.Progress<{ message: string }>,
  cancellation: vscode.CancellationToken,
): Promise<Models | undefined> {
  const client = await server.start();
  const listening = client.onNotification(methods.scanProgress, (message: unknown) => {
    const told = parseMessage(ScanProgress, message);
    if (told?.token === token) progress.report({ message: messageOf(told) });
  });
  try {
    const params: ScanParams = { token };
    return parseMessage(Models, await client.sendRequest(methods.scan, params, cancellation));
  } finally {
    listening.dispose();
  }
}

const messageOf = ({ files, findings, lookUps }: ScanProgress): string =>
  lookUps ? `${lookUps.done} of ${lookUps.of} models looked up` : `${files} files, ${findings} findings`;
