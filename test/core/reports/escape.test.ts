import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, markdown, messageMarkdown, messageText, visible } from '../../../src/core/reports/escape.ts';

describe('visible', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '\\u{001b}[31mred\\u{001b}[0m'],
    ['gpt\u202e4', 'gpt\\u{202e}4'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['one\r\ntwo\tthree', 'one two three'],
    ['\u{e0041}', '\\u{e0041}'],
    ['schön 模型', 'schön 模型'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

describe('markdown', () => {
  it('leaves nothing that a renderer could act on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const escaped = markdown(text);
        expect(escaped.replace(/\\[^\w\s]|&(amp|lt|gt|#\d+);/g, '')).not.toMatch(/[<>`*[\]@:/&]/);
      }),
    );
  });

  it.each([
    '[x](command:evil)',
    '<img src=x>',
    '![x](https://x)',
    'https://evil.example',
    'a@b.example',
    '**b**',
    '# h',
    '| a |',
  ])('%s stays text', text => {
    const shown = markdown(text)
      .replace(/\\(.)/g, '$1')
      .replace(/&#(\d+);/g, (_, n: string) => String.fromCharCode(Number(n)));
    expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(text);
  });
});

describe('codeSpan', () => {
  it('cannot be left by its content', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '<') }), text => {
        const span = codeSpan(text);
        const fence = /^`+/.exec(span)![0];
        expect(span.endsWith(fence)).toBe(true);
        const inside = span.slice(fence.length, -fence.length);
        expect([...inside.matchAll(/`+/g)].some(run => run[0].length === fence.length)).toBe(false);
      }),
    );
  });
});

describe('messages', () => {
  it('quote in code spans and escape the rest', () => {
    expect(messageMarkdown('`org/na*me` looks like <b>')).toBe('`org/na*me` looks like &lt;b&gt;');
  });
  it('lose their backticks as text', () => {
    expect(messageText('`org/name` is \u001b[0m here')).toBe('org/name is \\u{001b}[0m here');
  });
});
