import listed from '../../../data/names/publishers.json' with { type: 'json' };

/** Publishers of the index of popular models, as they write themselves. Source: `src/data/names/popular.tsv`. */
const PUBLISHERS: ReadonlySet<string> = new Set(listed);

/**
 * Owners that code hosts, container registries and model APIs know under the same name: there it takes more than the owner.
 * Set by hand, from general knowledge.
 */
const ELSEWHERE_TOO: ReadonlySet<string> = new Set(
  `microsoft google google-research google-deepmind facebook facebookresearch nvidia huggingface openai apple amazon intel ibm
  salesforce Salesforce allenai databricks Snowflake baidu tencent alibaba bytedance ByteDance deepseek-ai mistralai cohere
  CohereLabs anthropic vllm-project pytorch keras tensorflow explosion spacy xai-org openbmb OpenGVLab moonshotai zai-org
  MiniMaxAI stabilityai meta-llama mlc-ai apache onnx timm sentence-transformers EleutherAI`.split(/\s+/),
);

export const isHubPublisher = (owner: string): boolean => PUBLISHERS.has(owner);

/**
 * Is `owner/name` so written that hardly anything but a repo of the Hub is called that? The owner is a publisher of the
 * index. An owner who is a plain word, or who is known elsewhere too, needs a name with a number in it, as models have.
 */
export function isPublished(id: string): boolean {
  const [owner = '', name = '', more] = id.split('/');
  if (more !== undefined || name.length < 3 || !isHubPublisher(owner)) return false;
  // `huggingface/gpt2` of gradio and LiteLLM says who serves it.
  if (FILE.test(name) || owner === 'huggingface') return false;
  const isPlain = /^[a-z]+$/.test(owner) || ELSEWHERE_TOO.has(owner);
  return isPlain ? /\d/.test(name) && /-|_/.test(name) : /[-_\d]/.test(name);
}

/** A file of a folder that happens to be called like a publisher. */
const FILE = /\.(?:py|js|mjs|ts|tsx|jsx|json|ya?ml|toml|md|txt|sh|csv|png|jpe?g|svg|gif|html?|css|rs|go|java|git)$/i;
