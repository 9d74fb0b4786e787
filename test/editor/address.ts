/** What the workbench is to show, by absolute path. */
export interface Shown {
  readonly folder: string;
  readonly file?: string;
  /** An extension in its source folder, and the module with the tests to run in its host; both need the test driver. */
  readonly extension?: string;
  readonly tests?: string;
}

/** The address at which a browser finds the workbench. */
export function workbenchAddress(server: { port: number; token: string | undefined }, shown: Shown): string {
  const host = `127.0.0.1:${server.port}`;
  const remote = (path: string) => `vscode-remote://${host}${slashed(path)}`;
  const payload = [
    ...(shown.extension ? [['extensionDevelopmentPath', remote(shown.extension)]] : []),
    ...(shown.tests ? [['extensionTestsPath', remote(shown.tests)]] : []),
    ...(shown.file ? [['openFile', remote(shown.file)]] : []),
  ];
  const query = new URLSearchParams({ folder: slashed(shown.folder) });
  if (server.token) query.set('tkn', server.token);
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query}`;
}

/** `C:\demo` as `/C:/demo`. */
function slashed(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
