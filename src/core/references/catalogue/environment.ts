import type { RepoKind } from '../reference.ts';

/**
 * Variables that servers and programs read an id from. Source: text-generation-inference, text-embeddings-inference,
 * SageMaker's Hugging Face containers, RunPod worker-vllm, open-webui, llama.cpp (`LLAMA_ARG_…`).
 */
export const MODEL_VARIABLES: Readonly<Record<string, RepoKind>> = {
  ...all(
    `MODEL_ID MODEL_IDS MODELS HF_MODEL_ID MODEL_NAME MODEL_NAME_OR_PATH TOKENIZER_NAME MODEL LLM_MODEL LLM_MODEL_ID LLM_MODEL_NAME
    EMBEDDING_MODEL EMBEDDING_MODEL_ID EMBEDDING_MODEL_NAME EMBED_MODEL EMBED_MODEL_ID RERANK_MODEL RERANKER_MODEL RERANK_MODEL_ID
    RERANKER_MODEL_ID LVM_MODEL_ID VLM_MODEL_ID LLM_ENDPOINT_MODEL RAG_EMBEDDING_MODEL RAG_RERANKING_MODEL VLLM_MODEL HF_MODEL HF_MODEL_NAME HF_REPO HF_REPO_ID
    HF_MODEL_REPO HF_MODEL_PATH MODEL_REPO MODEL_REPO_ID BASE_MODEL BASE_MODEL_ID BASE_MODEL_NAME TOKENIZER DRAFT_MODEL ADAPTER_ID ADAPTER_NAME WHISPER_MODEL TRANSFORMERS_MODEL SENTENCE_TRANSFORMERS_MODEL LLAMA_ARG_HF_REPO
    LLAMA_ARG_HF_REPO_V`,
    'model',
  ),
  ...all('DATASET_ID DATASET_NAME HF_DATASET HF_DATASET_ID HF_DATASET_NAME HF_DATASET_REPO', 'dataset'),
};

function all(names: string, kind: RepoKind): Record<string, RepoKind> {
  return Object.fromEntries(
    names
      .split(/\s+/)
      .filter(Boolean)
      .map(name => [name, kind]),
  );
}

/** Variables that say which revision of that id is meant, beside the id's own name with `_REVISION`. */
export const REVISION_VARIABLES: Readonly<Record<string, readonly string[]>> = {
  MODEL_ID: ['REVISION', 'MODEL_REVISION', 'MODEL_ID_REVISION'],
  HF_MODEL_ID: ['HF_MODEL_REVISION', 'HF_MODEL_ID_REVISION'],
  MODEL_NAME: ['MODEL_REVISION', 'MODEL_NAME_REVISION'],
  MODEL: ['MODEL_REVISION'],
  HF_MODEL: ['HF_MODEL_REVISION', 'HF_REVISION'],
  HF_MODEL_NAME: ['HF_MODEL_REVISION', 'HF_REVISION'],
  HF_REPO: ['HF_REVISION', 'HF_REPO_REVISION'],
  HF_REPO_ID: ['HF_REVISION', 'HF_REPO_REVISION'],
  TOKENIZER_NAME: ['TOKENIZER_REVISION'],
  BASE_MODEL: ['BASE_MODEL_REVISION'],
};

export const TRUST_VARIABLES: readonly string[] = [
  'TRUST_REMOTE_CODE',
  'HF_MODEL_TRUST_REMOTE_CODE',
  'HF_TRUST_REMOTE_CODE',
  'VLLM_TRUST_REMOTE_CODE',
];

/**
 * Servers that read a revision from a variable beside that of the id, and what in a file shows that it is about one.
 * Source: text-generation-inference `launcher/src/main.rs` and text-embeddings-inference `router/src/main.rs` (clap
 * `env`), sagemaker-huggingface-inference-toolkit, runpod-workers/worker-vllm `args_builder.py`.
 */
export const REVISION_SERVERS: readonly { readonly id: string; readonly revision: string; readonly where: RegExp }[] = [
  { id: 'MODEL_ID', revision: 'REVISION', where: /text-generation-|text-embeddings-|lorax/ },
  { id: 'HF_MODEL_ID', revision: 'HF_MODEL_REVISION', where: /sagemaker|huggingface-pytorch-inference|HF_TASK/i },
  { id: 'MODEL_NAME', revision: 'MODEL_REVISION', where: /worker-v?llm|runpod/i },
];
