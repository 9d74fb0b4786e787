import type { CallLanguage } from './dialects.ts';

/** Words of which a file that names a repo by a call holds one. */
export const CALL_WORDS: Readonly<Record<CallLanguage, string>> = {
  go: 'hugot|go-huggingface|daulet\\/tokenizers|sugarme\\/tokenizer|nlpodyssey\\/cybertron|langchaingo\\/(?:llms|embeddings)\\/huggingface',
  java: 'optModelUrls|HuggingFace|[jJ]lama',
  csharp: 'HuggingFace|huggingFace',
  swift:
    '\\bHub\\b|HubApi|ModelConfiguration|from\\(pretrained:|\\bMLX|FromHub|WhisperKit|modelRepo|HuggingFaceModel|loadModel',
};

/**
 * Imports of libraries whose models are repos of the Hub. Source: the examples of hugot, go-huggingface, cybertron, DJL,
 * Jlama, LangChain4j, Semantic Kernel, mlx-swift-lm, swift-transformers, WhisperKit and AnyLanguageModel.
 */
export const HUB_LIBRARIES: Readonly<Record<CallLanguage, RegExp>> = {
  go: new RegExp(`"(?:github\\.com/)?[\\w./-]{0,40}(?:${CALL_WORDS.go})`),
  java: /^[ \t]*import (?:static )?(?:ai\.djl\.huggingface|com\.github\.tjake\.jlama|dev\.langchain4j\.model\.(?:huggingface|jlama)|[\w.]{1,80}\.[Hh]ugging[Ff]ace)/m,
  csharp: /^[ \t]*(?:global )?using [\w.]{0,60}\bHuggingFace/m,
  swift: /^[ \t]*(?:@\w+ )?import (?:Hub|HuggingFace|MLX\w*|Tokenizers|Transformers|WhisperKit|AnyLanguageModel)\b/m,
};
