import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import {
  type GivenOptions,
  type HubFetchResult,
  Models,
  methods,
  openReportCommand,
  parseMessage,
  ReportSubject,
  Status,
  type TokenChanged,
} from '../protocol.ts';
import { fetchForServer } from './fetchForServer.ts';
import { hubEndpoint } from './hubSettings.ts';
import type { HubToken } from './hubToken.ts';
import { RULE_PAGES } from './rulePages.ts';
import { selector } from './selector.ts';

/** Who is told what the server sends by itself. */
export interface ServerListeners {
  readonly status: (status: Status) => void;
  readonly models: (models: Models) => void;
  readonly reportChanged: (subject: ReportSubject) => void;
}

/** Starts the server in a process of its own and waits until it is ready. */
export async function startClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  listeners: ServerListeners,
  token: HubToken,
): Promise<LanguageClient> {
  const who = await token.who();
  const module = context.asAbsolutePath('dist/server.cjs');
  const client = new LanguageClient(
    'modelTrust',
    'Model Trust',
    { module, transport: TransportKind.ipc },
    options(log, who),
  );
  client.onNotification(methods.status, (message: unknown) => {
    const status = parseMessage(Status, message);
    if (status) listeners.status(status);
  });
  client.onNotification(methods.models, (message: unknown) => {
    const models = parseMessage(Models, message);
    if (models) listeners.models(models);
  });
  client.onRequest<HubFetchResult, void>(methods.hubFetch, (message: unknown, cancellation: vscode.CancellationToken) =>
    answerHubFetch(message, cancellation, token),
  );
  client.onNotification(methods.reportChanged, (message: unknown) => {
    const subject = parseMessage(ReportSubject, message);
    if (subject) listeners.reportChanged(subject);
  });
  await client.start();
  return client;
}

function options(log: vscode.LogOutputChannel, who: TokenChanged): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel: log,
    // Given as well, or a level of Trace that the log has from the start would not be noticed.
    traceOutputChannel: log,
    diagnosticCollectionName: 'model-trust',
    // The one command that a card may lead to; its words are strangers' otherwise, and escaped.
    markdown: { isTrusted: { enabledCommands: [openReportCommand] }, supportHtml: false },
    initializationOptions: (): GivenOptions => ({
      docsUri: RULE_PAGES,
      diagnosticsInHover: true,
      // A host without a fetch of its own leaves it to the server.
      hubFetch: typeof globalThis.fetch === 'function',
      ...who,
      openReport: true,
      workspaceTrusted: vscode.workspace.isTrusted,
      ignoreInWorkspace: (vscode.workspace.workspaceFolders?.length ?? 0) > 0,
    }),
  };
}

async function answerHubFetch(
  message: unknown,
  cancellation: vscode.CancellationToken,
  token: HubToken,
): Promise<HubFetchResult> {
  const control = new AbortController();
  const listening = cancellation.onCancellationRequested(() => control.abort());
  try {
    // The endpoint is read at each request: a token never outlives the setting that it belongs to.
    const own = await token.get();
    const tokenMark = own === undefined ? undefined : await token.markOf(own);
    const hub = { endpoint: hubEndpoint(), token: own, tokenMark, fetch: globalThis.fetch };
    return await fetchForServer(message, hub, control.signal);
  } finally {
    listening.dispose();
  }
}
