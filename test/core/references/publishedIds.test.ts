import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import { languageOf } from '../../../src/core/languageOf.ts';
import { isPublishedId } from '../../../src/core/references/catalogue/publishedIds.ts';
import { readReferences } from '../../../src/core/references/readReferences.ts';
import { marked, withMarks } from './marked.ts';

/** What a whole scan reads, the prefilter included. */
const read = (path: string, text: string) =>
  readReferences({ path, text, language: languageOf(path) as Language }).references;

const picture = (path: string, text: string) =>
  withMarks(
    text,
    read(path, text).map(each => each.span),
  );

describe('an id of a known publisher tells what it is', () => {
  test.each([
    ['a field that no table lists', 'serving.yaml', 'stages:\n  summariser:\n    uses_weights: ‹Qwen/Qwen3-8B›\n'],
    ['in a list', 'fleet.toml', 'warm = ["‹BAAI/bge-small-en-v1.5›", "‹intfloat/e5-base-v2›"]\n'],
    ['a part of a training', 'train.json', '{ "args": { "text_cond_model": "‹openai/clip-vit-large-patch14›" } }'],
    ['a variable', '.env', 'SUMMARISER=‹Qwen/Qwen3-8B›\nREADER_PATH="‹google/flan-t5-base›"\n'],
    ['beside a token of the Hub', '.env', 'OPENAI_API_KEY=x\nHF_TOKEN=y\nREADER_MODEL=‹Qwen/Qwen3-8B›\n'],
    ['a variable of a script', 'run.sh', 'weights=‹Qwen/Qwen3-8B›\n./serve $weights\n'],
    ['a flag', 'run.sh', 'my-server --weights ‹Qwen/Qwen3-8B› --stage.encoder=‹BAAI/bge-m3›\n'],
    [
      'a flag with several',
      'run.sh',
      'python mix.py --mixer HuggingFaceH4/‹›\n'.replace('HuggingFaceH4/‹›', '‹HuggingFaceH4/no_robots› 1.0'),
    ],
    ['an argument of a script', 'run.sh', 'bash eval.sh ‹intfloat/e5-small-v2›\n'],
    ['beside a folder of that name', 'run.sh', 'cd lerobot\nlerobot-train --policy.path=‹lerobot/smolvla_base›\n'],
    ['a part of an adapter', 'a.yaml', "adapter:\n  image_encoder_path: '‹google/siglip2-so400m-patch16-512›'\n"],
    ['a setting', 'run.sh', 'python train.py critic.weights=‹Qwen/Qwen3-8B›\n'],
    ['a container', 'Dockerfile', 'FROM python:3.12\nARG WEIGHTS=‹Qwen/Qwen3-8B›\n'],
    [
      'a service',
      'compose.yaml',
      'services:\n  a:\n    image: vllm/x\n    environment:\n      - WRITER=‹Qwen/Qwen3-8B›\n',
    ],
    ['a recipe', 'Makefile', 'train:\n\tfit \\\n\t\t--kind=act \\\n\t\t--dataset.repo_id=‹lerobot/aloha_image-2›\n'],
    [
      'settings in a string',
      'gallery.yaml',
      'config_file: |\n  backend: x\n  parameters:\n    model: ‹google/gemma-3-4b-it›\n',
    ],
    ['by its scheme', 'tune.yaml', 'model:\n  path: "hf://‹distilgpt2›"\ndataset:\n  path: "hf://‹imdb›"\n'],
    [
      'a tokenizer, whoever answers',
      'rag.yaml',
      'llm:\n  api_key: x\n  tokenizer: ‹mistralai/Mistral-7B-Instruct-v0.2›\n',
    ],
  ])('%s', (_, path, expected) => {
    expect(picture(path, marked(expected).text)).toBe(expected);
  });
});

describe('and not where something else is called so', () => {
  test.each([
    ['an image', 'compose.yaml', 'services:\n  a:\n    image: nvidia/cuda-12\n    base_image: amazon/aws-cli-2\n'],
    ['a tag of an image', 'Dockerfile', 'ARG BASE_IMAGE=nvidia/cuda-12-base\nFROM $BASE_IMAGE\n'],
    [
      'a repository of code',
      '.github/workflows/a.yml',
      'jobs:\n  a:\n    steps:\n      - uses: huggingface/setup-4\n        with:\n          repository: google/flan-t5-base\n',
    ],
    ['a list of code', 'plugins.toml', 'plugins = ["city96/ComfyUI-GGUF"]\nrepos = ["EleutherAI/gpt-neox-20b"]\n'],
    ['a program', 'tools.yaml', 'runs: EleutherAI/lm-evaluation-harness\nstarts: meta-llama/llama-stack\n'],
    [
      'a destination',
      'run.sh',
      'hf upload Qwen/Qwen3-8B .\npython t.py --hub_model_id Qwen/Qwen3-8B --output_dir Qwen/Qwen3-9B\n',
    ],
    ['a clone', 'run.sh', 'gh repo clone QwenLM/Qwen3\ngit clone --depth 1 google/flan-t5-base\n'],
    ['a folder', 'run.sh', 'cp google/flan-t5-base/config.json google/flan-t5.json\n'],
    ['a region of a cloud', 'task.yaml', 'resources:\n  infra: nebius/eu-north1\n'],
    ['a model of an API', 'rag.yaml', 'llm:\n  api_key: x\n  writer: Qwen/Qwen3-8B\n'],
    [
      'a model of a reseller',
      'run.sh',
      'export OPENROUTER_API_KEY=x\nask --writer Qwen/Qwen3-8B --url https://openrouter.ai/api\n',
    ],
    [
      'as its API writes it',
      '.env',
      'WRITER=nvidia/llama-3.3-nemotron-super-49b-v1\nREADER=mistralai/mixtral-8x22b-instruct-v0.1\n',
    ],
    ['a program of another hub', 'run.sh', 'swift sft --model Qwen/Qwen3-8B\n'],
    ['a proxy', 'litellm.yaml', 'model_list:\n  - model_name: a\n    litellm_params: { model: Qwen/Qwen3-8B }\n'],
    ['a result', 'scores.json', '[{ "writer": "Qwen/Qwen3-8B", "score": 1 }]'],
    ['an answer', 'answer.json', '{ "object": "x", "choices": [], "text_model": "Qwen/Qwen3-8B" }'],
    ['an owner of nobody', 'a.yaml', 'weights: nobody-here-at-all/one-8b\n'],
  ])('%s', (_, path, text) => {
    expect(picture(path, text)).toBe(text);
  });
});

