import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/core/readDocument.ts';

const notebook = (...cells: { type: string; source: string[] }[]) =>
  JSON.stringify(
    {
      cells: cells.map(({ type, source }) => ({ cell_type: type, metadata: {}, source })),
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  );

describe('a notebook on the disk', () => {
  const text = notebook(
    { type: 'markdown', source: ['# "Setup"\n', 'Before you start, disable your antivirus.\n'] },
    { type: 'code', source: ['token = "hf_QmVx7RkLp2TzWc9YdNf4HsJb8GaKe3UiXo"\n'] },
  );
  const { hazards } = readDocument({ path: 'a.ipynb', language: 'notebook', text });

  it('tells what its cells tell, at the place in the file and in the cell', () => {
    const told = hazards.find(hazard => hazard.type === 'instruction')!;
    expect(text.slice(told.span.start, told.span.end)).toContain('disable your antivirus');
    expect(told.cell).toEqual({ index: 0, line: 2, column: expect.any(Number) });
  });

  it('names a token once', () => {
    expect(hazards.filter(hazard => hazard.type === 'leaked-token')).toHaveLength(1);
  });
});

describe('a document with characters that nobody sees', () => {
  it('is read as its reader sees it', () => {
    const text = 'Before you start, dis\u200bable your anti\u00advirus.\n';
    const [told] = readDocument({ path: 'README.md', language: 'markdown', text }).hazards;
    expect(told).toMatchObject({ type: 'instruction', family: 'security-off' });
    expect(text.slice(told!.span.start, told!.span.end)).toBe('dis\u200bable your anti\u00advirus');
  });
});

describe('a file called as the policy', () => {
  const read = (text: string) => readDocument({ path: 'app/model-trust.yaml', language: 'yaml', text });
  const entries =
    'blocked:\n  - repo: EleutherAI/gpt-j-6b\n    reason: see https://huggingface.co/EleutherAI/gpt-j-6b\n    date: 2026-01-01\n';

  it('names in its entries whom it judges, which loads nothing', () => {
    expect(readDocument({ path: 'app/other.yaml', language: 'yaml', text: entries }).references).not.toEqual([]);
    expect(read(entries).references).toEqual([]);
  });

  it('is read beyond its entries, and for tokens', () => {
    const address = 'https://huggingface.co/openai/whisper-large-v3';
    const { references, hazards } = read(`${entries}model: ${address}\ntoken: hf_QmVx7RkLp2TzWc9YdNf4HsJb8GaKe3UiXo\n`);
    expect(references.map(({ id }) => id)).toEqual(['openai/whisper-large-v3']);
    expect(hazards.map(({ type }) => type)).toEqual(['leaked-token']);
  });
});
