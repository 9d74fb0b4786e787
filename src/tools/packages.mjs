// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from './steps.mjs';

/** Oldest Node that the tools run on. Source: `engines.node` in package.json. */
const OLDEST_NODE = /** @type {const} */ ([20, 19]);

/**
 * Installs the packages that the folder's lock file asks for, unless they are there.
 * Install scripts stay off: nothing we use needs one, and some want a compiler or a download.
 * @param {string} folder
 * @param {string} what Finishes "Installing …".
 */
export async function installPackages(folder, what) {
  requireNode();
  const missing = missingPackages(folder);
  if (missing === 0) return;
  say(`Installing ${what} (${missing} of them missing or changed)`);
  await npm(['ci', '--ignore-scripts'], folder);
}

/**
 * Runs npm quietly; throws with what it said when it fails.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const cli = process.env['npm_execpath'];
  const [command, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : [npmCommand(), []];
  const { ok, ended, output } = await run(command, [...first, '--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd,
    env: outsideNpm(),
    minutes: 15,
  });
  if (ok) return;
  throw new Error(
    `${output.trim()}\n"npm ${args.join(' ')}" failed in ${cwd} (${ended}). Is the package registry reachable?`,
  );
}

const npmCommand = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');

/** The environment without what an outer `npm test` adds about its own package. */
function outsideNpm() {
  const inner = /^npm_(package|lifecycle)_|^npm_config_local_prefix$|^npm_command$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inner.test(name)));
}

/**
 * Counts the packages of package-lock.json that npm's record of what it installed does not show in that version.
 * Optional ones do not count: they are left out where the platform does not fit.
 * @param {string} folder
 */
export function missingPackages(folder) {
  const wanted = Object.entries(lockedPackages(join(folder, 'package-lock.json')));
  const installed = lockedPackages(join(folder, 'node_modules', '.package-lock.json'));
  return wanted.filter(([path, { version, optional }]) => path && !optional && installed[path]?.version !== version)
    .length;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`,
  );
}
