/** Another hub, or an API, that a text speaks of: there a plain `model` is theirs. */
const FOREIGN =
  /modelscope|openrouter|together\.(?:ai|xyz)|together_ai|replicate|groq|fireworks|deepinfra|litellm|ollama|api\.openai|openai_api(?!_server)|api_base|api_key_env|novita|siliconflow|nvidia\.com\/v1/i;

export const isForeignText = (text: string): boolean => FOREIGN.test(text);

/** Who asks an API shows its key, or where it lies. */
export const hasApiKey = (text: string): boolean => /api[-_]?key|api[-_]?token|base[-_]?url/i.test(text);

const ROUTER = /router\.huggingface\.co/;

/** Does the text ask the Hub's own router, and nobody else? */
export const isRouterText = (text: string): boolean => ROUTER.test(text) && !isForeignText(text);

const OTHER_HUB =
  /modelscope|openrouter|together\.(?:ai|xyz)|together_ai|replicate|groq|fireworks|deepinfra|litellm|novita|siliconflow|nvidia\.com\/v1/i;
const HUB_TOKEN = /(?:HF|HUGGING_?FACE)(?:_?HUB)?_(?:API_|ACCESS_|HUB_)?(?:TOKEN|KEY)/i;

/**
 * Does the text ask an API, so that what is shaped like an id of the Hub may be theirs? Beside a token of the Hub it is the
 * Hub's, unless another hub is spoken of that has ids of the same shape.
 */
export const asksElsewhere = (text: string): boolean =>
  isForeignText(text) && (OTHER_HUB.test(text) || !HUB_TOKEN.test(text));
