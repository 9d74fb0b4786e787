import { type ConfigDialect, fields } from './configField.ts';

/** Engine options by which one knows the settings of vLLM, SGLang and LMDeploy. */
const ENGINE =
  'tensor_parallel_size|max_model_len|gpu_memory_utilization|served_model_name|trust_remote_code|tp_size|mem_fraction_static|enable_prefix_caching|max_num_seqs|model_impl|session_len';

/** Files of servers, gateways and clusters. Source: each program's own documentation and examples. */
export const SERVING_CONFIGS: readonly ConfigDialect[] = [
  {
    // Source: vllm, docs/configuration/serve_args; sglang, `server_args.py`.
    name: 'vllm',
    signs: [`model|model_path|model_tag ${ENGINE}`],
    words: ENGINE.split('|'),
    fields: [
      ...fields('model model_path model_tag', 'model', { revision: 'revision', pinnable: true }),
      ...fields('tokenizer tokenizer_path', 'model', { revision: 'tokenizer_revision' }),
      ...fields('hf_config_path speculative_model speculative_config.model speculative_draft_model_path', 'model'),
      ...fields('lora_modules', 'model', { form: 'named' }),
    ],
    example: `model: ‹acme-ai/one›
tokenizer: ‹acme-ai/two›
served-model-name: acme-ai/label
tensor-parallel-size: 2
lora-modules: ["a=‹acme-ai/three›"]
`,
  },
  {
    // Source: kserve, docs on Hugging Face storage.
    name: 'kserve',
    signs: [],
    words: ['storage_uri'],
    fields: fields('**.storage_uri', 'model', { form: 'storage' }),
    example: `kind: InferenceService
spec:
  predictor:
    model:
      storageUri: hf://‹acme-ai/one›:main
`,
  },
  {
    // Source: vllm-project/production-stack, helm/values.yaml. `name` is a label.
    name: 'production-stack',
    signs: [],
    words: ['model_url', 'modelURL'],
    fields: fields('**.model_url', 'model'),
    example: `servingEngineSpec:
  modelSpec:
    - name: "opt125m"
      repository: "vllm/vllm-openai"
      modelURL: "‹acme-ai/one›"
`,
  },
  {
    // Source: ray, docs on Ray Serve LLM: `model_id` is the served name, and the id when no source is given.
    name: 'ray-serve',
    signs: [],
    words: ['model_loading_config', 'model_source'],
    fields: [
      ...fields('**.model_loading_config.model_source **.model_source', 'model'),
      ...fields('**.model_loading_config.model_id', 'model', { unless: 'model_source' }),
    ],
    example: `applications:
  - args:
      llm_configs:
        - model_loading_config: { model_id: acme-ai/label, model_source: ‹acme-ai/one› }
        - model_loading_config: { model_id: ‹acme-ai/two› }
`,
  },
  {
    // Source: LocalAI, docs on backends: these take a repo; the others a file.
    name: 'localai',
    signs: ['backend parameters'],
    words: [
      'backend: transformers',
      'backend: diffusers',
      'backend: vllm',
      'backend: mlx',
      'backend: sentencetransformers',
    ],
    fields: fields('parameters.model', 'model', { weak: true }),
    example: `name: x
backend: transformers
parameters:
  model: ‹acme-ai/one›
`,
  },
  {
    // Source: mistral.rs, docs on TOML selectors.
    name: 'mistral.rs',
    signs: [],
    words: ['tok_model_id', 'quantized_model_id', 'xlora_model_id', 'adapters_model_id', 'anymoe'],
    fields: [
      ...fields('**.tok_model_id **.quantized_model_id **.xlora_model_id **.adapters_model_id', 'model'),
      ...fields('model.model_id anymoe.model_ids', 'model'),
    ],
    example: `[model]
model_id = "‹acme-ai/one›"
tok_model_id = "‹acme-ai/two›"
`,
    examplePath: 'selector.toml',
  },
  {
    // Source: llama-cpp-python, server/settings.py; `model` is a pattern of file names.
    name: 'llama-cpp-python',
    signs: [],
    words: ['hf_model_repo_id'],
    fields: fields('**.hf_model_repo_id', 'model'),
    example: `{ "models": [{ "model": "*q4_0.gguf", "hf_model_repo_id": "‹acme-ai/one›" }] }
`,
    examplePath: 'server.json',
  },
  {
    // Source: huggingface/chat-ui, README: the models of a deployment.
    name: 'chat-ui',
    signs: [],
    path: /(?:^|\/)MODELS$/,
    words: ['MODELS'],
    fields: [
      ...fields('[].name', 'model', { unless: 'id' }),
      ...fields('[].id [].tokenizer', 'model'),
      ...fields('[].tokenizer.tokenizer', 'model'),
    ],
    example: `[{ "name": "‹acme-ai/one›", "tokenizer": "‹acme-ai/two›" }]
`,
    examplePath: 'MODELS',
  },
];
