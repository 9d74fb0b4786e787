import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Reference } from '../core/references/reference.ts';
import { parseBlame, type WrittenLines } from './blame.ts';

export type { WrittenLines };

/** When the lines of a file were written, by its local history. */
export interface LineHistory {
  /** What has been learned; nothing where nobody asked, or there is no history. */
  readonly known: (path: string) => WrittenLines | undefined;
  /** Asks git, once for each state of the file. True: more is known than before. Never rejects. */
  readonly learn: (path: string) => Promise<boolean>;
}

/** A longer history is not waited for. */
const TIMEOUT_MS = 5_000;
const MAX_OUTPUT = 8 * 1024 * 1024;
const KEPT_FILES = 500;

/** The history as `git` on this machine tells it. For workspaces that the user trusts: reading one runs git in it. */
export function lineHistory(git = 'git'): LineHistory {
  const kept = new Map<string, { stamp: string; lines: WrittenLines | undefined }>();
  const underWay = new Map<string, Promise<boolean>>();

  async function ask(path: string): Promise<boolean> {
    const status = await stat(path).catch(() => undefined);
    if (!status?.isFile()) return false;
    const stamp = `${status.mtimeMs} ${status.size}`;
    if (kept.get(path)?.stamp === stamp) return false;
    const output = await blame(git, path);
    if (kept.size >= KEPT_FILES) kept.clear();
    const lines = output === undefined ? undefined : parseBlame(output);
    kept.set(path, { stamp, lines });
    return lines !== undefined;
  }

  return {
    known: path => kept.get(path)?.lines,
    learn(path) {
      const asking = underWay.get(path) ?? ask(path).finally(() => underWay.delete(path));
      underWay.set(path, asking);
      return asking;
    },
  };
}

/** The time of a reference's line in a text whose lines these are. */
export function writtenAt(
  text: string,
  lines: WrittenLines,
): (reference: Pick<Reference, 'span'>) => number | undefined {
  return ({ span }) => {
    const start = text.lastIndexOf('\n', span.start - 1) + 1;
    const end = text.indexOf('\n', span.start);
    return lines.get(text.slice(start, end < 0 ? text.length : end).trim());
  };
}

/**
 * What a repository's own configuration could have git run or fetch is switched off. The committed file is blamed, not
 * the one on the disk: that one would be run through the filters that the repository names.
 */
const HARMLESS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.sshCommand=false',
  'core.askPass=',
  'credential.helper=',
  'blame.ignoreRevsFile=',
  'mailmap.file=',
  'mailmap.blob=',
  'protocol.allow=never',
].flatMap(setting => ['-c', setting]);

const ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Older versions of git do not know that one; and a repository's `protocol.ext.allow` would beat our `protocol.allow`.
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
  // Windows would look for git in the workspace first.
  NoDefaultCurrentDirectoryInExePath: '1',
};

function blame(git: string, path: string): Promise<string | undefined> {
  const args = ['--no-pager', ...HARMLESS, '-C', dirname(path), 'blame', '--no-textconv', '--porcelain', 'HEAD'];
  return new Promise(resolve => {
    execFile(
      git,
      [...args, '--', `./${basename(path)}`],
      {
        cwd: tmpdir(),
        env: { ...withoutGit(process.env), ...ENVIRONMENT },
        timeout: TIMEOUT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: MAX_OUTPUT,
        windowsHide: true,
      },
      (error, stdout) => resolve(error ? undefined : stdout),
    );
  });
}

/** An editor that git started passes on which repository it meant: another one than the file's, perhaps. */
const withoutGit = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name)));
