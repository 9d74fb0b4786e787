import { describe, expect, test } from 'vitest';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { marked, withMarks } from './marked.ts';

/** Reads the text without its marks, and marks what was found. */
const found = (picture: string) => {
  const { text } = marked(picture);
  return withMarks(
    text,
    readPython(text).references.map(each => each.span),
  );
};

const only = (text: string) => {
  const { references } = readPython(text);
  expect(references).toHaveLength(1);
  return references[0]!;
};

const same = (pictures: readonly string[]) =>
  test.each(pictures.map(each => [each]))('%s', picture => expect(found(picture)).toBe(picture));

describe('imports and names', () => {
  same([
    'from transformers import AutoModel as AM\nAM.from_pretrained("‹gpt2›")',
    "import transformers as t\nt.AutoModel.from_pretrained('‹google/gemma-2b›')",
    'def f():\n    from transformers import pipeline as make\n    return make(model="‹google/gemma-2b›")',
    'from transformers import AutoModel, AutoConfig\ncls = AutoConfig if x else AutoModel\ncls.from_pretrained("‹gpt2›")',
    'from peft import PeftModel\nPeftModel.from_pretrained(base, "‹tloen/alpaca-lora-7b›", adapter_name="a/b")',
    'load = AutoModel.from_pretrained\nload("‹google/gemma-2b›")',
    'from functools import partial\nload = partial(AutoModel.from_pretrained, "‹google/gemma-2b›")',
    'from transformers import pipeline\npipeline("text-generation")',
    'from transformers import pipeline\npipeline("text-classification", "‹gpt2›", tokenizer="‹google/gemma-2b›")',
    'try:\n    from modelscope import snapshot_download\nexcept ImportError:\n    from huggingface_hub import snapshot_download\nsnapshot_download("‹google/gemma-2b›")',
  ]);
});

describe('other hubs, local paths and placeholders stay silent', () => {
  same([
    'from modelscope import AutoModel, snapshot_download\nAutoModel.from_pretrained("qwen/Qwen-7B")\nsnapshot_download("qwen/Qwen-7B")',
    'import torch\ntorch.hub.load("pytorch/vision", "resnet18")',
    'AutoModel.from_pretrained("./google/gemma-2b")',
    'AutoModel.from_pretrained("/opt/ml/model")',
    'AutoModel.from_pretrained("checkpoints/last")',
    'AutoModel.from_pretrained("a/b/c")',
    'AutoModel.from_pretrained("your-username/my-model")',
    'AutoModel.from_pretrained("<org>/<name>")',
    'from datasets import load_dataset\nload_dataset("csv", data_files="a/b.csv")',
    'model.save_pretrained("google/gemma-2b")',
    'x = "google/gemma-2b"',
    'AutoModel.from_pretrained(f"google/{name}")',
    'from openai import OpenAI\nOpenAI().chat.completions.create(model="openai/gpt-4o")',
  ]);
});

describe('constants reach their loader', () => {
  same([
    'MODEL = "‹google/gemma-2b›"\nAutoModel.from_pretrained(MODEL)\nAutoTokenizer.from_pretrained(MODEL)',
    'class C:\n    NAME = "‹google/gemma-2b›"\n    def go(self):\n        return AutoModel.from_pretrained(self.NAME)',
    'class C:\n    def __init__(self, name="‹google/gemma-2b›"):\n        self.name = name\n    def go(self):\n        return AutoModel.from_pretrained(self.name)',
    'def go(name: str = "‹google/gemma-2b›"):\n    return AutoModel.from_pretrained(name)',
    '@dataclass\nclass Args:\n    model: str = field(default="‹google/gemma-2b›", metadata={"help": "a/b"})\nAutoModel.from_pretrained(args.model)',
    'p.add_argument("--base-model", default="‹google/gemma-2b›", help="like a/b")\na = p.parse_args()\nAutoModel.from_pretrained(a.base_model)',
    '@click.option("--model", default="‹google/gemma-2b›")\ndef main(model):\n    AutoModel.from_pretrained(model)',
    'AutoModel.from_pretrained(os.getenv("MODEL", "‹google/gemma-2b›"))',
    'AutoModel.from_pretrained(os.environ.get("MODEL", "‹google/gemma-2b›"))',
    'AutoModel.from_pretrained(name or "‹google/gemma-2b›")',
    'AutoModel.from_pretrained("‹google/gemma-2b›" if small else "‹google/gemma-7b›")',
    'M = {"small": "‹google/gemma-2b›", "large": "‹google/gemma-7b›"}\nAutoModel.from_pretrained(M[size])',
    'C = {"model": "‹google/gemma-2b›", "out": "google/other"}\nAutoModel.from_pretrained(C["model"])',
    'C = dict(model="‹google/gemma-2b›")\nAutoModel.from_pretrained(C["model"])',
    'for m in ["‹google/gemma-2b›", "‹gpt2-medium›"]:\n    AutoModel.from_pretrained(m)'.replace(
      '‹gpt2-medium›',
      '‹google/gemma-7b›',
    ),
    'M = {"a": "‹google/gemma-2b›"}\nfor k, v in M.items():\n    AutoModel.from_pretrained(v)',
    'models = [AutoModel.from_pretrained(m) for m in ("‹google/gemma-2b›", "‹google/gemma-7b›")]',
    'def load(name):\n    return AutoModel.from_pretrained(name)\nload("‹google/gemma-2b›")\nload(name="‹google/gemma-7b›")',
    'class Embedder:\n    def __init__(self, name):\n        self.m = SentenceTransformer(name)\nEmbedder("‹google/gemma-2b›")',
    'a, b = "‹google/gemma-2b›", "x/y"\nAutoModel.from_pretrained(a)',
    'class M(Enum):\n    SMALL = "‹google/gemma-2b›"\nAutoModel.from_pretrained(M.SMALL.value)',
  ]);
});

