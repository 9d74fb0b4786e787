import type { RepoKind } from '../reference.ts';
import type { IdForm } from './loader.ts';

export interface CommandArgument {
  readonly kind: RepoKind;
  readonly form: IdForm;
  /** The flag is not the Hub's alone: `--model openai/gpt-4o` is some provider's. */
  readonly guarded?: true;
}

/** One program that takes Hub ids on its command line. Adding one is adding a row. */
export interface CommandLoader {
  /** The words it begins with, each a pattern of the whole word: `hf|huggingface-cli`, `download`. */
  readonly words: readonly string[];
  /** The argument that no flag announces: which one, from 0. */
  readonly positional?: CommandArgument & { readonly at: number };
  /** Flags whose value is an id. */
  readonly flags: Readonly<Record<string, CommandArgument>>;
  /** An example line, the id between ‹ and ›. */
  readonly example: string;
}

const model: CommandArgument = { kind: 'model', form: 'full' };
const bare: CommandArgument = { kind: 'model', form: 'id' };
const quant: CommandArgument = { kind: 'model', form: 'provider' };
const dataset: CommandArgument = { kind: 'dataset', form: 'full' };
const pairs: CommandArgument = { kind: 'model', form: 'pairs' };

/** Each name in `_` and in `-`, as programs take both. */
function flags(names: string, argument: CommandArgument): Record<string, CommandArgument> {
  const both = names.split(' ').flatMap(name => [name, name.replaceAll('_', '-')]);
  return Object.fromEntries(both.map(name => [name, argument]));
}

const row = (words: string, example: string, more: Partial<CommandLoader> = {}): CommandLoader => ({
  words: words.split(' '),
  flags: {},
  example,
  ...more,
});

const first = (argument: CommandArgument) => ({ positional: { ...argument, at: 0 } });

/** Flags of training scripts and of servers. Source: transformers examples, trl `ModelConfig`, vllm `arg_utils.py`. */
const TRAINING = {
  ...flags('--model_name_or_path --pretrained_model_name_or_path --tokenizer_name --tokenizer_name_or_path', bare),
  ...flags(
    '--config_name --model_id --base_model --sft_model_path --student_model_name --teacher_model --adapter_name_or_path --teacher_model_name_or_path',
    model,
  ),
  ...flags(
    '--reward_model_path --pretrained_vae_model_name_or_path --controlnet_model_name_or_path --reward_model',
    model,
  ),
  ...flags('--model --model_name --tokenizer --hf_model --repo_id --hf_repo --assistant_model', {
    ...model,
    guarded: true,
  }),
  ...flags('--dataset_name --dataset_id --dataset', dataset),
};

const VLLM = {
  ...flags('--model --tokenizer --hf_config_path --speculative_model', bare),
  ...flags('--lora_modules', { kind: 'model', form: 'named' }),
  ...flags('--speculative_config', { kind: 'model', form: 'json' }),
};

