import type { RemoteConsole } from 'vscode-languageserver';
import { InitializationOptions, parseMessage } from '../protocol.ts';

/** What the client gives at the start; the most cautious where that can not be read. */
export function initialOptions(given: unknown, log: Pick<RemoteConsole, 'warn'>): InitializationOptions {
  const options = parseMessage(InitializationOptions, given ?? {});
  // What cannot be read may have said that the workspace is not trusted.
  if (!options) log.warn('The initializationOptions are not what the documentation says, and are left aside.');
  return (
    options ?? {
      workspaceTrusted: false,
      ignoreInWorkspace: false,
      openReport: false,
      diagnosticsInHover: false,
      hubFetch: false,
      signedIn: false,
      environmentToken: false,
    }
  );
}
