import * as vscode from 'vscode';
import { methods } from '../protocol.ts';
import type { Server } from './languageServer.ts';

/** What a user can do about look-ups, besides the token. */
export function registerHubCommands(server: Server, log: vscode.LogOutputChannel): vscode.Disposable[] {
  /** Takes a value of the workspace away too where there is one: the user means here and now. */
  async function turn(on: boolean): Promise<void> {
    const settings = vscode.workspace.getConfiguration('modelTrust');
    const values = settings.inspect<boolean>('lookUps');
    await settings.update('lookUps', on ? undefined : false, vscode.ConfigurationTarget.Global);
    if (values?.workspaceValue === !on) {
      await settings.update('lookUps', undefined, vscode.ConfigurationTarget.Workspace);
    }
  }

  async function clearCache(): Promise<void> {
    const client = await server.start();
    await client.sendRequest(methods.clearCache);
    void vscode.window.setStatusBarMessage('Model Trust has forgotten what it looked up.', 5_000);
  }

  const guarded = (what: string, work: () => Promise<void>) => async () => {
    try {
      await work();
    } catch (error) {
      log.error(`${what}: ${String(error)}`);
      const showLog = 'Show Log';
      const answer = await vscode.window.showErrorMessage(`Model Trust could not ${what}.`, showLog);
      if (answer === showLog) log.show();
    }
  };

  const turnOn = guarded('turn look-ups on', () => turn(true));
  const turnOff = guarded('turn look-ups off', () => turn(false));
  return [
    vscode.commands.registerCommand('modelTrust.turnLookUpsOn', turnOn),
    vscode.commands.registerCommand('modelTrust.turnLookUpsOff', turnOff),
    vscode.commands.registerCommand('modelTrust.clearCache', guarded('clear the cache', clearCache)),
  ];
}
