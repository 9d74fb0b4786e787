import { type ConfigDialect, fields } from './configField.ts';

/** Files that train, merge and evaluate. Source: each tool's own documentation and examples. */
export const TRAINING_CONFIGS: readonly ConfigDialect[] = [
  {
    // Source: axolotl, docs/config-reference; `hub_model_id` is where it pushes to.
    name: 'axolotl',
    signs: ['base_model datasets|pretraining_dataset|sequence_len|micro_batch_size|adapter|output_dir'],
    words: ['base_model'],
    fields: [
      ...fields('base_model', 'model', { form: 'id', revision: 'revision_of_model', pinnable: true }),
      ...fields('base_model_config tokenizer_config processor_config lora_model_dir', 'model'),
      ...fields('datasets[].path test_datasets[].path pretraining_dataset[].path', 'dataset', {
        revision: 'revision',
        pinnable: true,
      }),
      ...fields('pretraining_dataset', 'dataset'),
    ],
    example: `base_model: ‹acme-ai/one›
tokenizer_config: ‹acme-ai/two›
datasets:
  - path: ‹acme-ai/three›
    type: alpaca
  - path: json
    data_files: data/x.jsonl
test_datasets:
  - path: ‹acme-ai/four›
pretraining_dataset:
  - path: ‹acme-ai/five›
lora_model_dir: ‹acme-ai/six›
hub_model_id: acme-ai/out
output_dir: ./outputs/x
`,
  },
  {
    // Source: trl `ModelConfig` and `ScriptArguments`, alignment-handbook and open-r1 recipes.
    name: 'trl',
    signs: [
      'model_name_or_path dataset_name|dataset_mixer|dataset_mixture|dataset_id_or_path|torch_dtype|dtype|learning_rate|model_revision|attn_implementation',
    ],
    words: ['name_or_path', 'dataset_mixer', 'dataset_mixture'],
    fields: [
      ...fields('model_name_or_path', 'model', { form: 'id', revision: 'model_revision revision', pinnable: true }),
      ...fields('tokenizer_name_or_path', 'model', { form: 'id' }),
      ...fields('reward_model_path teacher_model_name_or_path sft_model_path ref_model_path', 'model'),
      ...fields('dataset_name dataset_id_or_path dataset_mixture.datasets[].id', 'dataset'),
      ...fields('dataset_mixer', 'dataset', { keys: true }),
    ],
    example: `model_name_or_path: ‹acme-ai/one›
tokenizer_name_or_path: ‹gpt2›
dataset_name: ‹acme-ai/three›
dataset_mixer:
  ‹acme-ai/four›: 1.0
  "‹acme-ai/five›": 0.5
dataset_mixture:
  datasets:
    - id: ‹acme-ai/six›
      config: all
hub_model_id: acme-ai/out
`,
  },
  {
    // Source: LLaMA-Factory, hparams/model_args.py and data_args.py. `dataset` is a key of dataset_info.json.
    name: 'llama-factory',
    signs: ['model_name_or_path stage|finetuning_type|template|infer_backend|export_dir'],
    words: ['name_or_path'],
    fields: [
      ...fields('model_name_or_path', 'model', { form: 'id', revision: 'model_revision', pinnable: true }),
      ...fields('adapter_name_or_path', 'model', { form: 'commas' }),
      ...fields('ref_model reward_model ref_model_adapters reward_model_adapters', 'model'),
      ...fields('dataset_dir', 'dataset', { form: 'remote' }),
    ],
    example: `model_name_or_path: ‹acme-ai/one›
adapter_name_or_path: ‹acme-ai/two›,‹acme-ai/three›
stage: dpo
ref_model: ‹acme-ai/four›
dataset: alpaca_en
dataset_dir: REMOTE:‹acme-ai/five›
output_dir: saves/llama3-8b/lora/dpo
`,
  },
  {
    // Source: LLaMA-Factory, data/README.md. The name says URL; it is an id. `ms_hub_url` and `om_hub_url` are other hubs.
    name: 'llama-factory datasets',
    path: /(?:^|\/)dataset_info[\w-]*\.json$/,
    signs: [],
    words: ['hf_hub_url'],
    fields: fields('*.hf_hub_url', 'dataset', { revision: 'revision' }),
    example: `{
  "one": { "hf_hub_url": "‹acme-ai/one›", "ms_hub_url": "llamafactory/one" },
  "two": { "file_name": "two.json" }
}
`,
    examplePath: 'data/dataset_info.json',
  },
  {
    // Source: mergekit, docs and `ModelReference.parse`; `union` and `base` are words of its own.
    name: 'mergekit',
    signs: ['merge_method', 'slices', 'base_model experts', 'models base_model', 'models parameters'],
    words: ['merge_method', 'slices', 'experts'],
    fields: fields(
      `base_model models[].model slices[].sources[].model modules.*.slices[].sources[].model modules.*.models[].model
      experts[].source_model shared_experts[].source_model tokenizer_source tokenizer.source
      tokenizer.tokens.*.source.model models[].model.model.path`,
      'model',
      { form: 'merge' },
    ),
    example: `merge_method: slerp
base_model: ‹acme-ai/one›@main
tokenizer_source: union
models:
  - model: ‹acme-ai/two›+‹acme-ai/lora›
slices:
  - sources:
      - model: ‹acme-ai/three›
        layer_range: [0, 32]
`,
  },
  {
    // Source: autotrain-advanced, configs.
    name: 'autotrain',
    signs: ['base_model project_name|task data'],
    words: ['base_model'],
    fields: [...fields('base_model', 'model', { form: 'id' }), ...fields('data.path', 'dataset')],
    example: `task: llm-sft
base_model: ‹acme-ai/one›
project_name: x
data:
  path: ‹acme-ai/two›
  train_split: train
`,
  },
  {
    // Source: lm-evaluation-harness, docs/task_guide.md: `dataset_path` is the first argument of `load_dataset`.
    name: 'lm-eval',
    signs: ['dataset_path'],
    words: ['dataset_path'],
    fields: [
      ...fields('dataset_path', 'dataset', { form: 'id', revision: 'dataset_kwargs.revision', pinnable: true }),
      ...fields('task[].dataset_path', 'dataset', { form: 'id' }),
    ],
    example: `task: one
dataset_path: ‹super_glue›
dataset_name: cb
output_type: multiple_choice
doc_to_text: "{{premise}}"
`,
  },
  {
    // Source: lm-evaluation-harness `--config` files, lmms-eval configs/example_batch.yaml.
    name: 'lm-eval arguments',
    signs: [],
    words: ['model_args'],
    fields: fields('**.model_args', 'model', { form: 'pairs' }),
    example: `- model: qwen2_5_vl
  model_args: "pretrained=‹acme-ai/one›,device_map=auto"
  tasks: mme
`,
  },
  {
    // Source: torchtune, `torchtune/datasets`: `source` is the first argument of `load_dataset`.
    name: 'torchtune',
    signs: [],
    words: ['torchtune'],
    fields: fields('**.source', 'dataset', { beside: ['_component_', /^torchtune\.datasets\./] }),
    example: `dataset:
  _component_: torchtune.datasets.instruct_dataset
  source: ‹acme-ai/one›
  split: train
tokenizer:
  _component_: torchtune.models.llama3.llama3_tokenizer
  path: /tmp/x/tokenizer.model
`,
  },
  {
    // Source: NeMo and Megatron-Bridge: `tokenizer.type` is a name of the Hub when the library is `huggingface`.
    name: 'nemo',
    signs: [],
    words: ['library["\']?: ?["\']?huggingface'],
    fields: fields('**.tokenizer.type', 'model', { form: 'id', beside: ['library', /^huggingface$/] }),
    example: `model:
  tokenizer:
    library: huggingface
    type: ‹acme-ai/one›
`,
  },
  {
    // Source: transformers, docs on attention kernels from the Hub: `paged|org/name@rev:function`.
    name: 'kernels',
    signs: [],
    words: ['attn_implementation', 'attention_implementation'],
    fields: fields('**.attn_implementation **._attn_implementation **.attention_implementation', 'kernel', {
      form: 'kernel',
    }),
    example: `base_model: x
attn_implementation: ‹acme-ai/one›
text_config: { _attn_implementation: flash_attention_2 }
`,
  },
  {
    // Source: ostris/ai-toolkit, config/examples.
    name: 'ai-toolkit',
    signs: ['job config'],
    words: ['name_or_path'],
    fields: fields('**.model.name_or_path **.model.assistant_lora_path **.model.lora_path', 'model'),
    example: `job: extension
config:
  process:
    - type: sd_trainer
      model:
        name_or_path: "‹acme-ai/one›"
`,
  },
  {
    // Source: kohya-ss/sd-scripts, `train_util.add_sd_models_arguments`; `vae` is a Diffusers repo or a file.
    name: 'kohya',
    signs: ['pretrained_model_name_or_path'],
    words: ['name_or_path'],
    fields: fields('vae **.vae', 'model'),
    example: `pretrained_model_name_or_path = "‹acme-ai/one›"
vae = "‹acme-ai/two›"
output_dir = "out/x"
`,
    examplePath: 'config.toml',
  },
];
