import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isWorthReading } from '../../../src/core/references/prefilter.ts';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { marked, withMarks } from './marked.ts';

/** Small programs, parted by `---`: each with its ids between marks, and nothing else that is one. */
const pictures = readFileSync(new URL('pythonPictures.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n---\n');

test.each(pictures.map(each => [each]))('%s', picture => {
  const { text, spans } = marked(picture);
  const { references } = readPython(text);
  expect(
    withMarks(
      text,
      references.map(each => each.span),
    ),
  ).toBe(picture);
  if (spans.length > 0) expect(isWorthReading('python', text)).toBe(true);
});
