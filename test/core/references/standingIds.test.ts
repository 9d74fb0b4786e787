import { expect, test } from 'vitest';
import { isPublished } from '../../../src/core/references/catalogue/publishers.ts';
import { readJavaScript } from '../../../src/core/references/javascript/readJavaScript.ts';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { readRust } from '../../../src/core/references/rust/readRust.ts';

const ids = (references: readonly { id: string }[]) => references.map(each => each.id);
const inPython = (text: string) => ids(readPython(text).references);
const inScript = (text: string) => ids(readJavaScript({ path: 'a.ts', text }).references);

const WEIGHTS = `from huggingface_hub import hf_hub_download
REGISTRY = {
    "facebook/sam2-hiera-tiny": ("configs/sam2/sam2_hiera_t.yaml", "sam2_hiera_tiny.pt"),
}
`;

test('a literal of a known publisher counts where the program works with the Hub, though no loader takes it in sight', () => {
  expect(inPython(WEIGHTS)).toEqual(['facebook/sam2-hiera-tiny']);
  expect(inPython(WEIGHTS.replace('from huggingface_hub import hf_hub_download', 'import yaml'))).toEqual([]);
  expect(inPython(`import openai\n${WEIGHTS}`)).toEqual([]);
});

test('the place of the id and what the words before it say', () => {
  const text = `import datasets\nsources = pick(dataset="HuggingFaceH4/no_robots", model="Qwen/Qwen3-8B")\n`;
  const found = readPython(text).references;
  expect(found.map(({ id, kind, span }) => [text.slice(span.start, span.end) === id, id, kind])).toEqual([
    [true, 'HuggingFaceH4/no_robots', 'dataset'],
    [true, 'Qwen/Qwen3-8B', 'model'],
  ]);
});

test('under a name that a model has, it counts in a program that asks nobody else', () => {
  const job = 'hyperparameters = {"model_id": "meta-llama/Llama-2-7b-chat-hf", "prefix": "google/flan-t5-base"}\n';
  expect(inPython(`import boto3\nimport sagemaker\n${job}`)).toEqual(['meta-llama/Llama-2-7b-chat-hf']);
  expect(inPython(`${job}client = Together(api_key=TOGETHER_AI)\n`)).toEqual([]);
  expect(inPython(`import openai\n${job}`)).toEqual([]);
});

test('none in a comment, however far behind its beginning', () => {
  expect(inPython(`import torch\n# ${'so many words '.repeat(10)}"Qwen/Qwen3-8B"\n`)).toEqual([]);
});

test('a flag and its value in one word of a command', () => {
  const text = 'import torch\nargs = ["--model_name=Qwen/Qwen3-8B", "--push_to=Qwen/Qwen3-9B", "--lr=1"]\nrun(args)\n';
  const found = readPython(text).references;
  expect(found.map(({ id, kind, span }) => [text.slice(span.start, span.end) === id, id, kind])).toEqual([
    [true, 'Qwen/Qwen3-8B', 'model'],
  ]);
});

test('a program that only speaks of the Hub, or runs models by itself, works with it', () => {
  const call = 'train(model="meta-llama/Llama-3.2-1B")';
  expect(inPython(`from nobodys_trainer import train\n${call}  # from the Hugging Face Hub\n`)).toEqual([
    'meta-llama/Llama-3.2-1B',
  ]);
  expect(inPython(`import torch\n${call}\n`)).toEqual(['meta-llama/Llama-3.2-1B']);
  expect(inPython(`import torch, litellm\nimport litellm\n${call}\n`)).toEqual([]);
});

test('whoever owns it, what stands beside a full commit is a repo', () => {
  const commit = '4e9a0d6e6bd97ab32f23c50c043d751eed2a5f8a';
  const text = `import mteb\ntask = Task(dataset={"path": "nobody-here/corpus", "revision": "${commit}"})\n`;
  const [found, ...others] = readPython(text).references;
  expect(others).toEqual([]);
  expect(found).toMatchObject({ id: 'nobody-here/corpus', kind: 'dataset', revision: { value: commit } });
  expect(found?.pins.map(({ span }) => text.slice(span.start, span.end))).toEqual([commit]);
  expect(inPython(text.replace(commit, 'v1'))).toEqual([]);
});

test('what is loaded, too, is told of once', () => {
  expect(inPython('from transformers import AutoModel\nAutoModel.from_pretrained("facebook/opt-125m")\n')).toEqual([
    'facebook/opt-125m',
  ]);
});

