import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type GivenOptions, Models, methods, parseMessage, Status } from '../protocol.ts';
import type { ServerListeners } from './languageServer.ts';
import { RULE_PAGES } from './rulePages.ts';
import { selector } from './selector.ts';

/** Starts the server in a process of its own and waits until it is ready. */
export async function startClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  listeners: ServerListeners,
): Promise<LanguageClient> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const client = new LanguageClient(
    'modelTrust',
    'Model Trust',
    { module, transport: TransportKind.ipc },
    options(log),
  );
  client.onNotification(methods.status, (message: unknown) => {
    const status = parseMessage(Status, message);
    if (status) listeners.status(status);
  });
  client.onNotification(methods.models, (message: unknown) => {
    const models = parseMessage(Models, message);
    if (models) listeners.models(models);
  });
  await client.start();
  return client;
}

function options(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel: log,
    // Given as well, or a level of Trace that the log has from the start would not be noticed.
    traceOutputChannel: log,
    diagnosticCollectionName: 'model-trust',
    initializationOptions: (): GivenOptions => ({
      docsUri: RULE_PAGES,
      diagnosticsInHover: true,
      workspaceTrusted: vscode.workspace.isTrusted,
      ignoreInWorkspace: (vscode.workspace.workspaceFolders?.length ?? 0) > 0,
    }),
  };
}
