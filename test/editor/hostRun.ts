import type { Page } from 'playwright-core';
import { type Shown, workbenchAddress } from './address.ts';
import type { EditorServer } from './server.ts';

const LIMIT_MS = 300_000;

/** Opens the workbench with a test suite for its extension host, and waits for the end: `exit code 0`, or what came instead. */
export async function runInHost(page: Page, server: EditorServer, shown: Shown): Promise<string> {
  const told = new Promise<string>((resolve, reject) => {
    // The workbench calls these two when it finds them.
    const exposed = [
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(`exit code ${code}`)),
      page.exposeFunction('codeAutomationLog', () => {}),
    ];
    Promise.all(exposed)
      .then(() => page.goto(workbenchAddress(server, shown), { waitUntil: 'commit' }))
      .catch(reject);
    page.once('crash', () => resolve('a crash of the page'));
    setTimeout(() => resolve(`no end after ${LIMIT_MS / 1000} s`), LIMIT_MS).unref();
  });
  return Promise.race([told, server.ended.then(how => `the end of the server (${how})`)]);
}
