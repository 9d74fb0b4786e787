import { describe, expect, test } from 'vitest';
import { PYTHON_LOADERS } from '../../../src/core/references/catalogue/pythonLoaders.ts';
import { readCells } from '../../../src/core/references/notebook/readNotebook.ts';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { readReferences } from '../../../src/core/references/readReferences.ts';
import type { Reference } from '../../../src/core/references/reference.ts';
import { marked } from './marked.ts';
import { COMMIT, pinned } from './pinned.ts';

/** Every reference that can be pinned names the same repo at that commit afterwards, and nothing else changed its id. */
function expectPinnable(text: string, read: (text: string) => readonly Reference[]): number {
  const before = read(text);
  let count = 0;
  before.forEach((reference, index) => {
    const after = pinned(text, reference);
    if (after === undefined) return;
    count++;
    const again = read(after);
    expect(again.map(each => each.id)).toEqual(before.map(each => each.id));
    expect(again[index]).toMatchObject({ id: reference.id, revision: { state: 'known', value: COMMIT } });
  });
  return count;
}

const readText = (text: string) => readPython(text).references;

/** The text with its only pinnable reference pinned, the commit written short. */
function pin(text: string, id?: string): string | undefined {
  const reference = readText(text).find(each => id === undefined || each.id === id)!;
  expectPinnable(text, readText);
  return pinned(text, reference)?.replaceAll(COMMIT, 'C');
}

test.each(PYTHON_LOADERS.map(row => [row.callee, row] as const))('the example of %s', (_, row) => {
  expectPinnable(marked(row.example).text, readText);
});

const become = (pictures: readonly (readonly [string, string | undefined])[]) =>
  test.each(pictures)('%s', (before, after) => expect(pin(before)).toBe(after));

const stay = (pictures: readonly string[]) => test.each(pictures)('%s', text => expect(pin(text)).toBeUndefined());

describe('a revision is added behind the last argument', () => {
  become([
    ['AutoModel.from_pretrained("a/b")', 'AutoModel.from_pretrained("a/b", revision="C")'],
    ["AutoModel.from_pretrained('a/b')", "AutoModel.from_pretrained('a/b', revision='C')"],
    ['AutoModel.from_pretrained("a/b",)', 'AutoModel.from_pretrained("a/b", revision="C",)'],
    [
      'AutoModel.from_pretrained(\n    "a/b",\n    device_map="auto",  # all of them\n)',
      'AutoModel.from_pretrained(\n    "a/b",\n    device_map="auto", revision="C",  # all of them\n)',
    ],
    ['AutoModel.from_pretrained(("a/b"))', 'AutoModel.from_pretrained(("a/b"), revision="C")'],
    ['AutoModel.from_pretrained("a/b" # why\n  \n)', 'AutoModel.from_pretrained("a/b", revision="C" # why\n  \n)'],
    ['AutoModel.from_pretrained("a/b", *rest)', 'AutoModel.from_pretrained("a/b", *rest, revision="C")'],
    ['AutoModel.from_pretrained("""a/b""")', 'AutoModel.from_pretrained("""a/b""", revision="C")'],
    [
      'kw = {"device_map": "auto"}\nAutoModel.from_pretrained("a/b", **kw)',
      'kw = {"device_map": "auto"}\nAutoModel.from_pretrained("a/b", **kw, revision="C")',
    ],
    [
      'kw = dict(repo_id="a/b")\nhf_hub_download(**kw)',
      'kw = dict(repo_id="a/b")\nhf_hub_download(**kw, revision="C")',
    ],
    ['d = dict(type=load_dataset, path="a/b")', 'd = dict(type=load_dataset, path="a/b", revision="C")'],
    [
      'from functools import partial\nload = partial(AutoModel.from_pretrained, "a/b")',
      'from functools import partial\nload = partial(AutoModel.from_pretrained, "a/b", revision="C")',
    ],
    [
      'from functools import partial\nload = partial(AutoModel.from_pretrained, revision="main")\nload("a/b")',
      'from functools import partial\nload = partial(AutoModel.from_pretrained, revision="main")\nload("a/b", revision="C")',
    ],
    [
      'M = "a/b"\nAutoModel.from_pretrained(M)\nAutoTokenizer.from_pretrained(M, revision="main")',
      'M = "a/b"\nAutoModel.from_pretrained(M, revision="C")\nAutoTokenizer.from_pretrained(M, revision="C")',
    ],
    [
      'from vllm import LLM\nLLM(model, tokenizer="a/b")',
      'from vllm import LLM\nLLM(model, tokenizer="a/b", tokenizer_revision="C")',
    ],
    [
      'HuggingFaceEmbeddings(model_name="a/b")',
      'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={"revision": "C"})',
    ],
    [
      'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={"device": "cpu"})',
      'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={"device": "cpu", "revision": "C"})',
    ],
    [
      'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={})',
      'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={"revision": "C"})',
    ],
  ]);
});

describe('a command that a program starts takes its flag where the words are', () => {
  become([
    [
      'subprocess.check_call(["vllm", "serve", "a/b"])',
      'subprocess.check_call(["vllm", "serve", "a/b", "--revision", "C"])',
    ],
    [
      'M = "a/b"\nsubprocess.check_call(["vllm", "bench", "latency", f"--model={M}", "--x"])',
      'M = "a/b"\nsubprocess.check_call(["vllm", "bench", "latency", f"--model={M}", "--revision", "C", "--x"])',
    ],
    [
      'M = "a/b"\nos.system(f"vllm serve {M} --port 80")',
      'M = "a/b"\nos.system(f"vllm serve {M} --revision C --port 80")',
    ],
    [
      'M = "a/b"\nos.system("vllm serve " + M + " --port 80")',
      'M = "a/b"\nos.system("vllm serve " + M + " --revision C --port 80")',
    ],
    ['os.system("vllm serve a/b")', 'os.system("vllm serve a/b --revision C")'],
    ['M = "a/b"\nos.system("vllm serve " + M)', undefined],
    ['M = "a/b"\nos.system(f"vllm serve {M}")', undefined],
    ['subprocess.check_call(["python", "download-model.py", "a/b"])', undefined],
  ]);
});

