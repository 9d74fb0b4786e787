import * as vscode from 'vscode';
import type { TokenChanged } from '../protocol.ts';
import { environmentToken, hubEndpoint, isToken } from './hubSettings.ts';
import { createTokenMarks } from './tokenMarks.ts';

/** The token for the Hub that is set: each Hub has its own, and none gets another's. */
export interface HubToken extends vscode.Disposable {
  readonly get: () => Promise<string | undefined>;
  /** What the server is told of it: whether there is one, and a mark that stands for it. */
  readonly who: () => Promise<TokenChanged>;
  readonly markOf: (token: string) => Promise<string>;
  readonly onDidChange: vscode.Event<void>;
  /** Asks once whether the environment's token may be used, at a moment when one would help. */
  readonly offerEnvironmentToken: () => Promise<void>;
}

const SECRET = 'modelTrust.hubToken';
const ENVIRONMENT = 'modelTrust.environmentToken';

export function createHubToken(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): HubToken {
  const { secrets, globalState } = context;
  const changed = new vscode.EventEmitter<void>();
  const watching = secrets.onDidChange(({ key }) => {
    if (key.startsWith(SECRET)) changed.fire();
  });

  const markOf = createTokenMarks(secrets);
  let offered = false;

  function key(): string | undefined {
    const endpoint = hubEndpoint();
    return 'problem' in endpoint ? undefined : `${SECRET} ${endpoint.origin}`;
  }

  async function get(): Promise<string | undefined> {
    const own = key();
    if (own === undefined) return undefined;
    try {
      const kept = await secrets.get(own);
      if (kept) return kept;
    } catch (error) {
      log.warn(`The secret storage cannot be read: ${String(error)}`);
    }
    return globalState.get(ENVIRONMENT) === true ? environmentToken() : undefined;
  }

  async function allowEnvironment(allowed: boolean | undefined): Promise<void> {
    await globalState.update(ENVIRONMENT, allowed);
    changed.fire();
  }

  async function set(): Promise<void> {
    const endpoint = hubEndpoint();
    if ('problem' in endpoint) {
      void vscode.window.showErrorMessage(`Model Trust: modelTrust.hubUrl: ${endpoint.problem}`);
      return;
    }
    const typed = 'Type a token';
    const taken = 'Use HF_TOKEN of the environment';
    const way = environmentToken()
      ? await vscode.window.showQuickPick([typed, taken], { title: `Token for ${endpoint.host}` })
      : typed;
    if (way === taken) {
      await allowEnvironment(true);
      return;
    }
    if (way !== typed) return;
    const token = await vscode.window.showInputBox({
      title: `Model Trust: token for ${endpoint.host}`,
      prompt: `It is kept in the secret storage of your system and sent to ${endpoint.origin} alone. A token that can only read is enough.`,
      placeHolder: 'hf_…',
      password: true,
      ignoreFocusOut: true,
      validateInput: text => problemOf(text.trim()),
    });
    if (token === undefined) return;
    await secrets.store(`${SECRET} ${endpoint.origin}`, token.trim());
    void vscode.window.setStatusBarMessage(`Model Trust keeps a token for ${endpoint.host}.`, 5_000);
  }

  async function remove(): Promise<void> {
    const own = key();
    if (own !== undefined) await secrets.delete(own);
    await allowEnvironment(false);
    void vscode.window.setStatusBarMessage('Model Trust asks without a token now.', 5_000);
  }

  const commands = [
    vscode.commands.registerCommand('modelTrust.setHubToken', set),
    vscode.commands.registerCommand('modelTrust.removeHubToken', remove),
  ];

  return {
    get,
    markOf,
    async who() {
      const token = await get();
      return token === undefined ? { signedIn: false } : { signedIn: true, tokenMark: await markOf(token) };
    },
    onDidChange: changed.event,
    async offerEnvironmentToken() {
      if (offered || globalState.get(ENVIRONMENT) !== undefined || !environmentToken() || (await get())) return;
      const endpoint = hubEndpoint();
      if ('problem' in endpoint) return;
      offered = true;
      const use = 'Use It';
      const answer = await vscode.window.showInformationMessage(
        `The quota of ${endpoint.host} for look-ups without a token is used up. Send the HF_TOKEN of your environment there? It goes to ${endpoint.origin} alone.`,
        use,
        'Do Not Use It',
      );
      // Whoever closes the question without an answer has not agreed, and is not asked again.
      await allowEnvironment(answer === use);
    },
    dispose: () => vscode.Disposable.from(changed, watching, ...commands).dispose(),
  };
}

function problemOf(text: string): string | vscode.InputBoxValidationMessage | undefined {
  if (!isToken(text)) return 'A token has no spaces, and at least 8 characters.';
  if (/^hf_\w{10,}$/.test(text)) return undefined;
  return {
    message: 'Tokens of huggingface.co begin with hf_. A mirror may have others.',
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}
