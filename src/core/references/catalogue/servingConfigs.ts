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
      ...fields('hf_config_path speculative_model speculative_draft_model_path', 'model'),
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
    // Source: vllm, docs on speculative decoding: a map, or the same as JSON in a string; also among the engine options
    // of Ray Serve and Helm charts.
    name: 'vllm speculation',
    signs: [],
    words: ['speculative_config'],
    fields: [
      ...fields('**.speculative_config', 'model', { form: 'json' }),
      ...fields('**.speculative_config.model', 'model', { revision: 'revision' }),
    ],
    example: `speculative-config: '{"model": "‹acme-ai/one›", "num_speculative_tokens": 3}'
engine_kwargs:
  speculative_config: { model: ‹acme-ai/two›, num_speculative_tokens: 5 }
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
    words: ['hf_model_repo_id', 'from_pretrained'],
    fields: fields('**.hf_model_repo_id **.from_pretrained.repo_id', 'model'),
    example: `{ "models": [
  { "model": "*q4_0.gguf", "hf_model_repo_id": "‹acme-ai/one›" },
  { "alias": "b", "from_pretrained": { "repo_id": "‹acme-ai/two›", "filename": "b.gguf" } }
] }
`,
    examplePath: 'server.json',
  },
  {
    // Source: Baseten Truss, docs on `model_cache`, `weights` and TensorRT-LLM builds. `model_metadata.repo_id` is a label.
    name: 'truss',
    signs: [],
    words: ['model_cache', 'hf_cache', 'checkpoint_repository', 'lora_adapters'],
    fields: [
      ...fields('**.model_cache[].repo_id **.hf_cache[].repo_id **.model_cache.models[].repo_id', 'model', {
        revision: 'revision',
        pinnable: true,
      }),
      ...fields('**.checkpoint_repository.repo **.lora_adapters.*.repo', 'model', {
        beside: ['source', /^HF$/i],
        revision: 'revision',
        pinnable: true,
      }),
    ],
    example: `model_metadata:
  repo_id: acme-ai/label
model_cache:
  - repo_id: ‹acme-ai/one›
    revision: main
trt_llm:
  build:
    checkpoint_repository: { repo: ‹acme-ai/two›, source: HF }
    lora_adapters:
      a: { repo: adapters/two, source: GCS }
`,
  },
  {
    // Source: InftyAI/llmaz, `OpenModel` (api/core/v1alpha1): the hub is Hugging Face unless `name` says ModelScope.
    name: 'llmaz',
    signs: [],
    words: ['modelHub'],
    fields: fields('**.model_hub.model_id', 'model', { revision: 'revision', pinnable: true }),
    example: `kind: OpenModel
spec:
  source:
    modelHub:
      modelID: ‹acme-ai/one›
`,
  },
  {
    // Source: xinference, docs on custom models; newer files have one map a hub.
    name: 'xinference',
    signs: ['model_specs', 'model_src'],
    words: ['model_specs', 'model_src'],
    fields: [
      ...fields('model_specs[].model_id model_id', 'model', { revision: 'model_revision', pinnable: true }),
      ...fields('**.model_src.huggingface.model_id', 'model', { revision: 'model_revision', pinnable: true }),
    ],
    example: `{ "model_name": "a", "model_specs": [
  { "model_id": "‹acme-ai/one›", "model_hub": "huggingface" },
  { "model_id": "acme-ai/two", "model_hub": "modelscope" },
  { "model_src": { "huggingface": { "model_id": "‹acme-ai/three›" }, "modelscope": { "model_id": "acme-ai/four" } } }
] }
`,
    examplePath: 'model.json',
  },
  {
    // A field beside it says that the Hub is where it comes from, or that the Hub's own API serves it. Source: the
    // documentation of Continue, Flowise, Open Interpreter, mem0 and LLaMA-Factory v1.
    name: 'told by its provider',
    signs: [],
    words: [
      '(?:source|provider|hub|type|library|backend)["\']? ?[:=] ?["\']?(?:hf|HF|[Hh]ugging|sentence.?transformers)',
    ],
    fields: fields('**.model **.model_name **.model_id **.repo **.repo_id **.path', 'model', {
      beside: [
        'provider|source|hub|model_provider|embedding_provider|backend|type|library',
        /^(?:hf|hf[-_]hub|hugging[-_ ]?face(?:[-_](?:hub|tgi|inference[-_]api|api|local))?|sentence[-_]transformers?)$/i,
      ],
      revision: 'revision',
    }),
    example: `models:
  - provider: huggingface-inference-api
    model: ‹acme-ai/one›
  - provider: openrouter
    model: acme-ai/two
embedder:
  provider: huggingface
  model: ‹acme-ai/three›
`,
  },
  {
    // Source: huggingface.co docs on Inference Providers: ids of the Hub, a provider or a policy behind the colon.
    name: 'router of the Hub',
    signs: [],
    words: ['router.huggingface.co'],
    fields: fields('**.model **.model_name **.models[].name **.models[].id **.models[] **.models.default[]', 'model', {
      form: 'provider',
      router: true,
    }),
    example: `url: https://router.huggingface.co/v1
models:
  - name: ‹acme-ai/one›:fastest
  - name: ‹acme-ai/two›
`,
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
