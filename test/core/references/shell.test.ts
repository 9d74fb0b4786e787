import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/core/references/catalogue/commands.ts';
import { readPython } from '../../../src/core/references/python/readPython.ts';
import { readShell } from '../../../src/core/references/shell/readShell.ts';
import { marked, withMarks } from './marked.ts';

const found = (picture: string) => {
  const { text } = marked(picture);
  return withMarks(
    text,
    readShell(text, readPython).references.map(each => each.span),
  );
};

const same = (pictures: readonly string[]) =>
  test.each(pictures.map(each => [each]))('%s', picture => expect(found(picture)).toBe(picture));

describe('every row of the command table reads its own example', () => {
  same(COMMANDS.map(row => row.example));
});

describe('quotes, lines and variables', () => {
  same([
    'hf download "‹google/gemma-2b›" --local-dir x/y',
    "vllm serve '‹google/gemma-2b›'",
    'vllm serve \\\n  ‹google/gemma-2b› \\\n  --revision abc',
    'cd x && vllm serve ‹google/gemma-2b› | tee log/out &',
    'MODEL="‹google/gemma-2b›"\nexport OTHER=x/y\nvllm serve "$MODEL"',
    'MY=‹google/gemma-2b›\nvllm serve ${MY}',
    'vllm serve ${MY:-‹google/gemma-2b›}',
    'for m in ‹google/gemma-2b› ‹google/gemma-7b›; do\n  hf download $m\ndone',
    'out=$(hf download ‹google/gemma-2b›)',
    'CUDA_VISIBLE_DEVICES=0 python train.py --model_name_or_path=‹google/gemma-2b›',
    'python -c "from transformers import AutoModel; AutoModel.from_pretrained(\'‹google/gemma-2b›\')"',
    'python - <<\'EOF\'\nfrom transformers import AutoModel\nAutoModel.from_pretrained("‹google/gemma-2b›")\nEOF\nhf download ‹google/gemma-7b›',
    'cat > run.py <<EOF\nAutoModel.from_pretrained("‹google/gemma-2b›")\nEOF',
    '$ hf download ‹google/gemma-2b›\nFetching google/gemma-2b hf download a/b\n$ ls',
    'export MODEL_ID=‹google/gemma-2b›',
    'docker run -e MODEL_ID=‹google/gemma-2b› ghcr.io/huggingface/tgi:3',
    'vllm serve ‹google/gemma-2b› --speculative-config \'{"model": "‹google/gemma-7b›", "n": 3}\'',
  ]);
});

describe('modules and scripts of anybody', () => {
  same([
    'python -m models.llama.benchmark -bt eager -p fp16 -m ‹mistralai/Mistral-7B-v0.1›',
    'CUDA_VISIBLE_DEVICES=0 python3 -m tools.convert ‹Qwen/Qwen3-8B› -o out/model',
    'python -m pip install -r requirements/Mistral-7B.txt',
    '"$ROOT"/scripts/hf.sh --repo ‹acme-ai/one-GGUF› --file one.Q8_0.gguf',
    'gh issue list --repo mistralai/Mistral-7B-v0.1',
    'python -m twine upload -r mistralai/Mistral-7B-v0.1',
  ]);
});

describe('addresses', () => {
  same([
    'git clone https://huggingface.co/‹google/gemma-2b›',
    'git clone https://user:hf_token@huggingface.co/datasets/‹google/data-set›.git x',
    'git clone git@hf.co:‹google/gemma-2b›',
    'wget https://huggingface.co/‹google/gemma-2b›/resolve/main/a.bin -O a.bin',
    'ollama run hf.co/‹google/gemma-2b-GGUF›:Q4_K_M',
    'pip install https://huggingface.co/‹spacy/en_core_web_sm›/resolve/main/x-py3-none-any.whl',
    'pip install git+https://huggingface.co/‹google/gemma-2b›@main',
    'curl https://huggingface.co/api/models/‹google/gemma-2b›',
    '# see https://huggingface.co/‹google/gemma-2b›',
    'git push https://huggingface.co/google/gemma-2b',
  ]);
});

