import type { ConfigDialect } from './configField.ts';
import { GENERIC } from './genericConfigs.ts';
import { REPO_CONFIGS } from './repoConfigs.ts';
import { SERVING_CONFIGS } from './servingConfigs.ts';
import { SPEECH_CONFIGS } from './speechConfigs.ts';
import { TRAINING_CONFIGS } from './trainingConfigs.ts';

/** Every kind of file whose fields are known; the narrowest first, the fields of no known tool last. */
export const CONFIG_DIALECTS: readonly ConfigDialect[] = [
  ...REPO_CONFIGS,
  ...TRAINING_CONFIGS,
  ...SPEECH_CONFIGS,
  ...SERVING_CONFIGS,
  GENERIC,
];

/** `base_model` as any file may spell it: `base-model`, `baseModel`, `BASE_MODEL` is a variable's name. */
const spelled = (word: string) =>
  word
    .replace(/[.\\]/g, '\\$&')
    .replace(/(?<=\w)_(\w)/g, (_, letter: string) => `[_-]?[${letter}${letter.toUpperCase()}]`);

const distinct = ({ fields, words }: ConfigDialect) =>
  words ??
  fields.map(
    each =>
      each.at
        .split(/[.[\]]+/)
        .filter(Boolean)
        .at(-1)!,
  );

/** Patterns of which every file holds one that any row could read. Source: the rows. */
export const CONFIG_WORDS: readonly string[] = [
  ...new Set(CONFIG_DIALECTS.flatMap(distinct).map(spelled)),
  'huggingface[/:]',
  // What says that a model is served from the Hub: `provider: huggingface`.
  '(?:\\w{0,20}[Pp]rovider|backend|vendor|hub|api[_-]?[tT]ype)["\']?\\s{0,4}[:=]\\s{0,4}["\']?[Hh](?:ugging|f\\b)',
  'hf[-_]hub:',
];
