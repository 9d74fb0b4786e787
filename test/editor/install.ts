import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, npm } from '../../src/tools/packages.mjs';
import { say } from '../../src/tools/steps.mjs';

/** A VS Code server that is ready to be started. All paths are absolute. */
export interface Editor {
  /** A Node that is new enough for it. */
  readonly node: string;
  /** Its entry: `node server-main.js …`. */
  readonly server: string;
  /** The built-in extensions that we keep. */
  readonly builtInExtensions: string;
  readonly version: string;
}

const here = dirname(fileURLToPath(import.meta.url));
const vscode = join(here, 'node_modules', 'code-server', 'lib', 'vscode');
const own = join(here, '.editor');

/** The server uses `registerHooks` of `node:module`, which came with this version. */
const OLDEST_NODE = [22, 15] as const;
/** Fetched as an npm package where the running Node is older. */
const NODE_TO_FETCH = '24.21.0';

/** Packages of VS Code that a workbench with a Node extension host runs without, and that are large or need a compiler. */
const UNNEEDED_PACKAGES = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

/** Built-in extensions that show our files as a user sees them. Every other one only costs time at the start. */
const BUILT_IN_EXTENSIONS = [
  'bat',
  'configuration-editing',
  'docker',
  'ini',
  'ipynb',
  'json',
  'markdown-basics',
  'markdown-language-features',
  'notebook-renderers',
  'powershell',
  'python',
  'shellscript',
  'theme-defaults',
  'theme-seti',
  'yaml',
];

/** Makes VS Code out of npm packages alone: nothing is compiled, no install script runs. Quick where it is done already. */
export async function installEditor(): Promise<Editor> {
  await installPackages(here, 'a VS Code for the browser (about 170 MB, once)');
  await installServerPackages();
  return {
    node: await newEnoughNode(),
    server: join(vscode, 'out', 'server-main.js'),
    builtInExtensions: linkBuiltInExtensions(),
    version: readJson(join(vscode, 'package.json'))['version'] as string,
  };
}

async function installServerPackages(): Promise<void> {
  const done = join(vscode, 'node_modules', '.model-trust-ready');
  if (existsSync(done)) return;
  const file = join(vscode, 'package.json');
  const manifest = readJson(file);
  const dependencies = manifest['dependencies'] as Record<string, string>;
  for (const name of UNNEEDED_PACKAGES) delete dependencies[name];
  const overrides = manifest['overrides'] as Record<string, unknown>;
  delete overrides['kerberos@2.1.1'];
  writeFileSync(file, JSON.stringify(manifest, null, 2));
  say('Installing what VS Code itself needs');
  // Not `npm ci`: the lock file that is shipped inside leaves a package out.
  await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  writeFileSync(done, '');
}

async function newEnoughNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  const folder = join(own, 'node');
  const name = nodePackage();
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) return node;
  say(`Fetching Node ${NODE_TO_FETCH} for VS Code (this one, ${process.versions.node}, is too old for it)`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await npm(['install', '--no-save', '--ignore-scripts', `${name}@${NODE_TO_FETCH}`], folder);
  return node;
}

function nodePackage(): string {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  // The plain name for Macs with Apple's processor is an empty package.
  const prefix = system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${system}-${process.arch}`;
}

function linkBuiltInExtensions(): string {
  const folder = join(own, 'built-in-extensions');
  const all = join(vscode, 'extensions');
  const present = new Set(readdirSync(all));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of BUILT_IN_EXTENSIONS) {
    if (present.has(name)) symlinkSync(join(all, name), join(folder, name), 'junction');
  }
  return folder;
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}
