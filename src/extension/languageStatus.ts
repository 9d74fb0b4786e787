import * as vscode from 'vscode';
import type { Status } from '../protocol.ts';

export interface LanguageStatus extends vscode.Disposable {
  readonly show: (status: Status) => void;
  readonly busy: (busy: boolean) => void;
}

const SEVERITY: Record<Status['state'], vscode.LanguageStatusSeverity> = {
  starting: vscode.LanguageStatusSeverity.Information,
  ready: vscode.LanguageStatusSeverity.Information,
  local: vscode.LanguageStatusSeverity.Information,
  busy: vscode.LanguageStatusSeverity.Information,
  offline: vscode.LanguageStatusSeverity.Warning,
  'rate-limited': vscode.LanguageStatusSeverity.Warning,
  limited: vscode.LanguageStatusSeverity.Warning,
  failed: vscode.LanguageStatusSeverity.Error,
};

/** What helps in a state, where that is more than to read the log. */
const COMMANDS: Partial<Record<Status['state'], vscode.Command>> = {
  local: { title: 'Turn Look-ups On', command: 'modelTrust.turnLookUpsOn' },
  'rate-limited': { title: 'Set Hub Token', command: 'modelTrust.setHubToken' },
};

/** The one item beside the language's name: what is checked, and with what. */
export function createLanguageStatus(selector: vscode.DocumentSelector): LanguageStatus {
  const item = vscode.languages.createLanguageStatusItem('modelTrust.status', selector);
  item.name = 'Model Trust';
  item.text = 'Model Trust';
  let starting = false;
  let scanning = false;
  const showBusy = (): void => {
    item.busy = starting || scanning;
  };
  return {
    show({ state, detail }) {
      item.severity = SEVERITY[state];
      item.detail = detail;
      item.command = COMMANDS[state] ?? { title: 'Show Log', command: 'modelTrust.showLog' };
      starting = state === 'starting' || state === 'busy';
      showBusy();
    },
    busy(busy) {
      scanning = busy;
      showBusy();
    },
    dispose: () => item.dispose(),
  };
}
