import {
  bare,
  type CommandLoader,
  dataset,
  first,
  flags,
  model,
  pairs,
  pinnedBy,
  quant,
  row,
} from './commandLoader.ts';
import { IMPORT_COMMANDS } from './importCommands.ts';
import { LLM_COMMANDS } from './llmCommands.ts';
import { SCRIPT_FLAGS, TELLING_FLAGS } from './trainingFlags.ts';

const revision = '--revision';
const pinnedModel = pinnedBy(revision, model);
const pinnedBare = pinnedBy(revision, bare);

/** Source: vllm `engine/arg_utils.py`, `entrypoints/cli`. */
const VLLM = {
  ...flags('model', pinnedBare),
  ...flags('tokenizer', pinnedBy('--tokenizer-revision', bare)),
  ...flags('hf_config_path speculative_model', bare),
  ...flags('lora_modules', { kind: 'model', form: 'named', many: true }),
  ...flags('speculative_config', { kind: 'model', form: 'json' }),
};

/** Source: sglang `server_args.py`. */
const SGLANG = {
  ...flags('model_path model', pinnedModel),
  ...flags('tokenizer_path speculative_draft_model_path speculative_draft_model', model),
  ...flags('lora_paths', { kind: 'model', form: 'named', many: true }),
};

/** Source: the launchers' own `--help`. */
const LAUNCHER = {
  ...flags('model_id', pinnedBare),
  ...flags('adapter_id tokenizer_name speculate_model_id', bare),
};

const TRL = { ...SCRIPT_FLAGS, ...flags('model_name_or_path', pinnedBy('--model_revision', bare)) };

/** Source: llama.cpp, `tools/` and `examples/`, by what their programs are called. */
const LLAMA_TOOLS =
  '(?:[a-z0-9]+-)?(?:cli|server|bench|run|perplexity|embeddings?|imatrix|quantize|speculative|simple|simple-chat|completion|tts|batched|parallel|lookup|lookahead|retrieval|passkey|finetune|tokenize|export-lora|cvector-generator|gguf|gguf-split|eval-callback|fit-params|swap|box)';

const LLAMA = Object.fromEntries(
  '-hf -hfr --hf-repo -hfd --hf-repo-draft -hfv --hf-repo-v -hfrv'.split(' ').map(name => [name, quant]),
);

const MISTRAL = { '-m': model, '--model-id': model, '-t': model, '--tok-model-id': model };

/** Images whose program takes `--revision` beside `--model` or `--model-id`. */
const SERVERS =
  '\\S*(?:text-generation-inference|text-embeddings-inference|vllm-openai|vllm/vllm|sglang|lorax|lmdeploy|/tgi\\b|\\btei\\b)\\S*';