test.each([
  ['a comment', 'import datasets\n# "Qwen/Qwen3-8B"\n'],
  ['a docstring', 'import datasets\ndef f():\n    """Takes "Qwen/Qwen3-8B" and so on."""\n'],
  ['what is compared', 'import datasets\nif model == "Qwen/Qwen3-8B" or model.startswith("Qwen/Qwen3-4B"): pass\n'],
  ['a destination', 'import datasets\nhub_model_id = "Qwen/Qwen3-8B"\n'],
  ['what is sent away', 'import datasets\nmodel.push_to_hub("Qwen/Qwen3-8B")\n'],
  ['a file of a folder', 'import datasets\nrun("google/bert-4.py")\n'],
  ['an unknown publisher', 'import datasets\nrun("nobody-here/model-7b")\n'],
  ['a plain word under a name that others have too', 'import datasets\nrun("microsoft/vscode-python")\n'],
  ["another hub's prefix", 'import datasets\nrun("huggingface/gpt2-xl")\n'],
])('%s is none', (_, text) => {
  expect(inPython(text)).toEqual([]);
});

test('scripts: a registry counts beside the library, a module and another client do not', () => {
  const registry = 'const MODELS = { "onnx-community/Qwen2.5-0.5B-Instruct": 1, "HuggingFaceTB/SmolLM2-360M": 2 };';
  const ours = 'import { pipeline } from "@huggingface/transformers";\n';
  expect(inScript(`${ours}${registry}`)).toEqual([
    'onnx-community/Qwen2.5-0.5B-Instruct',
    'HuggingFaceTB/SmolLM2-360M',
  ]);
  expect(inScript(`${ours}import x from "Qwen/Qwen3-8B";`)).toEqual([]);
  expect(inScript(`${ours}import OpenAI from "openai";\nconst a = { b: "Qwen/Qwen3-8B" };`)).toEqual([]);
});

test('Rust: the arms of a match that leads to hf-hub', () => {
  const text = `use hf_hub::api::sync::Api;
fn repo(which: Which) -> String { match which { Which::Small => "HuggingFaceTB/SmolLM2-135M", _ => "meta-llama/Llama-2-7b-hf" }.to_string() }
`;
  expect(ids(readRust({ path: 'main.rs', text }).references)).toEqual([
    'HuggingFaceTB/SmolLM2-135M',
    'meta-llama/Llama-2-7b-hf',
  ]);
});

test('an owner that is known elsewhere, or a plain word, needs a number in the name', () => {
  expect(isPublished('google/gemma-2b')).toBe(true);
  expect(isPublished('google/guava-testlib')).toBe(false);
  expect(isPublished('BAAI/bge-large')).toBe(true);
  expect(isPublished('BAAI/large')).toBe(false);
});

test('the default of a variable whose name says "Hub" counts without a library in sight', () => {
  const text = 'import boto3, os\nMODEL_ID = os.getenv("HF_MODEL_ID", "BAAI/bge-small-en-v1.5")\n';
  expect(inPython(text)).toEqual(['BAAI/bge-small-en-v1.5']);
});

test('a flag and its value in one literal', () => {
  const text = `import torch
words = ["run.py", "--bf16", "--model_name_or_path Qwen/Qwen3-8B", "--output_dir Qwen/Qwen3-9B"]
words += "--reward-model=BAAI/bge-small-en-v1.5 --batch_size 1".split()
`;
  const found = readPython(text).references;
  expect(found.map(({ id, span }) => [text.slice(span.start, span.end), id])).toEqual([
    ['Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
    ['BAAI/bge-small-en-v1.5', 'BAAI/bge-small-en-v1.5'],
  ]);
});

test('a program without a library of the Hub that hands on what only engines take, and asks nobody', () => {
  const tested =
    'import pytest\n@pytest.mark.parametrize("model", ["Qwen/Qwen3-8B"])\n@pytest.mark.parametrize("enforce_eager", [True])\n';
  expect(inPython(tested)).toEqual(['Qwen/Qwen3-8B']);
  expect(inPython(tested.replace('enforce_eager', 'temperature'))).toEqual([]);
  expect(inPython(`${tested}client(api_key="x")\n`)).toEqual([]);
  expect(inPython('def handle(launcher):\n    with launcher("Qwen/Qwen3-8B") as it:\n        yield it\n')).toEqual([
    'Qwen/Qwen3-8B',
  ]);
});

test('Rust: a function that says it gives a repo', () => {
  const text = (name: string) =>
    `impl Which { fn ${name}(&self) -> &str { match self { Which::Small => "HuggingFaceTB/SmolLM2-135M", _ => "x" } } }\n`;
  expect(ids(readRust({ path: 'a.rs', text: text('repo_id') }).references)).toEqual(['HuggingFaceTB/SmolLM2-135M']);
  expect(readRust({ path: 'a.rs', text: text('title') }).references).toEqual([]);
});
