import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from '../../src/tools/steps.mjs';
import { installBrowser, launchBrowser } from './browser.ts';
import { type Installed, runHostSuite } from './hostSuite.ts';
import { installEditor } from './install.ts';
import { packExtension } from './pack.ts';
import { hasPassed, resultFile, root, type SuiteResult, screenshots, words, writeResult } from './results.ts';
import { runUiSuite } from './uiSuite.ts';

const HELP = `Tests the packed extension in a real VS Code (installs that first, from npm packages).

  npm run editor-test [-- --only host|ui] [--spec NAME] [--vsix FILE]

  --only host|ui   one of the two suites
  --spec NAME      only the specs of the UI suite whose file name contains NAME
  --vsix FILE      test this package instead of building one
  --pictures       keep the screenshots that the README shows, in media/screenshots
`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    spec: { type: 'string' },
    vsix: { type: 'string' },
    pictures: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

/** Each suite, and what it runs. A suite that throws is broken: it never counts as nothing. */
const suites: Record<string, (installed: Installed) => Promise<SuiteResult>> = {
  host: runHostSuite,
  ui: installed => runUiSuite(installed, options.spec),
};

async function main(): Promise<boolean> {
  const chosen = Object.keys(suites).filter(name => !options.only || options.only === name);
  for (const name of Object.keys(suites)) rmSync(resultFile(name), { force: true });
  const vsix = options.vsix ?? (await packExtension());
  const editor = await installEditor();
  const browser = await launchBrowser(await installBrowser());
  const installed: Installed = { editor, browser, vsix, workspace: join(root, 'test', 'demo', 'workspace') };
  let passed = chosen.length > 0;
  try {
    for (const name of chosen) {
      say(`Running the ${name} suite in VS Code ${editor.version}`);
      const result = await suites[name]!(installed).catch(error => ({ suite: name, tests: [], broken: words(error) }));
      writeResult(result);
      if (result.broken) console.log(result.broken);
      passed &&= hasPassed(result);
    }
  } finally {
    await browser.close();
  }
  return passed;
}

/** Screenshots that the README shows: name of the test's, name of the README's. */
const PICTURES = {
  'python-hover.png': 'hover.png',
  'scan-problems.png': 'scan.png',
  'hub-real.png': 'card.png',
  'reportThemes-fake-dark-wide.png': 'report.png',
};

function keepPictures(): void {
  const folder = join(root, 'media', 'screenshots');
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of Object.entries(PICTURES)) copyFileSync(join(screenshots, from), join(folder, to));
}

if (options.help) console.log(HELP);
else {
  rmSync(screenshots, { recursive: true, force: true });
  const passed = await main().catch(error => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  if (passed && options.pictures) keepPictures();
  process.exitCode = passed ? 0 : 1;
}
