import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { marked } from './marked.ts';

const programs = readFileSync(new URL('pythonPictures.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n---\n')
  .map(picture => marked(picture).text);

/** A dozen files, as long as people write them. */
const files = Array.from({ length: 12 }, (_, index) =>
  programs.filter((_, place) => place % 12 === index).join('\n\n\n'),
);

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1;

const found = (text: string) =>
  readPython(text).references.map(({ id, span }) => ({ id, line: lineOf(text, span.start) }));

/** The same numbers on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state % below;
  };
}

/** One of the characters, left out of the line. */
function without(characters: RegExp, line: string, next: (below: number) => number): string | undefined {
  const places = [...line.matchAll(characters)].map(match => match.index);
  if (places.length === 0) return undefined;
  const at = places[next(places.length)]!;
  return line.slice(0, at) + line.slice(at + 1);
}

type Damage = (line: string, next: (below: number) => number) => string | undefined;

const DAMAGES: readonly (readonly [string, number, Damage])[] = [
  ['cut short', 0.95, (line, next) => (line.length > 3 ? line.slice(0, next(line.length)) : undefined)],
  ['without a parenthesis', 0.9, (line, next) => without(/[()]/g, line, next)],
  ['without a bracket', 0.9, (line, next) => without(/[[\]{}]/g, line, next)],
  ['without a quote', 0.9, (line, next) => without(/["']/g, line, next)],
];

test.each(DAMAGES)('a line %s keeps the findings of other lines', (_, least, damage) => {
  const next = numbers(7);
  let kept = 0;
  let expected = 0;
  for (const text of files) {
    const before = found(text);
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const typed = damage(line, next);
      if (typed === undefined) continue;
      const after = found([...lines.slice(0, index), typed, ...lines.slice(index + 1)].join('\n'));
      const others = before.filter(each => each.line !== index);
      expected += others.length;
      kept += others.filter(each => after.some(one => one.id === each.id && one.line === each.line)).length;
    }
  }
  expect(expected).toBeGreaterThan(200);
  expect(kept / expected).toBeGreaterThan(least);
});
