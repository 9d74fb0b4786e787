import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { run, say } from '../../src/tools/steps.mjs';
import { layStandIn } from './codeStandIn.ts';
import { bundleHostSuite } from './hostBundle.ts';
import { judge } from './hostSuite.ts';
import { packExtension } from './pack.ts';
import { makeProfile, makeRun, NO_LOOK_UPS, removeRun } from './profile.ts';
import { hasPassed, root, tell, words } from './results.ts';

const HELP = `Runs the Mocha suite of test/editor/host in the desktop's VS Code, with the packed extension installed in it.

  npm run host-test:desktop [-- VERSION]

VERSION is "stable" (default), "insiders" or a number such as 1.100.0, and is downloaded once: this needs the internet,
which the other tests do not. VSCODE_EXECUTABLE names an installed one to take instead. Without a screen: xvfb-run.
"stand-in" runs the same script against the workbench in the browser, where nothing can be downloaded.
`;

async function main(version: string): Promise<boolean> {
  const { carrier, tests } = await bundleHostSuite();
  const vsix = await packExtension();
  const own = makeRun(join(root, 'test', 'demo', 'workspace'));
  const profile = makeProfile(own.home, NO_LOOK_UPS);
  const reportFile = join(own.folder, 'report.json');
  const folders = [`--user-data-dir=${profile.user}`, `--extensions-dir=${profile.extensions}`];
  try {
    const executable = await findCode(version, own.folder);
    const [cli = executable] = resolveCliArgsFromVSCodeExecutablePath(executable);
    const [command, first] = process.platform === 'win32' ? ['cmd', ['/c', cli]] : [cli, []];
    const args = [...first, ...folders, '--install-extension', vsix, '--force'];
    const installed = await run(command, args, { cwd: root, minutes: 3 });
    if (!installed.ok) throw new Error(`VS Code did not install ${vsix} (${installed.ended}):\n${installed.output}`);
    say('Running the host suite');
    const exit = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: carrier,
      extensionTestsPath: tests,
      extensionTestsEnv: { MODEL_TRUST_HOST_REPORT: reportFile },
      launchArgs: [own.workspace, ...folders, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    }).then(
      code => `exit code ${code}`,
      error => words(error),
    );
    const result = judge(reportFile, exit);
    for (const test of result.tests) tell(test);
    if (result.broken) console.log(result.broken);
    return hasPassed(result);
  } finally {
    removeRun(own);
  }
}

/** The executable of the desktop's VS Code. */
async function findCode(version: string, folder: string): Promise<string> {
  if (version === 'stand-in') return layStandIn(join(folder, 'stand-in'));
  const installed = process.env['VSCODE_EXECUTABLE'];
  if (installed) return installed;
  say(`Downloading VS Code ${version}`);
  return downloadAndUnzipVSCode(version);
}

const [version = 'stable'] = process.argv.slice(2);
if (version === '--help') console.log(HELP);
else process.exitCode = (await main(version)) ? 0 : 1;