describe('a revision that is there is replaced', () => {
  become([
    ['AutoModel.from_pretrained("a/b", revision="main")', 'AutoModel.from_pretrained("a/b", revision="C")'],
    ['AutoModel.from_pretrained("a/b", revision=None)', 'AutoModel.from_pretrained("a/b", revision="C")'],
    ['AutoModel.from_pretrained("a/b", revision="ma" "in")', 'AutoModel.from_pretrained("a/b", revision="C")'],
    [
      'R = "main"\nAutoModel.from_pretrained("a/b", revision=R)',
      'R = "main"\nAutoModel.from_pretrained("a/b", revision="C")',
    ],
    [
      'import timm\ntimm.create_model("hf-hub:a/b@main", pretrained=True)',
      'import timm\ntimm.create_model("hf-hub:a/b@C", pretrained=True)',
    ],
    ['import timm\ntimm.create_model("hf-hub:a/b")', 'import timm\ntimm.create_model("hf-hub:a/b@C")'],
    ['u = "https://huggingface.co/a/b/resolve/main/x.bin"', 'u = "https://huggingface.co/a/b/resolve/C/x.bin"'],
    ['pd.read_parquet("hf://datasets/a/b/x.parquet")', 'pd.read_parquet("hf://datasets/a/b@C/x.parquet")'],
    [
      'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={"revision": "v1"})',
      'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={"revision": "C"})',
    ],
    [
      'P.from_single_file("https://huggingface.co/a/b/blob/main/x.safetensors")',
      'P.from_single_file("https://huggingface.co/a/b/blob/main/x.safetensors", revision="C")',
    ],
    ['f(attn_implementation="a/b:fwd")', 'f(attn_implementation="a/b@C:fwd")'],
  ]);
});

describe('wrappers of the file take the revision where they hand it on', () => {
  become([
    [
      'def load(n, r=None):\n    return AutoModel.from_pretrained(n, revision=r)\nload("a/b")',
      'def load(n, r=None):\n    return AutoModel.from_pretrained(n, revision=r)\nload("a/b", r="C")',
    ],
    [
      'def load(n, r=None):\n    return AutoModel.from_pretrained(n, revision=r)\nload("a/b", "v1")',
      'def load(n, r=None):\n    return AutoModel.from_pretrained(n, revision=r)\nload("a/b", "C")',
    ],
    [
      'def load(n, **kw):\n    return AutoModel.from_pretrained(n, **kw)\nload("a/b")',
      'def load(n, **kw):\n    return AutoModel.from_pretrained(n, **kw)\nload("a/b", revision="C")',
    ],
  ]);
});

describe('no edit where it would be wrong', () => {
  stay([
    'AutoModel.from_pretrained("a/b", **kwargs)',
    'AutoModel.from_pretrained("a/b", revision=revision)',
    'kw = {"revision": "v1"}\nAutoModel.from_pretrained("a/b", **kw)\nAutoModel.from_pretrained("c/d", **kw)',
    'AutoModel.from_pretrained("a/b"',
    'def load(n):\n    return AutoModel.from_pretrained(n)\nload("a/b")',
    'AutoModel.from_pretrained("a/b" if small else "c/d")',
    'for m in ("a/b", "c/d"):\n    AutoModel.from_pretrained(m)',
    'def load(n="a/b"):\n    return AutoModel.from_pretrained(n)',
    'AutoModel.from_pretrained(os.getenv("MODEL", "a/b"))',
    'from transformers import pipeline\npipeline("ner", "a/b", tokenizer="c/d")',
    'InferenceClient("a/b")',
    'from trl import SFTTrainer\nSFTTrainer("a/b")',
    'M = "a/b"\nAutoModel.from_pretrained(M)\nAutoModel.from_pretrained(M, **kwargs)',
  ]);
});

describe('cells and blocks', () => {
  const cells = (...texts: string[]) => readCells(texts.map(text => ({ text, language: 'python' }))).cells;

  test('a load is pinned in its own cell', () => {
    const [cell] = cells('AutoModel.from_pretrained("a/b")');
    expect(pinned('AutoModel.from_pretrained("a/b")', cell!.references[0]!)).toContain(`, revision="${COMMIT}")`);
  });

  test('a constant whose load stands in another cell is not: one edit changes one cell', () => {
    const [cell] = cells('M = "a/b"\nAutoTokenizer.from_pretrained(M)', 'AutoModel.from_pretrained(M)');
    expect(cell!.references[0]).toMatchObject({ id: 'a/b', pins: [] });
  });

  test.each([
    [
      'notebook',
      JSON.stringify({
        cells: [{ cell_type: 'code', source: ['f = 1\n', 'AutoModel.from_pretrained(\n', '  "a/b",\n', ')'] }],
      }),
    ],
    ['markdown', '> ```python\n> AutoModel.from_pretrained(\n>     "a/b"\n> )\n> ```\n'],
    ['shell', `python -c "AutoModel.from_pretrained('a/b')"\n`],
    ['shell', `python - <<'EOF'\nAutoModel.from_pretrained("a/b")\nEOF\n`],
  ] as const)('%s', (language, text) => {
    expect(expectPinnable(text, each => readReferences({ path: 'x', language, text: each }).references)).toBe(1);
  });
});