/** Source: each program's own documentation, by way of huggingface.js `local-apps.ts` where it lists it. */
export const COMMANDS: readonly CommandLoader[] = [
  row('hf|huggingface-cli download', 'hf download --repo-type model ‹acme-ai/one› a.bin', first(bare)),
  row('hf models info|ls|card', 'hf models info ‹acme-ai/one›', first(model)),
  row('hf datasets info|ls|card|parquet', 'hf datasets info ‹acme-ai/one›', first(dataset)),
  row('hf spaces info|ls|card', 'hf spaces info ‹acme-ai/one›', first({ kind: 'space', form: 'full' })),
  row('hf-mount start repo', 'hf-mount start repo ‹acme-ai/one› /mnt/x', first(model)),
  row('(?:\\S*/)?hfd(?:\\.sh)?', './hfd.sh ‹acme-ai/one›', first(model)),
  row('transformers chat|download', 'transformers chat ‹acme-ai/one›', first(model)),
  row('transformers-cli chat|download', 'transformers-cli download ‹acme-ai/one›', {
    ...first(model),
    flags: TRAINING,
  }),
  row('optimum-cli export \\w+', 'optimum-cli export onnx -m ‹acme-ai/one› out/', {
    flags: { '--model': bare, '-m': bare },
  }),
  row('accelerate estimate-memory', 'accelerate estimate-memory ‹acme-ai/one›', first(bare)),
  row('autotrain [\\w-]+', 'autotrain llm --model ‹acme-ai/one› --data-path ‹acme-ai/two›', {
    flags: { '--model': model, ...flags('--data_path', dataset) },
  }),
  row('trl \\w[\\w-]*', 'trl sft --model_name_or_path ‹acme-ai/one›', { flags: TRAINING }),
  row('vllm serve', 'vllm serve ‹acme-ai/one› --port 80', { ...first(bare), flags: VLLM }),
  row('vllm bench|chat|complete|run-batch', 'vllm bench latency --model ‹acme-ai/one›', { flags: VLLM }),
  row('vllm\\.entrypoints\\.[\\w.]+', 'python -m vllm.entrypoints.openai.api_server --model ‹acme-ai/one›', {
    flags: VLLM,
  }),
  row('sglang serve', 'sglang serve --model-path ‹acme-ai/one›', {
    flags: flags('--model_path --model --tokenizer_path --speculative_draft_model_path', model),
  }),
  row('sglang\\.[\\w.]+', 'python3 -m sglang.launch_server --model-path ‹acme-ai/one›', {
    flags: flags('--model_path --model --tokenizer_path --speculative_draft_model_path', model),
  }),
  row(
    'text-generation-launcher|lorax-launcher|text-embeddings-router|text-generation-server',
    'text-generation-launcher --model-id ‹acme-ai/one›',
    {
      flags: flags('--model_id --adapter_id --tokenizer_name --speculate_model_id', bare),
    },
  ),
  row('text-generation-benchmark', 'text-generation-benchmark --tokenizer-name ‹acme-ai/one›', {
    flags: flags('--tokenizer_name', bare),
  }),
  row('(?:\\./)?(?:[\\w./-]*/)?llama-[\\w-]+|llama', './build/bin/llama-cli -hf ‹acme-ai/one›:Q4_K_M', {
    flags: {
      '-hf': quant,
      '-hfr': quant,
      '--hf-repo': quant,
      '-hfd': quant,
      '--hf-repo-draft': quant,
      '-hfv': quant,
      '--hf-repo-v': quant,
    },
  }),
  row('lmdeploy serve|chat|lite|convert', 'lmdeploy serve api_server ‹acme-ai/one›', {
    positional: { ...model, at: 1 },
  }),
  row('trtllm-serve', 'trtllm-serve ‹acme-ai/one›', { ...first(model), flags: { '--tokenizer': model } }),
  row('mlx_(?:lm|vlm|audio)[.\\w]*', 'mlx_lm.generate --model ‹acme-ai/one›', {
    flags: flags('--model --hf_path --adapter_path', model),
  }),
  row('fastchat\\.[\\w.]+', 'python -m fastchat.serve.cli --model-path ‹acme-ai/one›', {
    flags: flags('--model_path', model),
  }),
  row(
    'litgpt download|chat|finetune|finetune_\\w+|serve|evaluate|pretrain|generate',
    'litgpt download ‹acme-ai/one›',
    first(model),
  ),
  row('tune download', 'tune download ‹acme-ai/one› --output-dir x', first(model)),
  row('mistralrs(?:-server)? serve|run|plain|gguf', 'mistralrs serve -m ‹acme-ai/one›', {
    flags: { '-m': model, '--model-id': model, '-t': model, '--tok-model-id': model },
  }),
  row('ct2-transformers-converter', 'ct2-transformers-converter --model ‹acme-ai/one› --output_dir x', {
    flags: { '--model': bare },
  }),
  row('\\S*convert_hf_to_gguf\\.py', 'python convert_hf_to_gguf.py --remote ‹acme-ai/one›', {
    flags: { '--remote': model },
  }),
  row('\\S*download-model\\.py', 'python download-model.py ‹acme-ai/one›:main', first(quant)),
  row('lm_eval|lm-eval', 'lm_eval --model hf --model_args pretrained=‹acme-ai/one›,dtype=float', {
    flags: flags('--model_args', pairs),
  }),
  row('lighteval \\w+', 'lighteval accelerate "model_name=‹acme-ai/one›" x', first(pairs)),
  row('mlagents-load-from-hf', 'mlagents-load-from-hf --repo-id="‹acme-ai/one›"', { flags: flags('--repo_id', model) }),
  row(
    'sample_factory\\.huggingface\\.load_from_hub',
    'python -m sample_factory.huggingface.load_from_hub -r ‹acme-ai/one›',
    {
      flags: { '-r': model },
    },
  ),
  row('lerobot[\\w.-]*', 'lerobot-train --policy.path=‹acme-ai/one› --dataset.repo_id=‹acme-ai/two›', {
    flags: { '--policy.path': model, '--dataset.repo_id': dataset },
  }),
  row('lms get', 'lms get ‹acme-ai/one›', first(model)),
  row('embedding-atlas', 'embedding-atlas ‹acme-ai/one›', first(dataset)),
  row('hf jobs \\w+', 'hf jobs uv run train.py --model_name_or_path ‹acme-ai/one›', { flags: TRAINING }),
  row('trl-jobs \\w+', 'trl-jobs sft --model_name ‹acme-ai/one›', { flags: TRAINING }),
  row('uv run', 'uv run train.py --dataset_name ‹acme-ai/one›', { flags: TRAINING }),
  row('docker|podman run', 'docker run --gpus all -p 80:80 vllm/vllm-openai --model ‹acme-ai/one›', {
    flags: {
      ...flags('--model --model_id --tokenizer --adapter_id --model_path', model),
      '--hf-repo': quant,
      '-hf': quant,
    },
  }),
  row('(?:\\S*/)?python[\\d.]* \\S+', 'python run.py --model_name_or_path ‹acme-ai/one› --dataset_name ‹acme-ai/two›', {
    flags: TRAINING,
  }),
  row(
    'accelerate|torchrun|deepspeed|torch.distributed.\\w+ \\S+',
    'accelerate launch train.py --pretrained_model_name_or_path=‹acme-ai/one›',
    {
      flags: TRAINING,
    },
  ),
];

