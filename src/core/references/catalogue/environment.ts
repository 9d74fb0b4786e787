import type { RepoKind } from '../reference.ts';

/**
 * Variables that servers and programs read an id from. Source: text-generation-inference, text-embeddings-inference,
 * SageMaker's Hugging Face containers, RunPod worker-vllm, open-webui, llama.cpp (`LLAMA_ARG_…`).
 */
export const MODEL_VARIABLES: Readonly<Record<string, RepoKind>> = {
  ...all(
    `MODEL_ID HF_MODEL_ID MODEL_NAME MODEL_NAME_OR_PATH TOKENIZER_NAME MODEL LLM_MODEL LLM_MODEL_ID LLM_MODEL_NAME
    EMBEDDING_MODEL EMBEDDING_MODEL_ID EMBEDDING_MODEL_NAME RERANK_MODEL RERANKER_MODEL RERANK_MODEL_ID
    RERANKER_MODEL_ID RAG_EMBEDDING_MODEL RAG_RERANKING_MODEL VLLM_MODEL HF_MODEL HF_MODEL_NAME HF_REPO HF_REPO_ID
    BASE_MODEL ADAPTER_ID WHISPER_MODEL TRANSFORMERS_MODEL SENTENCE_TRANSFORMERS_MODEL LLAMA_ARG_HF_REPO`,
    'model',
  ),
  ...all('DATASET_ID DATASET_NAME HF_DATASET HF_DATASET_ID', 'dataset'),
};

function all(names: string, kind: RepoKind): Record<string, RepoKind> {
  return Object.fromEntries(
    names
      .split(/\s+/)
      .filter(Boolean)
      .map(name => [name, kind]),
  );
}

/**
 * Owners that, where nothing says "Hub", are rather the provider of an API: `openai/gpt-4o`. Source: LiteLLM's list of
 * providers, less those that also publish on the Hub under that name with models one would load (`google`, `mistralai`).
 */
export const PROVIDER_OWNERS =
  /^(?:openai\/(?!gpt-oss|whisper|clip)|anthropic\/|azure\/|azure_ai\/|gemini\/|vertex_ai\/|ollama\/|ollama_chat\/|groq\/|bedrock\/|together_ai\/|openrouter\/|hosted_vllm\/|fireworks_ai\/|deepinfra\/|cohere\/|mistral\/|perplexity\/|replicate\/|xai\/|x-ai\/|accounts\/)/i;
