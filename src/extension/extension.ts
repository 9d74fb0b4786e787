import * as vscode from 'vscode';
import type { Models, Status } from '../protocol.ts';
import { registerHubCommands } from './hubCommands.ts';
import { createHubToken } from './hubToken.ts';
import { registerIgnoreCommand } from './ignoreCommand.ts';
import { createServer, type Server } from './languageServer.ts';
import { createLanguageStatus } from './languageStatus.ts';
import { registerModelActions } from './modelActions.ts';
import { registerModelListing } from './modelListing.ts';
import { createModelsView } from './modelsView.ts';
import { editPolicy } from './policyFile.ts';
import { createReportPanel } from './reportPanel.ts';
import { reportsOf } from './reportSource.ts';
import { askSubject } from './reportSubject.ts';
import { registerRulePages } from './rulePages.ts';
import { noteFirstMark, openSample } from './sample.ts';
import { registerScanCommand } from './scanCommand.ts';
import { editorSelector, startWhenNeeded } from './selector.ts';

/** Only registers: the server starts with the first text that it can read, or with the first scan. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Model Trust', { log: true });
  const status = createLanguageStatus(editorSelector);
  const models = createModelsView(context.workspaceState);
  const token = createHubToken(context, log);
  const showStatus = (told: Status): void => {
    status.show(told);
    if (told.state === 'rate-limited') void token.offerEnvironmentToken();
  };
  /** What a report says of its uses rests on the scan. */
  const showModels = (shown: Models | undefined): void => {
    models.show(shown);
    reports.changed();
  };
  const server: Server = createServer(
    context,
    log,
    {
      status: showStatus,
      models: showModels,
      reportChanged: subject => reports.changed(subject),
    },
    token,
  );
  const source = reportsOf(server, log);
  const reports = createReportPanel(context, source, log);
  context.subscriptions.push(
    log,
    status,
    models,
    token,
    server,
    reports,
    vscode.commands.registerCommand('modelTrust.openReport', async (argument?: unknown) => {
      const subject = await askSubject(argument);
      if (subject) await reports.open(subject);
    }),
    ...registerRulePages(context),
    ...registerModelListing(models),
    ...registerModelActions(source, log),
    ...registerScanCommand(server, { show: showModels }, status, log),
    registerIgnoreCommand(log),
    noteFirstMark(),
    vscode.commands.registerCommand('modelTrust.openSample', openSample),
    vscode.commands.registerCommand('modelTrust.editPolicy', editPolicy),
    ...registerHubCommands(server, log),
    vscode.commands.registerCommand('modelTrust.showLog', () => log.show()),
    vscode.commands.registerCommand('modelTrust.restartServer', async () => {
      models.show(undefined);
      await server.restart();
    }),
    ...startWhenNeeded(() => server.start()),
  );
}
