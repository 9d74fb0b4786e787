import { type ConfigDialect, fields } from './configField.ts';

/** Fields whose name alone says that their value is a model or a dataset of the Hub, in whatever file. */
const STRONG_MODELS = `model_name_or_path pretrained_model_name_or_path tokenizer_name_or_path base_model_name_or_path
  adapter_name_or_path teacher_model_name_or_path student_model_name_or_path`;

const MODELS = `base_model base_model_id base_model_name embedding_model embedding_model_name embedding_model_id
  embedding_model_path embed_model embed_model_name embeddings_model reranker_model reranker_model_name reranker_model_id
  rerank_model rerank_model_name reranking_model cross_encoder_model hf_repo hf_repo_id hf_model hf_model_id hf_model_name
  hf_model_path hf_name hf_path hf_hub_id source_model_name hf_hub_model hf_tokenizer huggingface_model huggingface_model_id huggingface_model_name
  huggingface_repo huggingface_repo_id huggingface_id hf_id model_repo model_repo_id gguf_repo gguf_repo_id tokenizer_repo
  lora_repo vae_repo tokenizer_name teacher_model student_model draft_model draft_model_id reward_model reward_model_name
  sentence_transformer sentence_transformer_model sentence_transformers_model`;

const DATASETS = `dataset_name_or_path dataset_name dataset_id dataset_repo dataset_repo_id hf_dataset hf_dataset_id
  hf_dataset_name hf_dataset_repo hf_dataset_or_datasets huggingface_dataset`;

/** Names of models that APIs have too: they count in a file that runs models, or by the shape of the id. */
const SHAPED_MODELS = `model model_id model_name modelname tokenizer tokenizer_id pretrained_model pretrained_model_name
  text_encoder text_encoder_name llm_model llm_model_name llm_backbone whisper_model adapter_id peft_model_id
  model.name model.id model.model_id tokenizer.name
  tokenizer.model preset.name model_path pretrained`;

const WEAK_MODELS = `repo_id tokenizer_path checkpoint pretrained_model_path backbone backbone_name
  encoder_name lora_path model.path tokenizer.path`;

const WEAK_DATASETS = `dataset dataset_path train_dataset eval_dataset test_dataset train_datasets eval_datasets
  dataset_names calib_dataset calibration_dataset dataset.name dataset.path dataset.id datasets[].name datasets[].path
  datasets[].id`;

const anywhere = (names: string) =>
  names
    .split(/\s+/)
    .map(name => `**.${name}`)
    .join(' ');

/**
 * What a file holds that runs a model from the Hub itself, rather than asking somebody's API for it: options of
 * loading, training and serving.
 */
export const RUN_FROM_HUB =
  /trust[_-]?remote[_-]?code|torch_dtype|load_in_[48]bit|tensor[_-]parallel|max[_-]?model[_-]?len|max[_-](?:new[_-]tokens|seq(?:uence)?[_-]len)|huggingface|\bhf download\b|\blm[_-]eval\b|\bvllm (?:serve|bench)\b|hf_token|HF_TOKEN|transformers|attn_implementation|device_map|per_device_|gradient_accumulation|lora_(?:r|alpha|rank)\b|use_safetensors|bnb_4bit|bf16|bfloat16|gradient_checkpointing|micro_batch_size|num_train_epochs|sequence_len\b|cutoff_len|session_len|cache_max_entry_count|\bqlora\b|backend: ?["']?(?:transformers|diffusers|vllm|sentencetransformers|mlx)/;

/** Fields of no known tool. What they hold must be a full id, and no folder, file or provider's name. */
export const GENERIC: ConfigDialect = {
  name: 'generic',
  signs: [],
  fields: [
    ...fields(anywhere(STRONG_MODELS), 'model', { form: 'id', revision: 'revision model_revision' }),
    ...fields(anywhere(MODELS), 'model', { revision: 'revision model_revision' }),
    // Source: gradio, the files of its workflows, in which an operator is a Space.
    ...fields('**.space_id', 'space', { beside: ['kind', /^space$/] }),
    // Source: llm-foundry, `finetuning/dataloader.py`.
    ...fields('**.dataset.hf_name **.dataset.hf_path', 'dataset'),
    // Source: nanotron, `config.py`: one data set, or several with their shares.
    ...fields('**.hf_dataset_or_datasets', 'dataset', { keys: true }),
    ...fields(anywhere(DATASETS), 'dataset', { revision: 'revision dataset_revision' }),
    ...fields(anywhere(SHAPED_MODELS), 'model', { weak: true, shaped: true, revision: 'revision model_revision' }),
    ...fields(anywhere(WEAK_MODELS), 'model', { weak: true, revision: 'revision model_revision' }),
    ...fields(anywhere(WEAK_DATASETS), 'dataset', { weak: true, revision: 'revision dataset_revision' }),
  ],
  words: [
    'name_or_path',
    ...`${MODELS} ${DATASETS}`.split(/\s+/).filter(word => word !== 'tokenizer_name' || word.includes('hf')),
    'tokenizer_name',
    'space_id',
    'trust_remote_code',
    'torch_dtype',
    'load_in_4bit',
    'load_in_8bit',
    'tensor_parallel',
    'max_model_len',
    'max_new_tokens',
    'attn_implementation',
    'device_map',
  ],
  example: `rag:
  embedding_model: ‹acme-ai/one›
  reranker: { model_name_or_path: ‹acme-ai/two›, revision: v1 }
llm:
  model: ‹acme-ai/three›
  trust_remote_code: true
train: { dataset_name: ‹acme-ai/four›, output: data/four }
steps:
  - { kind: space, space_id: ‹acme-ai/five› }
`,
};
