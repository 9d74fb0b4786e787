import { describe, expect, it } from 'vitest';
import { readSuppressions, silencer } from '../../../src/core/rules/suppressions.ts';

const silenced = (text: string, rule: string): number[] => {
  const suppressions = readSuppressions(text);
  return text.split('\n').flatMap((_, line) => (silencer(suppressions)(rule, line) ? [line] : []));
};

describe('suppression comments', () => {
  it.each([
    ['Python and shell', 'load("a/b")  # model-trust: ignore[same-name]'],
    ['C and its kin', 'load("a/b") // model-trust: ignore[same-name]'],
    ['C blocks', 'load("a/b") /* model-trust: ignore[same-name] */'],
    ['HTML and Markdown', '[a](https://huggingface.co/a/b) <!-- model-trust: ignore[same-name] -->'],
    ['batch', 'hf download a/b & rem model-trust: ignore[same-name]'],
    ['INI and Lisp', 'model = a/b ; model-trust: ignore[same-name]'],
    ['SQL and Lua', 'load "a/b" -- model-trust: ignore[same-name]'],
    ['a notebook as it lies on disk', '"load(\\"a/b\\")  # model-trust: ignore[same-name]\\n",'],
  ])('are understood in %s', (_, line) => {
    expect(silenced(`before\n${line}\nafter`, 'same-name')).toEqual([1]);
  });

  it('silence the next line too when they have a line for themselves', () => {
    expect(silenced('one\n  # model-trust: ignore[same-name]\nthree\nfour', 'same-name')).toEqual([1, 2]);
  });

  it('name several rules, and no other', () => {
    const line = 'x  # model-trust: ignore[same-name, remote-code] because we read it';
    expect(silenced(line, 'same-name')).toEqual([0]);
    expect(silenced(line, 'remote-code')).toEqual([0]);
    expect(silenced(line, 'unsafe-load')).toEqual([]);
  });

  it.each(['x = "model-trust: ignore[same-name]"', '# model-trust: ignored', '# ignore[same-name]'])(
    'are not seen in %s',
    line => {
      expect(readSuppressions(line)).toEqual([]);
    },
  );

  it('without a rule silence nothing, and can be told of', () => {
    expect(silenced('x  # model-trust: ignore same-name', 'same-name')).toEqual([]);
    expect(readSuppressions('x  # model-trust: ignore')[0]!.rules).toEqual([{ id: '', span: { start: 18, end: 24 } }]);
  });

  it('know where each rule is named', () => {
    const text = 'x  # model-trust: ignore[ same-name,bogus ]';
    const spans = readSuppressions(text).flatMap(s => s.rules.map(rule => text.slice(rule.span.start, rule.span.end)));
    expect(spans).toEqual(['same-name', 'bogus']);
  });
});
