import type { RepoKind } from '../reference.ts';
import { hasApiKey, isForeignText } from './foreignTexts.ts';
import type { IdForm } from './loader.ts';

/** What a name says of the literal that it is given, when no loader is in sight. */
export interface NameSense {
  readonly kind: RepoKind;
  readonly form: IdForm;
  /**
   * What else must be said before it counts. `nothing`: the name says "Hub" itself. `library`: the program imports a
   * library of the Hub and no client of another one. `router`: it talks to the Hub's inference router. `form`: a
   * notebook's form offers it, see `formFields.ts`.
   */
  readonly needs: 'nothing' | 'library' | 'router' | 'form';
}

/** Names that only what is loaded from the Hub has. Source: transformers, peft and trl arguments; Hugging Face's containers. */
const HUB_NAMES =
  /^(?:pretrained_model_name_or_path|(?:base_|teacher_|student_|ref_|reward_)?model_name_or_path|tokenizer_name_or_path|base_model_name_or_path|gaudi_config_name|(?:hf|huggingface)_(?:hub_)?(?:model|repo|model_repo|tokenizer|checkpoint)(?:_id|_name|_path|_uri)?)$/;

const HUB_DATASETS = /^(?:hf|huggingface)_dataset(?:_id|_name|_repo|_path)?$/;

/** Names that people give to an id. Next to a library of the Hub they leave little doubt. */
const MODEL_NAMES =
  /^(?:[a-z0-9]+_){0,3}(?:model|tokenizer|processor|embedder|reranker|adapter|lora|peft|vae|controlnet|unet|checkpoint)_(?:id|name|repo|repo_id|checkpoint|path_or_id)$|^(?:[a-z0-9]+_){0,2}(?:embedding|embed|embeddings|reranker|rerank|base|teacher|student|draft|reward|ref|judge|default|llm|asr|whisper|diarization|segmentation|vision|classifier|summarization|translation|ner|tts|stt|vlm)_(?:model|checkpoint)$|^(?:teacher|student)_id$|^(?:[a-z0-9]+_){0,2}repo_id$|^checkpoint$|^pretrained$/;

/** Names that people give to an id and to a folder alike: the value must look like an id. */
const PATH_NAMES = /^(?:[a-z0-9]+_){0,3}(?:model|tokenizer|adapter|peft|checkpoint)_path$/;
const LOOKS_LIKE_ID = /^[A-Za-z][A-Za-z0-9.-]+\/[\w.-]*(?:-|\d)[\w.-]*$/;

const DATASET_NAMES = /^(?:[a-z0-9]+_){0,2}dataset_(?:id|name|repo|repo_id)$/;

/** Parts of a name that say: this is where something goes, or somebody else's. */
export const ELSEWHERE =
  /(?:^|_)(?:hub|push|pushed|out|output|save|saved|new|target|upload|dest|destination|finetuned|tuned|trained|merged|served|wandb|github|gh|git|docker|openai|openrouter|azure|anthropic|groq|together|replicate|nim|nvidia|ollama|litellm|modelscope|ms|kaggle|bedrock|sagemaker)(?:_|$)|^(?:adapter|lora)_name$/;

/** Longest name that is looked at. */
const MAX_NAME = 60;

/** `ModelId`, `_MODEL_ID`, `model_id_` and `DEFAULT_MODEL_ID` are one name. */
const inSmallLetters = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/^_+|^default_(?=\w+_)|_+$/g, '');