/** Commands of other hubs: nothing on them is the Hub's. */
export const FOREIGN_COMMANDS =
  /^(?:modelscope|swift|kaggle|replicate|echo|printf|gh|npm|pnpm|yarn|apt|apt-get|conda|brew)$/;

/** Commands that fetch what an address names: the address of a page is no mere link there. */
export const FETCHING_COMMANDS =
  /^(?:git|wget|curl|aria2c|pip3?|uv|uvx|ollama|docker|podman|ramalama|lms|npx|llama-run|local-ai|hf|huggingface-cli|python3?|vllm)$/;

/** Flags without a value, so that the word behind them is an argument of its own. */
export const BOOLEAN_FLAGS: ReadonlySet<string> = new Set(
  `--quiet --force-download --resume-download --force --dry-run --json --verbose --trust-remote-code --trust_remote_code
  --enforce-eager --enable-prefix-caching --enable-auto-tool-choice --no-cache --enable-lora --disable-log-requests -q -v -y`
    .split(/\s+/)
    .filter(Boolean),
);

export const REVISION_FLAGS: readonly string[] = ['--revision', '--model_revision', '--model-revision'];
export const CODE_REVISION_FLAGS: readonly string[] = ['--code-revision', '--code_revision'];
export const TRUST_FLAGS: readonly string[] = ['--trust-remote-code', '--trust_remote_code'];
export const KIND_FLAGS: readonly string[] = ['--repo-type', '--type'];