/** Source: each program's own documentation, by way of huggingface.js `local-apps.ts` where it lists it. */
export const COMMANDS: readonly CommandLoader[] = [
  ...LLM_COMMANDS,
  ...IMPORT_COMMANDS,
  row('hf|huggingface-cli download', 'hf download --repo-type model ‹acme-ai/one› a.bin', first(pinnedBare)),
  row('hf models info', 'hf models info ‹acme-ai/one›', first(pinnedModel)),
  row('hf models ls|card', 'hf models card ‹acme-ai/one›', first(model)),
  row('hf datasets info|ls|card|parquet|leaderboard', 'hf datasets info ‹acme-ai/one›', first(dataset)),
  row('hf spaces info|ls|card', 'hf spaces info ‹acme-ai/one›', first({ kind: 'space', form: 'full' })),
  row('hf cache rm', 'hf cache rm model/‹acme-ai/one›', first({ kind: 'model', form: 'cached' })),
  // Source: michaelfeil/infinity, `infinity_emb/cli.py`: `--model-id` may stand several times.
  row('infinity_emb v1|v2', 'infinity_emb v2 --model-id ‹acme-ai/one› --port 80', {
    flags: flags('model_id', model),
  }),
  row('hf-mount start repo', 'hf-mount start repo ‹acme-ai/one› /mnt/x', first(model)),
  row('(?:\\S*/)?hfd(?:\\.sh)?', './hfd.sh ‹acme-ai/one›', first(model)),
  row('transformers chat|download|serve', 'transformers chat ‹acme-ai/one›', first(model)),
  row('transformers-cli chat|download', 'transformers-cli download ‹acme-ai/one›', {
    ...first(model),
    flags: SCRIPT_FLAGS,
  }),
  row('optimum-cli export \\w+', 'optimum-cli export onnx -m ‹acme-ai/one› out/', {
    flags: { '--model': bare, '-m': bare },
  }),
  row('optimum-cli neuron cache lookup', 'optimum-cli neuron cache lookup ‹acme-ai/one›', first(bare)),
  row('accelerate estimate-memory', 'accelerate estimate-memory ‹acme-ai/one›', first(bare)),
  row('autotrain [\\w-]+', 'autotrain llm --model ‹acme-ai/one› --data-path ‹acme-ai/two›', {
    flags: { '--model': model, ...flags('data_path', dataset) },
  }),
  row('trl \\w[\\w-]*', 'trl sft --model_name_or_path ‹acme-ai/one›', { flags: TRL }),
  row('vllm serve', 'vllm serve ‹acme-ai/one› --port 80', { ...first(pinnedBare), flags: VLLM }),
  row('vllm bench|chat|complete|run-batch', 'vllm bench latency --model ‹acme-ai/one›', { flags: VLLM }),
  row('vllm\\.entrypoints\\.[\\w.]+', 'python -m vllm.entrypoints.openai.api_server --model ‹acme-ai/one›', {
    flags: VLLM,
  }),
  row('sglang serve', 'sglang serve --model-path ‹acme-ai/one›', { flags: SGLANG }),
  row('sglang(?:_router)?\\.[\\w.]+', 'python3 -m sglang.launch_server --model-path ‹acme-ai/one›', { flags: SGLANG }),
  row(
    '(?:\\S*/)?text-generation-server|\\S*text_(?:generation|embeddings)_server/cli\\.py download-weights|serve|quantize',
    'text-generation-server serve ‹acme-ai/one›',
    {
      ...first(pinnedModel),
    },
  ),
  row(
    '(?:\\S*/)?(?:text-generation-launcher|lorax-launcher|text-embeddings-router)',
    'text-generation-launcher --model-id ‹acme-ai/one›',
    {
      flags: LAUNCHER,
    },
  ),
  row('text-generation-benchmark', 'text-generation-benchmark --tokenizer-name ‹acme-ai/one›', {
    flags: flags('tokenizer_name', pinnedBare),
  }),
  // Before the llamas: `-a llama` is the architecture.
  row('mistralrs(?:-server)? serve|run|plain|gguf|bench|tune|quantize', 'mistralrs serve -m ‹acme-ai/one›', {
    flags: MISTRAL,
  }),
  row('mistralrs(?:-server)?', 'mistralrs-server --port 80 plain -m ‹acme-ai/one›', { flags: MISTRAL }),
  // Its tools by name: `acme-ai/llama-7b-hf` behind another program's flag is none.
  row(
    `(?:\\./)?(?:[\\w./-]*/)?llama-${LLAMA_TOOLS}(?:\\.exe)?|llama`,
    './build/bin/llama-cli -hf ‹acme-ai/one›:Q4_K_M',
    {
      flags: LLAMA,
    },
  ),
  row('lmdeploy serve|lite|convert', 'lmdeploy serve api_server ‹acme-ai/one›', {
    positional: { ...pinnedModel, at: 1 },
  }),
  row('lmdeploy chat', 'lmdeploy chat ‹acme-ai/one›', first(pinnedModel)),
  row('trtllm-serve|trtllm-bench', 'trtllm-serve ‹acme-ai/one›', {
    ...first(model),
    flags: { '--tokenizer': model, '--model': model },
  }),
  row('mlx_\\w+[.\\w]*', 'mlx_lm.generate --model ‹acme-ai/one›', {
    flags: flags('model hf_path adapter_path', model),
  }),
  row('fastchat\\.[\\w.]+', 'python -m fastchat.serve.cli --model-path ‹acme-ai/one›', {
    flags: { ...SCRIPT_FLAGS, ...flags('model_path', pinnedModel) },
  }),
  row(
    'litgpt download|chat|finetune|finetune_\\w+|serve|evaluate|pretrain|generate',
    'litgpt download ‹acme-ai/one›',
    first(model),
  ),
  row('tune download', 'tune download ‹acme-ai/one› --output-dir x', first(model)),
  // Source: candle-vllm, `src/main.rs`.
  row('candle-vllm', 'candle-vllm --m ‹acme-ai/one›', { flags: { '--m': model, '--model-id': model } }),
  // Source: node-llama-cpp, docs on its command line and on model URIs.
  row('node-llama-cpp pull|chat|complete|infill', 'npx node-llama-cpp chat hf:‹acme-ai/one›:Q4_K_M', {
    ...first({ kind: 'model', form: 'hf-file' }),
    flags: { '--model': { kind: 'model', form: 'hf-file' }, '-m': { kind: 'model', form: 'hf-file' } },
  }),
  // Source: djl, `extensions/tokenizers/README.md`.
  row('djl-convert|djl-import', 'djl-convert -m ‹acme-ai/one›', { flags: { '-m': model, '--model-id': model } }),
  row('ct2-transformers-converter', 'ct2-transformers-converter --model ‹acme-ai/one› --output_dir x', {
    flags: { '--model': pinnedBare },
  }),
  row('\\S*convert_hf_to_gguf\\.py', 'python convert_hf_to_gguf.py --remote ‹acme-ai/one›', {
    ...first(model),
    flags: { '--remote': model },
    beside: '--remote',
  }),
  row(
    '\\S*download-model\\.py',
    'python download-model.py ‹acme-ai/one›:main',
    first({ kind: 'model', form: 'branched' }),
  ),
  row('lm_eval|lm-eval|lmms_eval', 'lm_eval --model hf --model_args pretrained=‹acme-ai/one›,dtype=float', {
    flags: flags('model_args', pairs),
  }),
  row('lighteval \\w+', 'lighteval accelerate "model_name=‹acme-ai/one›" x', first(pairs)),
  row('mlagents-load-from-hf', 'mlagents-load-from-hf --repo-id="‹acme-ai/one›"', { flags: flags('repo_id', model) }),
  row(
    'sample_factory\\.huggingface\\.load_from_hub',
    'python -m sample_factory.huggingface.load_from_hub -r ‹acme-ai/one›',
    { flags: { '-r': model } },
  ),
  row(
    'rl_zoo3\\.load_from_hub',
    'python -m rl_zoo3.load_from_hub --algo dqn --repo-name x -orga y --repo-id ‹acme-ai/one›',
    {
      flags: flags('repo_id', model),
    },
  ),
  row(
    '(?:\\S*/)?lerobot[-.][\\w.-]+|(?!-)\\S*lerobot/\\S+\\.py',
    'lerobot-train --policy.path=‹acme-ai/one› --dataset.repo_id=‹acme-ai/two›',
    {
      flags: { '--policy.path': model, '--dataset.repo_id': dataset, ...flags('repo_id', dataset) },
    },
  ),
  // Source: InstructLab, `ilab model download --help`; before 0.18 it had no groups.
  row('ilab model download', 'ilab model download --repository ‹acme-ai/one›', { flags: flags('repository', model) }),
  row('ilab download', 'ilab download --repository ‹acme-ai/one›', { flags: flags('repository', model) }),
  row('llamafactory-cli \\w+', 'llamafactory-cli train --model_name_or_path ‹acme-ai/one›', {
    flags: { ...TELLING_FLAGS, ...flags('model_name_or_path', pinnedBy('--model_revision', model)) },
  }),
  row('swift \\w+', 'swift sft --use_hf true --model ‹acme-ai/one› --dataset ‹acme-ai/two›#500', {
    beside: '--use_hf|--use-hf|USE_HF=(?:1|true|True)',
    flags: {
      ...flags('model model_id_or_path', pinnedBy('--model_revision', model)),
      ...flags('dataset', { kind: 'dataset', form: 'swift', many: true }),
    },
  }),
  row('lms get', 'lms get ‹acme-ai/one›@q4_k_m', first(quant)),
  row('lemonade(?:-server)? pull|run', 'lemonade pull ‹acme-ai/one›:Q4_K_M', first(quant)),
  row('embedding-atlas', 'embedding-atlas ‹acme-ai/one›', first(dataset)),
  row('mergekit-[\\w-]+', 'mergekit-extract-lora --model ‹acme-ai/one› --base-model ‹acme-ai/two›', {
    flags: flags('model base_model', model),
  }),
  row('hf jobs \\w+', 'hf jobs uv run train.py --model_name_or_path ‹acme-ai/one›', { flags: SCRIPT_FLAGS }),
  row('trl-jobs \\w+', 'trl-jobs sft --model_name ‹acme-ai/one›', { flags: SCRIPT_FLAGS }),
  row('docker|podman|nerdctl|kubectl run', 'docker run --gpus all -p 80:80 vllm/vllm-openai --model ‹acme-ai/one›', {
    beside: SERVERS,
    flags: {
      ...flags('model model_id model_path', pinnedModel),
      ...flags('tokenizer adapter_id speculative_draft_model_path', model),
      ...flags('lora_modules', { kind: 'model', form: 'named', many: true }),
    },
  }),
  // Source: `az container create --help`, `az containerapp create --help`.
  row('az container(?:app)?', 'az containerapp create --image vllm/vllm-openai --args --model ‹acme-ai/one›', {
    beside: SERVERS,
    flags: flags('model model_id model_path tokenizer', model),
  }),
  row('docker|podman|nerdctl|kubectl run', 'docker run ghcr.io/ggml-org/llama.cpp:server -hf ‹acme-ai/one›', {
    flags: {
      ...flags('model model_id tokenizer adapter_id model_path', { ...model, guarded: true }),
      ...LLAMA,
    },
  }),
  row('(?:\\S*/)?python[\\d.]* \\S+', 'python run.py --model_name_or_path ‹acme-ai/one› --dataset_name ‹acme-ai/two›', {
    flags: SCRIPT_FLAGS,
  }),
  row(
    'openrlhf\\.[\\w.]+',
    'openrlhf.cli.train_sft --model.model_name_or_path ‹acme-ai/one› --data.dataset ‹acme-ai/two›',
    {
      flags: SCRIPT_FLAGS,
    },
  ),
  row(
    'accelerate|torchrun|deepspeed|torch\\.distributed\\.\\w+|uv|poetry|pipenv|conda|ray|srun|sbatch|bash|sh|source \\S+',
    'accelerate launch train.py --pretrained_model_name_or_path=‹acme-ai/one›',
    { flags: SCRIPT_FLAGS },
  ),
  row('\\S+\\.(?:py|sh|slurm|sbatch)', './run.sh --model_name_or_path ‹acme-ai/one›', { flags: SCRIPT_FLAGS }),
  row('\\S+', './trainer --model-name-or-path ‹acme-ai/one›', { flags: TELLING_FLAGS }),
];
