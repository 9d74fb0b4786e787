import * as vscode from 'vscode';
import { IgnoreInWorkspace, ignoreInWorkspaceCommand, parseMessage } from '../protocol.ts';

/** Writes a quick fix's wish into the workspace's settings, beside what is there. */
export function registerIgnoreCommand(log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand(ignoreInWorkspaceCommand, async (argument: unknown) => {
    const wish = parseMessage(IgnoreInWorkspace, argument);
    if (!wish) return;
    const settings = vscode.workspace.getConfiguration('modelTrust', vscode.Uri.parse(wish.uri));
    const present = settings.inspect<Record<string, unknown>>('ignored')?.workspaceValue ?? {};
    try {
      await settings.update('ignored', withIgnored(present, wish), vscode.ConfigurationTarget.Workspace);
    } catch (error) {
      log.error(`The settings of the workspace could not be written: ${String(error)}`);
      const showLog = 'Show Log';
      const answer = await vscode.window.showErrorMessage(
        'Model Trust could not write the workspace settings.',
        showLog,
      );
      if (answer === showLog) log.show();
    }
  });
}

function withIgnored(
  present: Record<string, unknown>,
  { id, rule, rules: several = [rule] }: IgnoreInWorkspace,
): Record<string, unknown> {
  const own = Object.hasOwn(present, id) ? present[id] : undefined;
  const rules = Array.isArray(own) ? own.filter(one => typeof one === 'string') : [];
  return { ...present, [id]: [...new Set([...rules, ...several])].sort() };
}
