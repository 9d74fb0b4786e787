import { at, calls } from './callLoader.ts';

const provider = { form: 'provider' } as const;

const ROUTER = 'https://router.huggingface.co/v1';

/** Clients of many servers: the address decides. Source: Hugging Face Inference Providers documentation. */
export const servers = calls({ byName: true, only: 'huggingface.co' }, [
  [
    'OpenAI().chat.completions.*',
    [at(0, 'model', provider)],
    `const c = new OpenAI({ baseURL: "${ROUTER}" }); c.chat.completions.create({ model: "‹acme-ai/one›:novita" })`,
  ],
  [
    'OpenAI().responses.*',
    [at(0, 'model', provider)],
    `const c = new OpenAI({ baseURL: "${ROUTER}" }); c.responses.create({ model: "‹acme-ai/one›" })`,
  ],
  [
    'OpenAI().embeddings.create',
    [at(0, 'model', provider)],
    `const c = new OpenAI({ baseURL: "${ROUTER}" }); c.embeddings.create({ model: "‹acme-ai/one›" })`,
  ],
  [
    'ChatOpenAI',
    [at(0, 'model', provider), at(0, 'modelName', provider)],
    `new ChatOpenAI({ model: "‹acme-ai/one›", configuration: { baseURL: "${ROUTER}" } })`,
  ],
  ['createOpenAI()', [at(0, '', provider)], `const hf = createOpenAI({ baseURL: "${ROUTER}" }); hf("‹acme-ai/one›")`],
  [
    'createOpenAI().*',
    [at(0, '', provider)],
    `const hf = createOpenAI({ baseURL: "${ROUTER}" }); hf.chat("‹acme-ai/one›")`,
  ],
  [
    'createOpenAICompatible().*',
    [at(0, '', provider)],
    `const hf = createOpenAICompatible({ name: "hf", baseURL: "${ROUTER}" }); hf.chatModel("‹acme-ai/one›")`,
  ],
  [
    'createOpenAICompatible()',
    [at(0, '', provider)],
    `const hf = createOpenAICompatible({ name: "hf", baseURL: "${ROUTER}" }); hf("‹acme-ai/one›")`,
  ],
  [
    'fetch',
    [at(1, 'body.model', provider)],
    `const f = fetch; f("${ROUTER}/chat/completions", { method: "POST", body: JSON.stringify({ model: "‹acme-ai/one›" }) })`,
  ],
  ['*.post', [at(1, 'model', provider)], `axios.post("${ROUTER}/chat/completions", { model: "‹acme-ai/one›" })`],
]);
