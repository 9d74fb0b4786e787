import { type ConfigDialect, fields } from './configField.ts';

/** Files that lie in a repo itself, and those that name what a project needs. */
export const REPO_CONFIGS: readonly ConfigDialect[] = [
  {
    // Source: peft, `PeftConfig`: `revision` is that of the base model.
    name: 'peft',
    path: /(?:^|\/)adapter_config\.json$/,
    signs: ['peft_type base_model_name_or_path'],
    words: ['name_or_path'],
    fields: fields('base_model_name_or_path', 'model', { form: 'id', revision: 'revision', pinnable: true }),
    example: `{ "base_model_name_or_path": "‹acme-ai/one›", "peft_type": "LORA", "revision": null }
`,
    examplePath: 'adapter_config.json',
  },
  {
    // Source: transformers, `PretrainedConfig` and `dynamic_module_utils`.
    name: 'transformers',
    path: /(?:^|\/)(?:config|(?:tokenizer|processor|preprocessor|generation)_config)\.json$/,
    signs: ['model_type architectures'],
    words: ['name_or_path', 'auto_map'],
    fields: [
      ...fields('_name_or_path name_or_path', 'model', { form: 'id' }),
      ...fields('auto_map.*', 'model', { form: 'auto-map' }),
    ],
    example: `{
  "_name_or_path": "‹acme-ai/one›",
  "auto_map": { "AutoConfig": "‹acme-ai/code›--configuration.Config", "AutoModel": "modeling.Model" }
}
`,
    examplePath: 'config.json',
  },
  {
    // Source: open_clip, `factory.py` and model_configs.
    name: 'open_clip',
    signs: [],
    words: ['hf_tokenizer_name', 'hf_model_name'],
    fields: fields('**.hf_tokenizer_name **.hf_model_name', 'model', { form: 'id' }),
    example: `{ "model_cfg": { "text_cfg": { "hf_model_name": "‹acme-ai/one›", "hf_tokenizer_name": "‹acme-ai/two›" } } }
`,
    examplePath: 'open_clip_config.json',
  },
  {
    // Source: huggingface/kernels, docs on locking.
    name: 'kernels',
    path: /(?:^|\/)pyproject\.toml$/,
    signs: ['tool'],
    words: ['tool.kernels'],
    fields: fields('tool.kernels.dependencies', 'kernel', { keys: true }),
    example: `[tool.kernels.dependencies]
"‹acme-ai/one›" = ">=0.0.1"
`,
    examplePath: 'pyproject.toml',
  },
];

/** The front matter of a card. Source: the Hub's documentation of model, dataset and Space cards. */
export const CARD: ConfigDialect = {
  name: 'card',
  signs: [],
  fields: [
    ...fields('base_model', 'model', { form: 'id' }),
    ...fields('base_models new_version models', 'model'),
    ...fields('datasets', 'dataset', { form: 'id' }),
    ...fields('preload_from_hub', 'model', { form: 'preload' }),
    ...fields('model_index[].results[].dataset.type', 'dataset', { revision: 'revision', pinnable: true }),
  ],
  example: `base_model: [‹acme-ai/one›, ‹gpt2›]
datasets:
  - ‹squad›
new_version: ‹acme-ai/two›
preload_from_hub:
  - ‹acme-ai/three› config.json abc123
model-index:
  - results:
      - dataset: { type: ‹acme-ai/four›, name: x/y }
`,
};
