import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/core/readDocument.ts';
import { parsePython } from '../../../src/core/syntax/pythonTree.ts';

const nested = (levels: number) => `x = ${'exec('.repeat(levels)}1${')'.repeat(levels)}\n`;

describe('Python nested beyond reading', () => {
  it('costs its own statement, not the file', () => {
    const text = `from transformers import AutoModel\nAutoModel.from_pretrained("org-a/name-1")\n${nested(20_000)}`;
    const { references, hazards } = readDocument({ path: 'a.py', language: 'python', text });
    expect(references.map(({ id }) => id)).toEqual(['org-a/name-1']);
    expect(hazards).toMatchObject([{ type: 'script', behaviour: 'nested-beyond-reading', strength: 3 }]);
  });

  it('begins where nobody writes', () => {
    expect(parsePython(nested(100)).chunks.some(({ statement }) => statement.isTooDeep)).toBe(false);
    expect(parsePython(nested(600)).chunks.some(({ statement }) => statement.isTooDeep)).toBe(true);
  });

  it('is not made of brackets in strings', () => {
    const smileys = Array.from({ length: 2000 }, () => '    def f(self):\n        return ":-("\n').join('');
    expect(parsePython(`class A:\n${smileys}`).chunks.some(({ statement }) => statement.isTooDeep)).toBe(false);
  });
});
