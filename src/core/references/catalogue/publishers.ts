import listed from '../../../data/names/publishers.json' with { type: 'json' };

/** Publishers of the index of popular models, as they write themselves. Source: `src/data/names/popular.tsv`. */
const PUBLISHERS: ReadonlySet<string> = new Set(listed);

/*
 * The same owner's name can mean another thing elsewhere. These lists are set by hand, from general knowledge and the lists
 * of models of OpenRouter, NVIDIA NIM and Replicate; some of their owners the index does not list, or not yet.
 */

/** Owners that code hosts and container registries know. */
const ON_CODE_HOSTS =
  `google-research google-deepmind facebook facebookresearch huggingface apple intel ibm salesforce Salesforce
  CohereLabs vllm-project pytorch keras tensorflow explosion spacy openbmb OpenGVLab stabilityai mlc-ai apache onnx timm
  sentence-transformers EleutherAI`.split(/\s+/);

/** Owners that these and model APIs know. */
const EVERYWHERE =
  `microsoft google nvidia openai amazon allenai databricks Snowflake baidu tencent alibaba bytedance ByteDance
  deepseek-ai mistralai cohere anthropic xai-org moonshotai zai-org MiniMaxAI meta-llama`.split(/\s+/);

/** Owners that model APIs know, who call there in small letters what has capitals on the Hub. */
const IN_APIS =
  `01-ai abacusai adept ai21labs alpindale anthracite-org arcee-ai baichuan-inc black-forest-labs briaai codellama
  cognitivecomputations deepcogito fal ideogram-ai nex-agi openchat perplexity-ai playgroundai poolside rednote-hilab sarvamai
  speakleash stepfun-ai swiss-ai teknium tngtech upstage utter-project`.split(/\s+/);

/** Of these it takes more than the owner to know a repo. */
const ELSEWHERE_TOO: ReadonlySet<string> = new Set([...ON_CODE_HOSTS, ...EVERYWHERE]);
/** Of these small letters may be an API's. */
const OF_APIS: ReadonlySet<string> = new Set([...EVERYWHERE, ...IN_APIS]);

/** The index lacks whose models are no longer there but still named, and whose are made for tests, and never popular. */
const UNLISTED: ReadonlySet<string> = new Set(['runwayml', 'hf-internal-testing']);

/** Hugging Face's own teams sign so, `HuggingFaceFW`; of them not all have a popular model. */
const OF_HUGGING_FACE = /^HuggingFace[A-Z]/;

export const isHubPublisher = (owner: string): boolean => PUBLISHERS.has(owner) || OF_HUGGING_FACE.test(owner);

/**
 * Is `owner/name` so written that hardly anything but a repo of the Hub is called that? The owner is a publisher of the
 * index. An owner who is a plain word, or who is known elsewhere too, needs a name with a number in it, as models have.
 */
export function isPublished(id: string): boolean {
  const [owner = '', name = '', more] = id.split('/');
  if (more !== undefined || name.length < 3 || !isHubPublisher(owner)) return false;
  // `huggingface/gpt2` of gradio and LiteLLM says who serves it.
  if (FILE.test(name) || owner === 'huggingface') return false;
  if (OF_HUGGING_FACE.test(owner)) return true;
  const isPlain = /^[a-z]+$/.test(owner) || ELSEWHERE_TOO.has(owner);
  return isPlain ? /\d/.test(name) && /-|_/.test(name) : /[-_\d]/.test(name);
}

/** A file of a folder that happens to be called like a publisher. */
const FILE = /\.(?:py|js|mjs|ts|tsx|jsx|json|ya?ml|toml|md|txt|sh|csv|png|jpe?g|svg|gif|html?|css|rs|go|java|git)$/i;

/**
 * Is it written as ids of the Hub are, and as those of API providers are not? They write small letters throughout;
 * on the Hub most publishers write `Qwen/Qwen3-8B`, and the others are known by their name.
 */
export function hasHubShape(id: string): boolean {
  const [owner = '', name = ''] = id.split('/');
  if ((isHubPublisher(owner) && !OF_APIS.has(owner)) || UNLISTED.has(owner)) return true;
  return /[A-Z]/.test(id) && owner.length > 1 && name.length > 3 && /[-._\d]/.test(name) && /[a-z]/.test(id);
}

/**
 * Owners that, where nothing says "Hub", are rather the provider of an API: `openai/gpt-4o`. Source: LiteLLM's list of
 * providers, less those that also publish on the Hub under that name with models one would load (`google`, `mistralai`).
 */
export const PROVIDER_OWNERS =
  /^(?:openai\/(?!gpt-oss|whisper|clip)|anthropic\/|azure\/|azure_ai\/|gemini\/|vertex_ai\/|ollama\/|ollama_chat\/|groq\/|bedrock\/|together_ai\/|openrouter\/|hosted_vllm\/|fireworks_ai\/|deepinfra\/|cohere\/|mistral\/|perplexity\/|replicate\/|xai\/|x-ai\/|accounts\/)/i;