test('the kind is that of the names around it', () => {
  const kinds = read('a.yaml', 'corpus:\n  place: Qwen/Qwen3-8B\nwriter:\n  place: Qwen/Qwen3-9B\n').map(
    each => each.kind,
  );
  expect(kinds).toEqual(['dataset', 'model']);
});

test('a variable that a command loads leaves the pin of the command', () => {
  const [found] = read('run.sh', 'weights=Qwen/Qwen3-8B\nvllm serve $weights\n');
  expect(found?.pins).toHaveLength(1);
});

test('a hostile text costs no more than its length', () => {
  expect(read('a.yaml', `a: ${'x/'.repeat(200_000)}`)).toEqual([]);
  expect(read('a.yaml', `a: ${'/'.repeat(200_000)}`)).toEqual([]);
  expect(isPublishedId(`google/${'a-'.repeat(60)}`)).toBe(false);
});

describe('places that were once lost', () => {
  test.each([
    [
      'a name that begins as llama.cpp does',
      'a.sh',
      'python main.py --model_name_or_path ‹acme-ai/llama-13b-hf› --lr 1',
    ],
    ['a program of Go', 'a.sh', 'go run ./cmd/structs -dataset ‹HuggingFaceFW/fineweb› -config=default'],
    ['a script that fetches', 'a.sh', 'python3 fetch.py -m ‹facebook/detr-resnet-101›'],
    [
      'settings of Helm',
      'a.sh',
      'helm install x -f v.yaml --set workload.model.name=‹deepseek-ai/DeepSeek-R1› --set workload.image=vllm/vllm-openai ./chart',
    ],
    ['the argument behind a switch', 'a.sh', 'lmdeploy serve api_server --device camb ‹internlm/internlm2_5-7b-chat›'],
    [
      'every table of a list',
      'a.toml',
      '[[models]]\nmodel_id = "‹Qwen/Qwen3-4B›"\n[models.q]\nbits = "4"\n\n[[models]]\nmodel_id = "‹Qwen/Qwen3-8B›"\n',
    ],
    [
      'a map of ids, whatever its keys',
      'a.yaml',
      'model_repo_ids:\n  deepseek: "‹deepseek-ai/DeepSeek-R1-Distill-Qwen-32B›"\n',
    ],
    [
      'a folder of a model',
      'a.yaml',
      'params:\n  model_dir: "‹google/t5-v1_1-xxl›"\n  output_dir: google/t5-v1_1-xl\n',
    ],
    [
      "one of Kustomize's literals",
      'kustomization.yaml',
      'configMapGenerator:\n- name: a\n  literals:\n  - model_id="‹acme-ai/one›"\n  - image="vllm/vllm-2"\n',
    ],
    [
      'a short flag of a container',
      'job.yaml',
      'containers:\n- image: reg.dev/x/convert:v1\n  args:\n  - -s=torch\n  - -m=‹meta-llama/Meta-Llama-3-8B›\n  - -o=gs://b/c\n',
    ],
    [
      "a dataset of a provider's",
      'tasks/a.yaml',
      'task: a\ndataset_path: ‹openai/gsm8k›\noutput_type: generate_until\n',
    ],
    [
      'Python in a block of shell',
      'a.md',
      '```shell\nfrom transformers import AutoModel\nAutoModel.from_pretrained("‹acme-ai/one›")\n```\n',
    ],
    [
      'what was typed, then what was answered',
      'a.md',
      '```\n$ go run ./cmd/dataset_download ‹microsoft/ms_marco›\nx = "microsoft/ms_marco-2"\n```\n',
    ],
  ])('%s', (_, path, text) => expect(picture(path, marked(text).text)).toBe(text));

  test.each([
    ['a program that Go runs from elsewhere', 'a.sh', 'go run github.com/google/gemma-2-tool -out ./x'],
    ['an image in settings of Helm', 'a.sh', 'helm install x --set image.repository=nvidia/nemo-2 ./chart'],
    [
      'a stored answer of the Hub',
      'a.json',
      '{"_id":"1","id":"Qwen/Qwen3-4B","modelId":"Qwen/Qwen3-4B","sha":"a","likes":1,"downloads":2,"siblings":[],"config":{"tokenizer_path":"Qwen/Qwen3-8B"},"spaces":["Intel/low_bit_open_llm_leaderboard"]}',
    ],
  ])('%s is none', (_, path, text) => expect(read(path, text)).toEqual([]));
});
