import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, Models, methods, parseMessage, Status } from '../protocol.ts';
import { RULE_PAGES } from './rulePages.ts';
import { selector } from './selector.ts';

/** The language server as the extension sees it. */
export interface Server extends vscode.Disposable {
  /** The running client; starts it on the first call. */
  readonly start: () => Promise<LanguageClient>;
  readonly restart: () => Promise<void>;
}

export interface ServerListeners {
  readonly status: (status: Status) => void;
  readonly models: (models: Models) => void;
}

export function createServer(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  listeners: ServerListeners,
): Server {
  let running: Promise<LanguageClient> | undefined;

  async function launch(): Promise<LanguageClient> {
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
    try {
      await client.start();
    } catch (error) {
      const detail = `The language server did not start: ${String(error)}`;
      log.error(detail);
      listeners.status({ state: 'failed', detail });
      throw error;
    }
    return client;
  }

  const start = (): Promise<LanguageClient> => {
    running ??= launch();
    // The failure is told already; whoever needs the client gets it from the promise.
    running.catch(() => {});
    return running;
  };

  const stop = async (): Promise<void> => {
    const client = await running?.catch(() => undefined);
    running = undefined;
    await client?.dispose();
  };

  const trust = vscode.workspace.onDidGrantWorkspaceTrust(async () => {
    const client = await running?.catch(() => undefined);
    await client?.sendNotification(methods.trustGranted);
  });

  return {
    start,
    async restart() {
      await stop();
      await start();
    },
    dispose() {
      trust.dispose();
      return stop();
    },
  };
}

function options(log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel: log,
    diagnosticCollectionName: 'model-trust',
    initializationOptions: (): InitializationOptions => ({
      docsUri: RULE_PAGES,
      diagnosticsInHover: true,
      workspaceTrusted: vscode.workspace.isTrusted,
      ignoreInWorkspace: (vscode.workspace.workspaceFolders?.length ?? 0) > 0,
    }),
  };
}
