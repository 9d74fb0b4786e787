import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseBlame } from '../../src/workspace/blame.ts';
import { lineHistory, writtenAt } from '../../src/workspace/lineHistory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-trust-history-'));
  git('init', '--quiet');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const THEN = '2023-04-05T06:07:08Z';
const LATER = '2025-01-02T03:04:05Z';

function git(...args: string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'pipe', env: { ...process.env, ...dates } });
}
let dates: Record<string, string> = {};

function commit(name: string, text: string, date: string): string {
  dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const path = join(folder, name);
  writeFileSync(path, text);
  git('add', '--', name);
  git('commit', '--quiet', '--message', 'a');
  return path;
}

const at = (text: string, part: string) => ({
  span: { start: text.indexOf(part), end: text.indexOf(part) + part.length },
});

describe('the history of a file', () => {
  it('tells when each line was written, also in a text that has been edited since', async () => {
    commit('a.py', 'old = load("a/old")\n', THEN);
    const path = commit('a.py', 'old = load("a/old")\nnew = load("a/new")\n', LATER);
    const history = lineHistory();
    expect(history.known(path)).toBeUndefined();
    expect(await history.learn(path)).toBe(true);
    const edited = '# above\n\n  old = load("a/old")\nnew = load("a/new")\nunsaved = load("a/unsaved")\n';
    const written = writtenAt(edited, history.known(path)!);
    expect(written(at(edited, 'a/old'))).toBe(Date.parse(THEN));
    expect(written(at(edited, 'a/new'))).toBe(Date.parse(LATER));
    expect(written(at(edited, 'a/unsaved'))).toBeUndefined();
  });

  it('is asked for once, until the file changes', async () => {
    const path = commit('a.py', 'one\n', THEN);
    const history = lineHistory();
    expect(await Promise.all([history.learn(path), history.learn(path)])).toEqual([true, true]);
    expect(await history.learn(path)).toBe(false);
    writeFileSync(path, 'one\ntwo\n');
    expect(await history.learn(path)).toBe(true);
  });

  it('is nothing where there is none: no repository, no commit, no file, no git', async () => {
    const path = join(folder, 'b.py');
    writeFileSync(path, 'one\n');
    const history = lineHistory();
    expect(await history.learn(path)).toBe(false);
    expect(history.known(path)).toBeUndefined();
    expect(await history.learn(join(folder, 'gone.py'))).toBe(false);
    expect(await lineHistory('no-such-git').learn(path)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('runs nothing that the repository names', async () => {
    const trap = join(folder, 'trap.sh');
    const caught = join(folder, 'caught');
    writeFileSync(trap, `#!/bin/sh\ntouch '${caught}'\ncat\n`);
    chmodSync(trap, 0o755);
    const path = commit('a.py', 'one\ntwo\n', THEN);
    writeFileSync(join(folder, '.gitattributes'), '*.py diff=trap filter=trap\n');
    const settings = [
      ...['core.fsmonitor', 'core.pager', 'core.sshCommand', 'core.editor', 'diff.external', 'diff.trap.textconv'],
      ...['diff.trap.command', 'filter.trap.clean', 'filter.trap.smudge', 'filter.trap.process', 'credential.helper'],
    ];
    for (const name of settings) git('config', name, trap);
    git('config', 'core.hooksPath', folder);
    writeFileSync(path, 'one\nchanged\n');
    const history = lineHistory();
    expect(await history.learn(path)).toBe(true);
    expect(existsSync(caught)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')(
    'fetches nothing that a partial clone has not, by whatever program',
    async () => {
      const trap = join(folder, 'trap.sh');
      const caught = join(folder, 'caught');
      writeFileSync(trap, `#!/bin/sh\ntouch '${caught}'\n`);
      chmodSync(trap, 0o755);
      commit('a.py', 'one\n', THEN);
      const blob = execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD:a.py'], { encoding: 'utf8' }).trim();
      const path = commit('a.py', 'one\ntwo\n', LATER);
      rmSync(join(folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), { force: true });
      git('config', 'core.repositoryformatversion', '1');
      git('config', 'extensions.partialClone', 'origin');
      git('config', 'remote.origin.promisor', 'true');
      git('config', 'remote.origin.url', `ext::${trap}`);
      git('config', 'protocol.ext.allow', 'always');
      // As a version of git that knows nothing of GIT_NO_LAZY_FETCH.
      const older = join(folder, 'older-git');
      writeFileSync(older, '#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec git "$@"\n');
      chmodSync(older, 0o755);
      expect(await lineHistory(older).learn(path)).toBe(false);
      expect(existsSync(caught)).toBe(false);
    },
  );

  it('takes a name for a name', async () => {
    const path = commit('--output=x.py', 'one\n', THEN);
    expect(await lineHistory().learn(path)).toBe(true);
    expect(existsSync(join(folder, 'x.py'))).toBe(false);
  });
});

describe('what git says', () => {
  const header = (commit: string) => `${commit.repeat(40)} 1 1 1\n`;

  it('counts the youngest of equal lines', () => {
    const output = `${header('a')}author-time 100\n\tsame\n${header('b')}author-time 200\n\tsame\n${header('a')}\tother\n`;
    expect([...parseBlame(output)]).toEqual([
      ['same', 200_000],
      ['other', 100_000],
    ]);
  });

  it('may be garbage', () => {
    expect(parseBlame('').size).toBe(0);
    expect(parseBlame('\tno commit\nauthor-time x\n').size).toBe(0);
  });
});
