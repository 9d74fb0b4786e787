import { describe, expect, test } from 'vitest';
import { PYTHON_LOADERS } from '../../../src/core/references/catalogue/pythonLoaders.ts';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { marked, withMarks } from './marked.ts';

describe('every row of the catalogue reads its own example', () => {
  test.each(PYTHON_LOADERS.map(row => [row.callee, row] as const))('%s', (_, row) => {
    const { text } = marked(row.example);
    const { references } = readPython(text);
    expect(
      withMarks(
        text,
        references.map(each => each.span),
      ),
    ).toBe(row.example);
    const kinds = new Set<string>(row.ids.map(id => id.kind));
    for (const reference of references) {
      expect(text.slice(reference.span.start, reference.span.end)).toBe(reference.id);
      if (!/datasets\/|spaces\//.test(text)) expect(kinds).toContain(reference.kind);
    }
  });
});
