import type { CallLanguage } from './dialects.ts';

/** Words of which a file that names a repo by a call holds one. */
export const CALL_WORDS: Readonly<Record<CallLanguage, string>> = {
  go: 'hugot|go-huggingface|daulet\\/tokenizers|sugarme\\/tokenizer|nlpodyssey\\/cybertron|langchaingo\\/(?:llms|embeddings)\\/huggingface',
  java: 'optModelUrls|HuggingFace|[jJ]lama',
  csharp: 'HuggingFace|huggingFace',
  swift:
    '\\bHub\\b|HubApi|ModelConfiguration|from\\(pretrained:|\\bMLX|FromHub|WhisperKit|modelRepo|HuggingFaceModel|loadModel',
};