describe('strings', () => {
  same([
    'AutoModel.from_pretrained(f"‹google/gemma-2b›")',
    'AutoModel.from_pretrained(r"‹google/gemma-2b›")',
    'AutoModel.from_pretrained("""‹google/gemma-2b›""")',
    'AutoModel.from_pretrained(\n  "‹google/" "gemma-2b›"\n)',
    'AutoModel.from_pretrained("‹google\\x2fgemma-2b›")',
    '# see https://huggingface.co/‹google/gemma-2b›.',
    'U = "https://huggingface.co/‹google/gemma-2b›/resolve/main/a.bin"',
    'd = f"hf://datasets/‹google/data-set›@v1/{name}.parquet"',
    'u = f"https://huggingface.co/google/{name}"',
    'u = "https://huggingface.co/docs/transformers"',
  ]);
});

describe('attributes', () => {
  test('flags and revisions, through constants', () => {
    const text =
      'REV = "abc"\nAutoModel.from_pretrained("a/b", revision=REV, trust_remote_code=True, use_safetensors=flag)';
    expect(only(text)).toMatchObject({
      id: 'a/b',
      api: 'AutoModel.from_pretrained',
      revision: { state: 'known', value: 'abc', span: { start: 7, end: 10 } },
      trustRemoteCode: { state: 'known', value: true },
      useSafetensors: { state: 'unknown' },
      codeRevision: { state: 'absent' },
    });
  });

  test('a spread of unknown keywords leaves everything unknown', () => {
    expect(only('AutoModel.from_pretrained("a/b", **kwargs)')).toMatchObject({
      revision: { state: 'unknown' },
      trustRemoteCode: { state: 'unknown' },
    });
  });

  test('a spread in sight is read', () => {
    expect(only('kw = {"trust_remote_code": True}\nAutoModel.from_pretrained("a/b", **kw)')).toMatchObject({
      revision: { state: 'absent' },
      trustRemoteCode: { state: 'known', value: true },
    });
  });

  test('flags one level down', () => {
    const text = 'HuggingFaceEmbeddings(model_name="a/b", model_kwargs={"trust_remote_code": True})';
    expect(only(text).trustRemoteCode).toMatchObject({ state: 'known', value: true });
  });

  test('a wrapper hands its flags on', () => {
    const text =
      'def load(n, t=False):\n    return AutoModel.from_pretrained(n, trust_remote_code=t)\nload("a/b", t=True)';
    expect(only(text).trustRemoteCode).toMatchObject({ state: 'known', value: true });
  });

  test('which files of the repo', () => {
    const text = 'S = "vae"\nAutoencoderKL.from_pretrained("a/b", subfolder=S, variant="fp16", weights_only=False)';
    expect(only(text)).toMatchObject({
      subfolder: { state: 'known', value: 'vae' },
      variant: { state: 'known', value: 'fp16' },
      weightsOnly: { state: 'known', value: false },
    });
  });

  test('a wrapper hands on what it does not name', () => {
    const text =
      'def load(n, **kw):\n    return AutoModel.from_pretrained(n, **kw)\nload("a/b", trust_remote_code=True)';
    expect(only(text)).toMatchObject({
      trustRemoteCode: { state: 'known', value: true },
      revision: { state: 'absent' },
    });
  });

  test('through two wrappers', () => {
    const text = `def inner(n, r): return AutoModel.from_pretrained(n, revision=r)
def outer(m, rev="v1"): return inner(m, rev)
outer("a/b", "v2")`;
    expect(only(text).revision).toMatchObject({ state: 'known', value: 'v2' });
  });

  test('a wrapper that is called with unknown keywords leaves them unknown', () => {
    const text =
      'def load(n, t=False):\n    return AutoModel.from_pretrained(n, trust_remote_code=t)\nload("a/b", **o)';
    expect(only(text).trustRemoteCode.state).toBe('unknown');
  });

  test('partial gives some of them early', () => {
    const text = 'load = partial(AutoModel.from_pretrained, trust_remote_code=True)\nload("a/b")';
    expect(only(text).trustRemoteCode).toMatchObject({ state: 'known', value: true });
  });

  test('the kind follows repo_type', () => {
    expect(only('snapshot_download("a/b", repo_type="dataset")').kind).toBe('dataset');
    expect(only('snapshot_download("a/b", repo_type=kind)').kind).toBe('unknown');
  });
});
