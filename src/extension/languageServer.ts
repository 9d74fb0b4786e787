import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { methods, type TokenChanged } from '../protocol.ts';
import type { HubToken } from './hubToken.ts';
import type { ServerListeners } from './languageClient.ts';

/** The language server as the extension sees it. */
export interface Server extends vscode.Disposable {
  /** The running client; starts it on the first call. */
  readonly start: () => Promise<LanguageClient>;
  readonly restart: () => Promise<void>;
}

export function createServer(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  listeners: ServerListeners,
  token: HubToken,
): Server {
  let running: Promise<LanguageClient> | undefined;

  async function launch(): Promise<LanguageClient> {
    try {
      // The protocol's library is large: activation does not wait for it.
      const { startClient } = await import('./languageClient.ts');
      return await startClient(context, log, listeners, token);
    } catch (error) {
      const detail = `The language server did not start: ${String(error)}`;
      log.error(detail);
      listeners.status({ state: 'failed', detail });
      throw error;
    }
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

  const tellToken = async (): Promise<void> => {
    const client = await running?.catch(() => undefined);
    const message: TokenChanged = await token.who();
    await client?.sendNotification(methods.tokenChanged, message);
  };
  const tokens = token.onDidChange(tellToken);
  // Another Hub has another token, or none.
  const hubs = vscode.workspace.onDidChangeConfiguration(async change => {
    if (change.affectsConfiguration('modelTrust.hubUrl')) await tellToken();
  });

  return {
    start,
    async restart() {
      await stop();
      await start();
    },
    dispose() {
      for (const each of [trust, tokens, hubs]) each.dispose();
      return stop();
    },
  };
}
