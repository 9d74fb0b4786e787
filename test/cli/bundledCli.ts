import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { proxyApart } from '../../src/tools/proxyApart.mjs';
import { nodeProgram } from '../support/bundle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** One for each worker of the test runner: nobody overwrites what another one runs. */
const folder = join(root, 'node_modules/.cache/model-trust', `cli-${process.env['VITEST_POOL_ID'] ?? '0'}`);
const bundle = join(folder, 'cli.mjs');

let built: Promise<void> | undefined;

/** The command line as it is shipped: a bundle, one for proxies, one for threads, and the data beside them. */
async function buildCli(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'src/cli/main.ts',
      proxyFetch: 'src/hub/proxyFetch.ts',
      scanWorker: 'src/workspace/scanWorker.ts',
    },
    outdir: folder,
    plugins: [proxyApart],
    ...nodeProgram,
  });
  for (const data of ['names/index.bin', 'advisories']) {
    mkdirSync(dirname(join(folder, 'data', data)), { recursive: true });
    cpSync(join(root, 'src/data', data), join(folder, 'data', data), { recursive: true });
  }
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Close standard output after its first piece, as `head` does. */
  readonly closeEarly?: boolean;
  /** Where the tests run as root, who may read everything, run as somebody who may not. */
  readonly withoutPrivilege?: boolean;
  /** Send SIGINT as soon as this is true; the input stays open until the end. */
  readonly interruptWhen?: () => boolean;
}

/** Runs `model-trust` as a process, in an environment that holds nothing of this machine's user. */
export async function modelTrust(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  built ??= buildCli();
  await built;
  return runProcess(process.execPath, [bundle, ...args], options);
}

/** The same on a pseudo-terminal: what the person sees, messages and result in one. */
export async function modelTrustOnTerminal(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  built ??= buildCli();
  await built;
  const line = [process.execPath, bundle, ...args].map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  return runProcess('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    ...options,
    env: { TERM: 'xterm', SHELL: '/bin/sh', ...options.env },
  });
}

async function runProcess(program: string, args: readonly string[], options: RunOptions): Promise<Run> {
  const home = options.cwd ?? root;
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    ...(options.withoutPrivilege && process.getuid?.() === 0 && { uid: 65534, gid: 65534 }),
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      USERPROFILE: home,
      // No test asks the real Hub: one that asks a Hub of its own says so.
      ...(!('HF_ENDPOINT' in (options.env ?? {})) && { HF_HUB_OFFLINE: '1' }),
      ...options.env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (options.closeEarly) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => {
    // A command that reads no input closes it early.
  });
  let waiting: NodeJS.Timeout | undefined;
  const { interruptWhen } = options;
  if (interruptWhen) {
    child.stdin.write(options.input ?? '');
    waiting = setInterval(() => interruptWhen() && child.kill('SIGINT') && clearInterval(waiting), 20);
  } else {
    child.stdin.end(options.input ?? '');
  }
  const code = await new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail));
  clearInterval(waiting);
  return { code, stdout, stderr };
}
