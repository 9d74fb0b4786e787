import { type ConfigMap, scalarAt } from './tree.ts';

/** Providers whose models have names of the same grammar. */
const PROVIDERS =
  /^(?:openai|azure.*|anthropic|openrouter|together.*|groq|fireworks.*|deepinfra|replicate|ollama|bedrock|vertex.*|gemini|google|cohere|mistral(?:ai)?|perplexity|nvidia|nim|novita|siliconflow|modelscope|cerebras|sambanova|fal|dashscope|litellm|kaggle|ngc|watsonx|databricks|sagemaker|moonshot|zhipu|xinference)$/i;

/** Who serves models of the Hub by their ids. */
const HUB = /^(?:hugging[-_ ]?face(?:[-_ ].*)?|hf(?:[-_](?:inference|hub|api).*)?)$/i;

/** Fields that say who serves the model of their map. */
const PROVIDER_FIELDS = [
  'provider',
  'provider_id',
  'provider_type',
  'llm_provider',
  'model_provider',
  'api_provider',
  'api_type',
  'vendor',
  'hub',
  'source_hub',
  'model_hub',
  'custom_llm_provider',
  'embedding_provider',
];

const ADDRESS_FIELDS = ['base_url', 'api_base', 'api_base_url', 'openai_api_base', 'api_url'];

/** Maps whose ids are destinations, or another program's. */
const FOREIGN_MAPS =
  /^(?:with|push|push_to_hub|upload|export|publish|litellm_params|model_info|fallbacks|model_group_alias|router_settings|labels|annotations|image|images|node_selector)$/;

/** Does the map say that its model is somebody else's? */
export function isForeign(map: ConfigMap, path: readonly string[]): boolean {
  if (path.some(name => FOREIGN_MAPS.test(name))) return true;
  if (PROVIDER_FIELDS.some(name => PROVIDERS.test(scalarAt(map, name)?.excerpt.text ?? ''))) return true;
  if (/^modelscope$/i.test(scalarAt(map, 'name')?.excerpt.text ?? '')) return true;
  return ADDRESS_FIELDS.some(name => {
    const address = scalarAt(map, name)?.excerpt.text ?? '';
    return /^https?:\/\//.test(address) && !/huggingface\.co/.test(address);
  });
}

/** Does the map say that its model is served from the Hub? `provider: huggingface`. */
export const isHubs = (map: ConfigMap): boolean =>
  [...PROVIDER_FIELDS, 'backend'].some(name => HUB.test(scalarAt(map, name)?.excerpt.text ?? ''));

/** What is sent to a model that runs already, or what it answered: its name is a label there. */
export const isRequest = (map: ConfigMap): boolean =>
  map.entries.some(({ key }) => /^(?:messages|choices|usage|object|tool_calls|finish_reason)$/.test(key.excerpt.text));
