import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { HostReport } from './host/run.ts';
import { bundleHostSuite } from './hostBundle.ts';
import { runInHost } from './hostRun.ts';
import type { Editor } from './install.ts';
import { makeProfile, makeRun, removeRun } from './profile.ts';
import { type SuiteResult, screenshots, tell } from './results.ts';
import { installExtension, startServer } from './server.ts';

export interface Installed {
  readonly editor: Editor;
  readonly browser: Browser;
  /** The packed extension. */
  readonly vsix: string;
  /** The folder that is opened; every run gets a copy of its own. */
  readonly workspace: string;
}

/** Runs the Mocha suite inside the extension host of a VS Code in which the package is installed. */
export async function runHostSuite({ editor, browser, vsix, workspace }: Installed): Promise<SuiteResult> {
  const { carrier, tests } = await bundleHostSuite();
  const run = makeRun(workspace);
  const profile = makeProfile(run.home);
  const reportFile = join(run.folder, 'report.json');
  try {
    await installExtension(editor, profile, vsix);
    const server = await startServer(editor, profile, { testDriver: true, env: hostEnvironment(reportFile) });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    try {
      const exit = await runInHost(page, server, { folder: run.workspace, extension: carrier, tests });
      const result = judge(reportFile, exit);
      for (const test of result.tests) tell(test);
      if (result.broken) {
        await page.screenshot({ path: join(screenshots, 'failed-host.png') }).catch(() => {});
        console.log(`${result.broken}\nThe server's last words:\n${server.log().slice(-2000)}`);
      }
      return result;
    } finally {
      await page.close();
      await server.stop();
    }
  } finally {
    removeRun(run);
  }
}

const hostEnvironment = (reportFile: string): Record<string, string> => ({
  MODEL_TRUST_HOST_REPORT: reportFile,
  ...(process.env['MODEL_TRUST_GREP'] ? { MODEL_TRUST_GREP: process.env['MODEL_TRUST_GREP'] } : {}),
});

/** The report decides, not the exit code: a host that crashed is told to the page as code 0. */
export function judge(reportFile: string, exit: string): SuiteResult {
  const suite = 'host';
  if (!existsSync(reportFile)) return { suite, tests: [], broken: `The host suite never began: ${exit}.` };
  const { tests, running, finished } = JSON.parse(readFileSync(reportFile, 'utf8')) as HostReport;
  if (!finished)
    return { suite, tests, broken: `The host suite ended early: ${exit} during "${running ?? 'no test'}".` };
  if (tests.length === 0) return { suite, tests, broken: 'The host suite ran no test.' };
  const failed = tests.some(test => test.state === 'failed');
  if (!failed && exit !== 'exit code 0')
    return { suite, tests, broken: `All tests passed, yet the host ended with ${exit}.` };
  return { suite, tests };
}
