import { createWriteStream, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startGroup, stopGroup } from '../../src/tools/processGroup.mjs';
import { run } from '../../src/tools/steps.mjs';
import type { Editor } from './install.ts';
import type { Profile } from './profile.ts';

const START_MS = 60_000;

export interface ServerOptions {
  /** Without one, any page that the browser visits could drive the editor: leave it out in tests alone. */
  readonly token?: string;
  readonly port?: number;
  /** Lets the address name an extension under development and a test suite; a built workbench ignores both otherwise. */
  readonly testDriver?: boolean;
  /** Opens folders in Restricted Mode until the user trusts them, as the desktop does. */
  readonly askForTrust?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface EditorServer {
  readonly port: number;
  readonly token: string | undefined;
  log(): string;
  stop(): Promise<void>;
  /** Resolves with words for how it ended. */
  readonly ended: Promise<string>;
}

/** Starts VS Code's server on loopback and waits until it answers. */
export async function startServer(
  editor: Editor,
  profile: Profile,
  options: ServerOptions = {},
): Promise<EditorServer> {
  const port = options.port ?? (await freePort());
  const { token } = options;
  const args = [
    editor.server,
    ...folders(editor, profile),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-getting-started-override'],
    ...(options.askForTrust ? [] : ['--disable-workspace-trust']),
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  const env = { ...cleanEnvironment(profile), ...options.env };
  const child = startGroup(editor.node, args, { cwd: profile.home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const logFile = join(profile.home, 'server.log');
  const out = createWriteStream(logFile);
  child.stdout?.pipe(out);
  child.stderr?.pipe(out);
  const log = () => readFileSync(logFile, 'utf8');
  const ended = new Promise<string>(resolve => {
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
    child.once('error', error => resolve(error.message));
  });
  let end: string | undefined;
  const watched = ended.then(how => {
    end = how;
  });
  for (const limit = Date.now() + START_MS; !(await answers(port)); await Promise.race([delay(50), watched])) {
    if (end === undefined && Date.now() < limit) continue;
    await stopGroup(child);
    throw new Error(`VS Code did not start (${end ?? `no answer in ${START_MS / 1000} s`}):\n${log().slice(-2000)}`);
  }
  return { port, token, log, ended, stop: () => stopGroup(child) };
}

/** Installs a packed extension into the profile, as a user would. */
export async function installExtension(editor: Editor, profile: Profile, vsix: string): Promise<void> {
  const args = [editor.server, ...folders(editor, profile), '--install-extension', vsix, '--force'];
  const { ok, ended, output } = await run(editor.node, args, {
    cwd: profile.home,
    env: cleanEnvironment(profile),
    minutes: 2,
  });
  if (!ok) throw new Error(`VS Code did not install ${vsix} (${ended}):\n${output.slice(-2000)}`);
}

function folders(editor: Editor, profile: Profile): string[] {
  return [
    '--accept-server-license-terms',
    ...['--server-data-dir', profile.home, '--user-data-dir', profile.user, '--extensions-dir', profile.extensions],
    ...['--builtin-extensions-dir', editor.builtInExtensions],
  ];
}

/** Ours may be the terminal of another VS Code, whose variables would mislead this one. */
function cleanEnvironment(profile: Profile): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE|ELECTRON|CODE_SERVER)_/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    // An empty gallery: no marketplace is asked for anything.
    EXTENSIONS_GALLERY: '{}',
    TMPDIR: profile.temporary,
    XDG_RUNTIME_DIR: profile.temporary,
    // What a test looked up is no fact for the user of this machine.
    MODEL_TRUST_CACHE: join(profile.home, 'facts'),
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/version`)).ok;
  } catch {
    return false; // Not listening yet.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
