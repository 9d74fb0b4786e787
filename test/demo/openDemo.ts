import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from '../../src/tools/steps.mjs';
import { workbenchAddress } from '../editor/address.ts';
import { installEditor } from '../editor/install.ts';
import { packExtension } from '../editor/pack.ts';
import { makeProfile } from '../editor/profile.ts';
import { artifacts, root } from '../editor/results.ts';
import { installExtension, startServer } from '../editor/server.ts';
import type { ReplayHub } from '../hub/replay/replayHub.ts';
import { machineSettings, startDemoHub } from './demoHub.ts';
import { openAddress } from './openAddress.ts';

export interface DemoOptions {
  readonly browserOnly: boolean;
  /** Open the address in the user's browser. */
  readonly open: boolean;
  readonly port?: number;
}

const SIGHTS = [
  ['train.py', 'a publisher one letter away from a well-known one, among four honest models'],
  ['app/pipeline.py', 'two models of the campaigns of spring 2026, and the original of one: hover over all three'],
  ['models/privacy-filter/', 'the README that told people to run start.bat, with both scripts (inert copies)'],
  ['legacy_eval.py', 'a download that is unpickled, and code from the Hub without a pin'],
  ['notebooks/explore.ipynb', 'a capital I in place of an l'],
  ['scripts/download.sh', 'the same typo on a command line'],
  ['Dockerfile', 'an i in place of an l in what goes into the image'],
  ['compose.yaml', "a missing letter in a container's arguments"],
  ['web/Search.tsx', 'a zero in place of an o, in a constant of a web page'],
  ['.github/workflows/evaluate.yml', 'a missing letter in the matrix of a workflow'],
];

/** Opens a copy of the demo workspace in the desktop's VS Code, or serves one to the browser until it is stopped. */
export async function openDemo({ browserOnly, open, port }: DemoOptions): Promise<void> {
  const demo = join(artifacts, 'demo');
  const workspace = join(demo, 'ticket-triage');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(demo, { recursive: true });
  cpSync(join(root, 'test', 'demo', 'workspace'), workspace, { recursive: true });
  const hub = await startDemoHub();
  say(`Playing the Hub at ${hub.url}`);
  if (!browserOnly && (await openDesktop(workspace, hub))) {
    console.log(`\n${HUB_WORDS}\n\n  Ctrl+C stops it.\n`);
    await untilInterrupted();
    await hub.stop();
    return;
  }

  const vsix = await packExtension();
  const editor = await installEditor();
  const profile = makeProfile(join(demo, 'home'), {}, { ...machineSettings(hub), ...NO_PORTS });
  say('Installing the extension into VS Code');
  await installExtension(editor, profile, vsix);
  say(`Starting VS Code ${editor.version}`);
  // Any page in the user's browser can reach loopback: only who knows the token is let in.
  const token = randomBytes(16).toString('hex');
  const server = await startServer(editor, profile, { token, ...(port === undefined ? {} : { port }) });
  const address = workbenchAddress(server, { folder: workspace, file: join(workspace, 'train.py') });
  say('Ready');
  console.log(`\n  ${address}\n\n${sights()}\n\n${HUB_WORDS}\n\n  Ctrl+C stops it.\n`);
  if (open) openAddress(address);
  throw new Error(`VS Code has ended (${await server.ended}):\n${server.log().slice(-2000)}`);
}

/** The editor would offer the port of every server that it sees, its own among them. */
const NO_PORTS = { 'remote.autoForwardPorts': false };

/** Nobody is to take the demo's answers for the Hub's. */
const HUB_WORDS = `  The Hub of this demo is a test double on your machine: recorded facts and invented ones, as of the afternoon of
  7 May 2026, with every date moved to today. huggingface.co is not asked.`;

const untilInterrupted = (): Promise<void> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** In a window with settings of its own: the user's Hub stays what it is. */
async function openDesktop(workspace: string, hub: ReplayHub): Promise<boolean> {
  const code = (args: string[], minutes: number) => {
    const [command, first] = process.platform === 'win32' ? ['cmd', ['/c', 'code']] : ['code', []];
    return run(command, [...first, ...args], { cwd: root, minutes });
  };
  if (!(await code(['--version'], 1)).ok) {
    say('There is no "code" on the path: the browser will show VS Code');
    return false;
  }
  say('Building the extension');
  const built = await run(process.execPath, ['esbuild.mjs'], { cwd: root, minutes: 3 });
  if (!built.ok) throw new Error(`The extension could not be built (${built.ended}):\n${built.output}`);
  say('Opening VS Code');
  const home = join(artifacts, 'demo', 'desktop');
  rmSync(home, { recursive: true, force: true });
  const profile = makeProfile(home, machineSettings(hub));
  const file = `${join(workspace, 'train.py')}:4`;
  const { ok, ended, output } = await code(
    [
      ...['--new-window', '--user-data-dir', profile.user, '--extensions-dir', profile.extensions],
      ...[`--extensionDevelopmentPath=${root}`, workspace, '--goto', file],
    ],
    2,
  );
  if (ok) console.log(`\n${sights()}\n`);
  else say(`"code" could not open it (${ended}): the browser will show VS Code\n${output.trim()}`);
  return ok;
}

function sights(): string {
  const width = Math.max(...SIGHTS.map(([file]) => file!.length));
  return SIGHTS.map(([file, sight]) => `  ${file!.padEnd(width)}  ${sight}`).join('\n');
}
