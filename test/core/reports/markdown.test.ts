import { expect, test } from 'vitest';
import { scanMarkdown } from '../../../src/core/reports/markdown.ts';
import { assessment, reportOn } from './samples.ts';

test('a scan as the comment of a pull request', () => {
  const report = {
    ...reportOn(
      'src/a.py',
      'load("‹org/name›")',
      { message: '`org/name` looks like `org/names`. Use that.', id: 'org/name' },
      { severity: 'error' },
      { severity: 'hint' },
      { suppressed: true },
    ),
    repos: new Map([['models/org/name', assessment()]]),
    skipped: [{ path: 'b.py', why: 'a binary file' }],
  };
  expect(scanMarkdown(report)).toBe(`### Model Trust

**1 error, 1 warning**

- **error** \`src/a.py:1\` This is wrong\\. (\`some-rule\`)
- **warning** \`src/a.py:1\` \`org/name\` looks like \`org/names\`\\. Use that\\. (\`some-rule\`)

Read 1 file with 0 references to 1 repo. Not shown: 1 hint. Not read: 1 path. Not checked: publisher \\(offline\\).
`);
});

test.each([
  ['an image', '![x](https://evil.example/pixel.png)'],
  ['a tag', '<img src=x onerror=alert(1)>'],
  ['a link that needs no brackets', 'see https://evil.example and www.evil.example'],
  ['a new line', 'one\n\n# two'],
  ['a mention', 'thanks @somebody'],
  ['the end of the code', '` ![x](y)'],
  ['text that runs backwards', '\u202eabc'],
])('a stranger cannot bring in %s', (_name, words) => {
  const [item = ''] = scanMarkdown(reportOn('a.py', '‹x›', { message: words }))
    .split('\n')
    .filter(line => line.startsWith('- '));
  expect(item).toMatch(/ \(`some-rule`\)$/);
  // What stands in code spans is shown as it is; nothing of the rest may be markup.
  const outside = item.slice('- **warning** `a.py:1` '.length).replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
  expect(outside).not.toMatch(/(?<!\\)[[\]!<>]|https?:\/\/|@\w|\u202e/);
  expect(outside).not.toMatch(/(?:^|[^\\])www\./);
});

test('a long list ends, and says so', () => {
  const text = scanMarkdown(reportOn('a.py', '‹x›', ...Array.from({ length: 130 }, () => ({}))));
  expect(text.match(/^- /gm)).toHaveLength(100);
  expect(text).toContain('30 more are not shown.');
  expect(text.length).toBeLessThan(65_536);
});
