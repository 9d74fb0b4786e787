/** First path segments on the Hub that are no publisher. */
export const RESERVED: ReadonlySet<string> = new Set(
  `docs blog papers learn tasks models datasets spaces collections organizations settings join login logout new new-space
  new-dataset new-model pricing enterprise chat jobs changelog inference inference-endpoints api front welcome security
  support terms-of-service privacy search notifications posts discord hub huggingface.js languages brand playground course
  buckets storage billing transformers oauth assets avatars static metrics evaluate licenses daily_papers tokens landing`
    .split(/\s+/)
    .filter(Boolean),
);

/** Routes below a repo that give content; `blob`, `tree` and others are pages. */
export const CONTENT_ROUTES: ReadonlySet<string> = new Set(['resolve', 'raw']);
export const REVISION_ROUTES: ReadonlySet<string> = new Set(['resolve', 'raw', 'blob', 'tree', 'blame', 'revision']);

/** Routes below a repo. Behind a single segment they say that this is a repo: `huggingface.co/gpt2/tree/main`. */
export const REPO_ROUTES: ReadonlySet<string> = new Set([
  ...REVISION_ROUTES,
  'commit',
  'commits',
  'discussions',
  'edit',
  'viewer',
]);

/** Pages of a publisher: `huggingface.co/google/models` lists what there is. */
export const PROFILE_PAGES: ReadonlySet<string> = new Set(
  'models datasets spaces collections activity followers following posts papers likes'.split(' '),
);

/** Bare names that people link to: `https://huggingface.co/gpt2`. Any other single segment is a publisher's page. */
export const LEGACY_PAGES =
  /^(?:gpt2(?:-medium|-large|-xl)?|(?:distil)?bert-(?:base|large)-[\w-]+|(?:distil)?roberta-(?:base|large|large-mnli|large-openai-detector)|distilgpt2|t5-(?:small|base|large|3b|11b)|albert-[\w-]+-v[12]|xlm-roberta-(?:base|large)|xlnet-(?:base|large)-cased|bert-base-[\w-]+|camembert-base|openai-gpt|transfo-xl-wt103|ctrl)$/;