describe('the words behind an image are those of its program', () => {
  same([
    'docker run --gpus all -p 80:80 ghcr.io/ericlbuehler/mistral.rs:cuda-90 serve -m ‹acme-ai/one›',
    'docker run -p 80:80 ghcr.io/ericlbuehler/mistral.rs:0.6 --port 80 plain -m ‹acme-ai/one› -a llama',
    'sudo docker run --rm -v ~/x:/data/x vllm/vllm-openai:latest ‹acme-ai/one› --port 80',
    'docker run vllm/vllm-openai:v0.9 --model ‹acme-ai/one› --served-model-name acme-ai/two',
    'docker run michaelf34/infinity:latest v2 --model-id ‹acme-ai/one› --port 80',
    'podman run -v m:/m ghcr.io/ggml-org/llama.cpp:server -m /m/x.gguf -hf ‹acme-ai/one›:Q4_K_M',
    'docker run -v $PWD:/data ghcr.io/huggingface/text-embeddings-inference:1.7 --model-id ‹acme-ai/one›',
    'docker run lmsysorg/sglang:latest python3 -m sglang.launch_server --model-path ‹acme-ai/one›',
    'docker run openmmlab/lmdeploy:latest lmdeploy serve api_server ‹acme-ai/one›',
  ]);
  same([
    'docker run ghcr.io/ericlbuehler/mistral.rs:cuda serve -m /models/one -p acme-ai/one',
    'docker run acme-ai/tool serve -m acme-ai/one',
    'docker run --entrypoint python3 vllm/vllm-openai acme-ai/one',
    'docker run --name acme/vllm registry.acme.com/app acme-ai/one',
    'docker run vllm/vllm-openai:latest bash',
    'docker tag vllm/vllm-openai:latest acme-ai/one\ndocker pull vllm/vllm-openai acme-ai/one',
  ]);
});

describe('what plugins of a foreign program fetch', () => {
  same([
    'llm sentence-transformers register \\\n  ‹all-mpnet-base-v2› \\\n  --alias mpnet',
    'llm embed -m sentence-transformers/‹acme-ai/one› -c hello',
    'llm embed-multi docs -m ‹sentence-transformers/all-mpnet-base-v2› --files docs x.md',
    'llm similar docs -m ‹sentence-transformers/all-mpnet-base-v2› -c x',
    'uvx llm mlx download-model ‹acme-ai/one-4bit›',
    'llm gguf download-model https://huggingface.co/‹acme-ai/one›/resolve/main/one.gguf --alias one',
  ]);
});

describe('what is no id', () => {
  same([
    'vllm serve ./models/google/gemma',
    'docker run vllm/vllm-openai:latest',
    'ollama run user/name',
    'python train.py --output_dir google/gemma --model openai/gpt-4o',
    'hf upload google/gemma-2b .',
    'modelscope download google/gemma-2b',
    'llm -m acme-ai/one "Ten names for a pelican"\nllm chat -m acme-ai/one\nllm install llm-mlx\nllm aliases set one acme-ai/one',
    'llm embed -m acme-ai/one -c hello\nllm embed -m sentence-transformers -c hello\nllm sentence-transformers models',
    'llm keys set openai\nllm mlx models\nllm openrouter models acme-ai/one\nllm logs -m acme-ai/one',
    'pip install a/b',
    'hf download $MODEL',
    'hf download google/$NAME',
    'echo hf download google/gemma-2b',
  ]);
});

test('flags of the command line', () => {
  const [reference] = readShell('vllm serve a/b --revision=v1 --trust-remote-code --code-revision $X').references;
  expect(reference).toMatchObject({
    id: 'a/b',
    api: 'vllm serve',
    revision: { state: 'known', value: 'v1' },
    trustRemoteCode: { state: 'known', value: true },
    codeRevision: { state: 'unknown' },
  });
});

test('a dataset by its type', () => {
  expect(readShell('hf download --repo-type dataset google/data').references[0]).toMatchObject({ kind: 'dataset' });
});