/** What the name of a constant, a field, a parameter or a key says; nothing when it is no name for an id. */
export function senseOf(name: string, value = ''): NameSense | undefined {
  if (name.length > MAX_NAME) return undefined;
  if (value.startsWith('huggingface/') && /^model(?:_id|_name)?$/.test(name)) {
    return { kind: 'model', form: 'litellm', needs: 'nothing' };
  }
  if (name === 'MODEL') return { kind: 'model', form: 'full', needs: 'library' };
  const lower = inSmallLetters(name);
  if (lower === 'model') return { kind: 'model', form: 'provider', needs: 'router' };
  if (lower === 'embed_model') return { kind: 'model', form: 'local', needs: 'library' };
  if (HUB_NAMES.test(lower)) return { kind: 'model', form: 'full', needs: 'nothing' };
  if (HUB_DATASETS.test(lower)) return { kind: 'dataset', form: 'full', needs: 'nothing' };
  if (ELSEWHERE.test(lower)) return undefined;
  if (MODEL_NAMES.test(lower) || (PATH_NAMES.test(lower) && LOOKS_LIKE_ID.test(value)))
    return { kind: 'model', form: 'full', needs: 'library' };
  return DATASET_NAMES.test(lower) ? { kind: 'dataset', form: 'full', needs: 'library' } : undefined;
}

/** Libraries whose models come from the Hub. */
export const HUB_LIBRARIES: readonly string[] =
  `transformers huggingface_hub datasets diffusers sentence_transformers peft trl tokenizers optimum vllm
  unsloth evaluate setfit langchain_huggingface faster_whisper auto_gptq awq gptqmodel mlx_lm mlx_vlm sglang lmdeploy
  FlagEmbedding axolotl lm_eval trlx bitsandbytes mistralrs nemo txtai speechbrain
  autotrain fastembed torchtune litgpt llmcompressor auto_round ctranslate2 lorax optimum_benchmark lighteval lmms_eval
  colpali_engine pylate model2vec exllamav2 tensorrt_llm transformer_lens adapters parler_tts autoawq
  gliner keybert bertopic mteb ragatouille sagemaker.huggingface whisperx open_clip haystack llama_index.embeddings.huggingface llama_index.llms.huggingface`.split(
    /\s+/,
  );

/** A text that speaks of the Hub, or runs models by itself. */
const SPEAKS_OF_HUB =
  /hugging[ _-]?face|\bHF_(?:TOKEN|HOME|HUB)|^[ \t]*(?:from|import)[ \t]+(?:torch|tensorflow|jax|flax)\b/im;

export const HUB_IMPORT = new RegExp(
  `^[ \\t]*(?:from|import)[ \\t]+(?:${HUB_LIBRARIES.join('|').replaceAll('.', '\\.')})\\b`,
  'm',
);

/** Clients of other hubs and of model APIs, whose ids look the same. */
export const FOREIGN_IMPORT =
  /^[ \t]*(?:from|import)[ \t]+(?:openai|litellm|anthropic|together|replicate|modelscope|groq|kagglehub|fireworks|cohere|mistralai|langchain_openai|langchain_groq|langchain_together|langchain_nvidia_ai_endpoints|ollama|paddlenlp|dspy|google\.generativeai|google\.genai)\b/m;

/** Options of engines that load weights, as tests of these engines hand them on to helpers of their own. */
const RUNS_WEIGHTS =
  /\b(?:trust_remote_code|torch_dtype|load_in_[48]bit|tensor_parallel(?:_size)?|max_model_len|enforce_eager|gpu_memory_utilization|num_shard|kv_cache_dtype|speculative_model|device_map|bnb_4bit\w*|safetensors)\b|\blauncher\(\s{0,40}["']/;

/** May what has the shape of an id be one of the Hub here, whoever takes it? */
export const speaksOfHub = (text: string): boolean =>
  !FOREIGN_IMPORT.test(text) &&
  (HUB_IMPORT.test(text) ||
    SPEAKS_OF_HUB.test(text) ||
    (RUNS_WEIGHTS.test(text) && !isForeignText(text) && !hasApiKey(text)));

export const HUB_ROUTER = /router\.huggingface\.co|api-inference\.huggingface\.co/;

/** What takes an id under such a keyword and is another service's, or a destination. */
export const FOREIGN_CALLEE =
  /openai|litellm|bedrock|azure|anthropic|groq|together|replicate|nvidia|ollama|cohere|push|upload|create_repo|create_commit|create_branch|create_tag|delete|update_repo|move_repo|duplicate|save|card|request|log/i;
