import { describe, expect, test } from 'vitest';
import { readCells, readNotebookFile } from '../../../src/core/references/notebook/readNotebook.ts';
import { marked, withMarks } from './marked.ts';

const cell = (text: string, language: 'python' | 'markdown' | 'shell' = 'python') => ({ text, language });

const found = (pictures: readonly string[]) => {
  const texts = pictures.map(picture => marked(picture).text);
  const { cells } = readCells(texts.map(text => cell(text)));
  return texts.map((text, index) =>
    withMarks(
      text,
      cells[index]!.references.map(each => each.span),
    ),
  );
};

const same = (notebooks: readonly (readonly string[])[]) =>
  test.each(notebooks.map(each => [each]))('%j', cells => expect(found(cells)).toEqual(cells));

describe('cells of an editor', () => {
  same([
    ['name = "‹google/gemma-2b›"', 'from transformers import AutoModel', 'm = AutoModel.from_pretrained(name)'],
    ['!hf download ‹google/gemma-2b›\nx = AutoModel.from_pretrained("‹google/gemma-7b›")'],
    ['%pip install git+https://huggingface.co/‹google/gemma-2b›'],
    ['%%bash\nvllm serve ‹google/gemma-2b›'],
    ['%%capture out\n!huggingface-cli download \\\n  ‹google/gemma-2b›'],
    ['%%time\nm = AutoModel.from_pretrained("‹google/gemma-2b›")'],
    ['%time m = AutoModel.from_pretrained("‹google/gemma-2b›")'],
    ['%run run_glue.py --model_name_or_path ‹bert-base-cased› --gaudi_config_name ‹Habana/bert-base-cased›'],
    ['%env MODEL_ID=‹google/gemma-2b›'],
    ['if x:\n    !hf download ‹google/gemma-2b›\nelse:\n    AutoModel.from_pretrained("‹google/gemma-7b›")'],
    ['out = !hf download ‹google/gemma-2b›'],
    ['%%writefile run.py\nAutoModel.from_pretrained("‹google/gemma-2b›")'],
    ['%%html\n<b>AutoModel.from_pretrained("google/gemma-2b")</b>'],
    ['x = 5 % 3\nif a != b: pass\nprint("100%" % x)\nAutoModel.from_pretrained("‹google/gemma-2b›")'],
    ['def broken(', 'AutoModel.from_pretrained("‹google/gemma-2b›")'],
  ]);

  test('a flag from another cell keeps its value', () => {
    const { cells } = readCells([cell('REV = "abc"'), cell('AutoModel.from_pretrained("a/b", revision=REV)')]);
    expect(cells[1]!.references[0]).toMatchObject({
      revision: { state: 'known', value: 'abc', span: { start: 27, end: 30 } },
    });
  });

  test('markdown cells are documents', () => {
    const { cells } = readCells([cell('[x](https://huggingface.co/a/b)', 'markdown')]);
    expect(cells[0]!.references[0]).toMatchObject({ id: 'a/b', link: true });
  });
});

describe('the file', () => {
  const file = (cells: readonly object[], more = {}) =>
    JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5, ...more }, undefined, 1);
  const code = (...source: string[]) => ({ cell_type: 'code', source, outputs: [], metadata: {} });

  test('spans count in the file, cells in the cell', () => {
    const text = file([
      { cell_type: 'markdown', source: 'x' },
      code('import os\n', 'm = AutoModel.from_pretrained(\n', '  \'google/gemma-2b\', revision="v1")\n'),
    ]);
    const { references } = readNotebookFile(text);
    expect(references).toHaveLength(1);
    const { span, cell: at, revision } = references[0]!;
    expect(text.slice(span.start, span.end)).toBe('google/gemma-2b');
    expect(at).toEqual({ index: 1, line: 3, column: 3 });
    expect(revision.state === 'known' && text.slice(revision.span.start, revision.span.end)).toBe('v1');
  });

  test('quotes are escaped in the file', () => {
    const text = file([code('AutoModel.from_pretrained("google/gemma-2b")  # "é"')]);
    const { span } = readNotebookFile(text).references[0]!;
    expect(text.slice(span.start, span.end)).toBe('google/gemma-2b');
  });

  test('outputs and metadata are never read', () => {
    const output = {
      output_type: 'stream',
      text: ['AutoModel.from_pretrained("google/gemma-2b") https://huggingface.co/a/b'],
    };
    const text = file([{ ...code('1'), outputs: [output] }], { metadata: { widgets: 'https://huggingface.co/a/b' } });
    expect(readNotebookFile(text).references).toEqual([]);
  });

  test('the edit of an unsafe load is escaped like the file', () => {
    const text = file([code('import torch\n', 'torch.load("x.pt")')]);
    expect(readNotebookFile(text).codeHazards[0]).toMatchObject({
      type: 'unsafe-load',
      cell: { index: 0, line: 2, column: 0 },
    });
  });

  test.each(['', '{', '[]', '{"cells": 5}', '{"cells": [5, {"cell_type": "code"}]}', '['.repeat(100_000)])(
    'garbage %#',
    text => {
      expect(readNotebookFile(text).references).toEqual([]);
    },
  );
});
