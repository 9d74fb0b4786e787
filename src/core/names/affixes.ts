/**
 * Words that a publisher of its own right seldom consists of, and that an imitation hangs onto a well-known name: kinds of organisation,
 * claims of being the real one, and the names of model families and formats.
 */
export const AFFIXES: ReadonlySet<string> = new Set(
  `ai ais ml nlp llm llms lab labs team org orgs official officially real the original verified inc corp co company hq
   community research open opensource oss hub hf huggingface model models weights release releases repo repos mirror mirrors
   backup archive cn us eu en global cloud dev devs tech tools data studio group foundation project projects
   llama gpt bert qwen gemma mistral mixtral phi falcon deepseek claude gemini grok kimi glm whisper clip diffusion
   gguf ggml awq gptq onnx mlx safetensors quant quants quantized chat instruct code coder vision audio speech
   base new latest my fan fork copy temp group world zone point net online download dl get web pro plus free x v1 v2 v3 io app security support help public private test testing download downloads`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words at the end of a real owner's name that people leave out or swap: `deepseek-ai`, `mistralai`, `moonshotai`. */
export const LOOSE_ENDINGS = [
  'ai',
  'labs',
  'lab',
  'org',
  'hq',
  'hf',
  'inc',
  'nlp',
  'ml',
  'research',
  'community',
  'team',
] as const;
