/** Models that everybody knows by a bare name. Source: those that `transformers` of before 2020 had built in, which the Hub redirects. */
export const LEGACY_MODELS =
  /^(?:gpt2(?:-medium|-large|-xl)?|(?:distil)?bert-(?:base|large)-[\w-]+|(?:distil)?roberta-(?:base|large|large-mnli|large-openai-detector)|distilgpt2|t5-(?:small|base|large|3b|11b)|albert-[\w-]+-v[12]|xlm-roberta-(?:base|large)|xlnet-(?:base|large)-cased|bert-base-[\w-]+|camembert-base|openai-gpt|transfo-xl-wt103|ctrl)$/;

/**
 * Is it one of them, where `org/name` would be an id? A name such as `gpt2` or `ctrl` is also a word for a kind of model:
 * `isTelling` says that what takes it takes ids and nothing else.
 */
export const isLegacyModel = (text: string, isTelling: boolean): boolean =>
  LEGACY_MODELS.test(text) && (isTelling || text.includes('-'));
