import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { machineSettings, startDemoHub } from '../demo/demoHub.ts';
import { workbenchAddress } from './address.ts';
import { addEmptyPanel } from './emptyPanel.ts';
import type { Installed } from './hostSuite.ts';
import { makeProfile, makeRun, type Profile, removeRun, setMachine } from './profile.ts';
import { root, type SuiteResult, screenshots, type TestResult, tell, words } from './results.ts';
import { type EditorServer, installExtension, startServer } from './server.ts';
import type { Scene, UiSpec } from './uiSpec.ts';
import { Workbench } from './workbench.ts';

const TEST_LIMIT_MS = 240_000;
const ENDING = '.ui.ts';

/** Runs every spec of `ui/` in a workbench of its own: own server, own profile, own copy of the workspace. */
export async function runUiSuite(installed: Installed, only = ''): Promise<SuiteResult> {
  const folder = join(root, 'test', 'editor', 'ui');
  mkdirSync(screenshots, { recursive: true });
  const tests: TestResult[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(ENDING) || !file.includes(only)) continue;
    const name = file.slice(0, -ENDING.length);
    const { spec } = (await import(pathToFileURL(join(folder, file)).href)) as { spec: UiSpec };
    console.log(`  ${name}`);
    tests.push(...(await runSpec(name, spec, installed)));
  }
  return tests.length > 0 ? { suite: 'ui', tests } : { suite: 'ui', tests, broken: 'The UI suite ran no test.' };
}

async function runSpec(
  name: string,
  spec: UiSpec,
  { editor, browser, vsix, workspace }: Installed,
): Promise<TestResult[]> {
  const run = makeRun(workspace);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  let server: EditorServer | undefined;
  let profile: Profile | undefined;
  const hub = spec.hub ? await startDemoHub() : undefined;
  const results: TestResult[] = [];
  const time = async (title: string, test: () => Promise<void>) => {
    const result = await timed(`${name}: ${title}`, test);
    tell(result);
    if (result.state === 'failed') await picture(page, `failed-${name}-${results.length + 1}`).catch(() => {});
    results.push(result);
    return result.state === 'passed';
  };
  try {
    const workbench = new Workbench(page);
    const opened = await time('the workbench opens', async () => {
      profile = makeProfile(run.home, spec.settings, hub && machineSettings(hub));
      await installExtension(editor, profile, vsix);
      if (spec.emptyPanel) addEmptyPanel(profile);
      server = await startServer(editor, profile, { askForTrust: spec.askForTrust ?? false });
      for (const [path, text] of Object.entries(spec.files ?? {})) writeFileSync(join(run.workspace, path), text);
      const file = spec.file ? { file: join(run.workspace, spec.file) } : {};
      await page.goto(workbenchAddress(server, { folder: run.workspace, ...file }), { waitUntil: 'commit' });
      await workbench.ready();
      if (spec.file) await workbench.editorReady();
    });
    const scene: Scene = {
      workbench,
      workspace: run.workspace,
      hub,
      machine: settings => setMachine(profile!, settings),
      screenshot: shot => picture(page, `${name}-${shot}`),
    };
    for (const [title, test] of Object.entries(spec.tests)) {
      await time(title, () => (opened ? test(scene) : Promise.reject(new Error('the workbench did not open'))));
    }
  } finally {
    await context.close();
    await server?.stop();
    await hub?.stop();
    removeRun(run);
  }
  return results;
}

async function timed(title: string, test: () => Promise<void>): Promise<TestResult> {
  const began = Date.now();
  const late = new AbortController();
  try {
    const limit = delay(TEST_LIMIT_MS, undefined, { signal: late.signal, ref: false });
    await Promise.race([test(), limit.then(() => Promise.reject(new Error(`no end after ${TEST_LIMIT_MS / 1000} s`)))]);
    return { title, state: 'passed', ms: Date.now() - began };
  } catch (error) {
    return { title, state: 'failed', ms: Date.now() - began, error: words(error) };
  } finally {
    late.abort();
  }
}

/** VS Code fades things in: a picture waits for that. */
async function picture(page: Page, name: string): Promise<void> {
  await delay(300);
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}
