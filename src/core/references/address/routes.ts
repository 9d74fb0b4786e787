/**
 * First path segments on the Hub that are no publisher. Source: the links in the Hub's own pages and documentation, its
 * OpenAPI description, and the old courses and pages that still redirect (`course`, `deep-rl-course`, `inference-api`);
 * `hfd` is where hf-mirror.com keeps its script.
 */
export const RESERVED: ReadonlySet<string> = new Set(
  `docs blog papers learn tasks models datasets spaces collections organizations settings join login logout new new-space
  new-dataset new-model new-blog pricing enterprise chat jobs changelog inference inference-api inference-endpoints
  inference-providers hf-inference endpoints autotrain api mcp cli front welcome security support contact subscribe pro
  hardware terms-of-service privacy code-of-conduct content-guidelines search notifications posts discord hub huggingface.js
  languages brand playground course courses deep-rl-course buckets storage billing transformers oauth assets cached-assets
  avatars static metrics evaluate licenses daily_papers tokens landing .well-known hfd`
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

/** What further stands below a repo, behind its owner and name. */
export const REPO_PAGES: ReadonlySet<string> = new Set([
  ...REPO_ROUTES,
  ...'media colab kaggle embed tensorboard info upload new delete community'.split(' '),
]);

/** A lesson of a course, which is no repo: `some-course/unit5`. */
export const LESSON = /^(?:unit|chapter)\d+$/;

/** Pages of a publisher: `huggingface.co/google/models` lists what there is. */
export const PROFILE_PAGES: ReadonlySet<string> = new Set(
  'models datasets spaces collections activity followers following posts papers likes'.split(' '),
);
