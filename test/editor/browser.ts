import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { run, say } from '../../src/tools/steps.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Finds Chromium or Chrome (`CHROME_PATH` decides alone), installing Debian's package where we may. */
export async function installBrowser(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH says ${chosen}, but there is no such file.`);
  }
  const found = USUAL_PLACES.find(existsSync);
  if (found) return found;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) throw new Error(howToInstall());
  say('Installing Chromium with apt-get (about 115 MB, once)');
  const quiet = { cwd: '/', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], quiet);
  const { ok, ended, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  const installed = USUAL_PLACES.find(existsSync);
  if (ok && installed) return installed;
  throw new Error(`${output.slice(-2000)}\napt-get could not install chromium (${ended}).\n${howToInstall()}`);
}

function howToInstall(): string {
  const how: Partial<Record<NodeJS.Platform, string>> = {
    linux: '"sudo apt-get install chromium" (Debian, Ubuntu), "sudo dnf install chromium" (Fedora)',
    darwin: '"brew install --cask google-chrome"',
    win32: '"winget install Google.Chrome"',
  };
  const line = how[process.platform] ?? "your system's package manager";
  return `The tests in the editor need Chromium or Chrome. Install it with ${line}, or point CHROME_PATH at one.`;
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      // Root, as in containers, gets no sandbox; the only pages opened are our own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      // Nothing but the workbench on loopback is to be reached.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
