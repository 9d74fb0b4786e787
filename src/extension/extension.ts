import * as vscode from 'vscode';
import { registerIgnoreCommand } from './ignoreCommand.ts';
import { createServer } from './languageServer.ts';
import { createLanguageStatus } from './languageStatus.ts';
import { createModelsView } from './modelsView.ts';
import { registerRulePages } from './rulePages.ts';
import { registerScanCommand } from './scanCommand.ts';
import { editorSelector, startWhenNeeded } from './selector.ts';

/** Only registers: the server starts with the first text that it can read, or with the first scan. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Model Trust', { log: true });
  const status = createLanguageStatus(editorSelector);
  const models = createModelsView();
  const server = createServer(context, log, { status: status.show, models: models.show });
  context.subscriptions.push(
    log,
    status,
    models,
    server,
    ...registerRulePages(context),
    ...registerScanCommand(server, models, status, log),
    registerIgnoreCommand(log),
    vscode.commands.registerCommand('modelTrust.showLog', () => log.show()),
    vscode.commands.registerCommand('modelTrust.restartServer', async () => {
      models.show(undefined);
      await server.restart();
    }),
    ...startWhenNeeded(() => server.start()),
  );
}
