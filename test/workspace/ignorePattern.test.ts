import { describe, expect, test } from 'vitest';
import { matchesPattern, readIgnorePattern } from '../../src/workspace/ignorePattern.ts';
import { processorTime } from '../support/processorTime.ts';

const matches = (line: string, path: string): boolean => {
  const pattern = readIgnorePattern(line);
  const isDirectory = path.endsWith('/');
  return pattern !== undefined && matchesPattern(pattern, path.replace(/\/$/, '').split('/'), isDirectory);
};

describe('a line of .gitignore', () => {
  test.each([
    // line, what it matches, what it does not
    ['*.log', 'a.log deep/er/b.log .log', 'a.logs log'],
    ['/top.py', 'top.py', 'a/top.py'],
    ['docs/*.md', 'docs/a.md', 'a/docs/a.md docs/a/b.md'],
    ['build/', 'build/ a/build/', 'build'],
    ['a/**/z', 'a/z a/b/z a/b/c/z', 'a/bz z'],
    ['**/z', 'z a/z a/b/z', 'az'],
    ['a/**', 'a/b a/b/c', 'a/ a'],
    ['a**z', 'az a-z x/abz', 'a/z'],
    ['?.py', 'a.py', '.py ab.py'],
    ['[a-c]x[!0-9]', 'axz bxx', 'dxz ax1'],
    ['[]a]', '] a', 'b'],
    ['[[:digit:]_]', '7 _', 'a'],
    ['[unclosed', '', '[unclosed u'],
    ['[z-a]', '', 'a z -'],
    ['\\#not-a-comment', '#not-a-comment', ''],
    ['\\!bang', '!bang', 'bang'],
    ['# comment', '', '# comment'],
    ['trailing   ', 'trailing', 'trailing   '],
    ['kept\\ ', 'kept ', 'kept'],
    ['windows\r', 'windows', ''],
  ])('%j', (line, yes, no) => {
    // A file name with spaces at its end cannot stand in a list that spaces part.
    const words = (text: string) =>
      text.includes('  ') || text.startsWith('#') || text.endsWith(' ') ? [text] : text.split(' ');
    for (const path of words(yes).filter(Boolean)) expect(matches(line, path), `matches ${path}`).toBe(true);
    for (const path of words(no).filter(Boolean)) expect(matches(line, path), `does not match ${path}`).toBe(false);
  });

  test('a pattern made to hang a backtracking matcher is answered at once', () => {
    const took = processorTime(() => {
      expect(matches(`${'*a'.repeat(60)}*b`, 'a'.repeat(255))).toBe(false);
      expect(matches(`${'**/a/'.repeat(60)}b`, Array(200).fill('a').join('/'))).toBe(false);
    });
    expect(took).toBeLessThan(500);
  });
});
