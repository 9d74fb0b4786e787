import { at, type CallLoader, calls } from './callLoader.ts';

const full = { form: 'full' } as const;
const USE_HUB = 'use hf_hub::{api::sync::Api, Repo, RepoType};';
const USE_MISTRAL = 'use mistralrs::*;';

/**
 * Source: hf-hub 0.3 to 0.5, `src/lib.rs`, `src/api/sync.rs`, `src/api/tokio.rs`, and candle's examples, which call them.
 * A method of the client takes no revision: that needs another call. The last argument of `Repo::new` is the kind of repo.
 * Version 1 (`HFClient`) takes owner and name apart, `client.model("org", "name")`: no id is written there.
 */
const hub = calls({ from: ['hf_hub'], anyReceiver: true }, [
  ['model', [at(0)], `${USE_HUB} fn f(api: Api) { api.model("‹acme-ai/one›".to_string()); }`],
  ['dataset', [at(0, '', { kind: 'dataset' })], `${USE_HUB} fn f() { Api::new()?.dataset("‹acme-ai/one›".into()); }`],
  ['space', [at(0, '', { kind: 'space' })], `${USE_HUB} fn f() { Api::new()?.space(String::from("‹acme-ai/one›")); }`],
  ['Repo.new', [at(0)], `${USE_HUB} fn f() { Repo::new("‹acme-ai/one›".into(), RepoType::Model); }`, { kindAt: 1 }],
  ['Repo.model', [at(0)], `${USE_HUB} fn f() { Repo::model("‹acme-ai/one›".into()); }`],
  ['Repo.dataset', [at(0, '', { kind: 'dataset' })], `${USE_HUB} fn f() { Repo::dataset("‹acme-ai/one›".into()); }`],
  ['Repo.space', [at(0, '', { kind: 'space' })], `${USE_HUB} fn f() { Repo::space("‹acme-ai/one›".into()); }`],
]);

const byName = [
  // Source: fastembed `src/models/qwen3.rs`, `src/models/nomic_v2_moe.rs`.
  ...calls({ from: ['fastembed'] }, [
    [
      '*Embedding.from_hf',
      [at(0)],
      'use fastembed::NomicV2MoeTextEmbedding; fn f() { NomicV2MoeTextEmbedding::from_hf("‹acme-ai/one›", &device, DType::F32, 512); }',
    ],
  ]),
  ...calls({ from: ['hf_hub'], byName: true }, [
    [
      'Repo.with_revision',
      [at(0)],
      'fn f() { Repo::with_revision("‹acme-ai/one›".into(), RepoType::Model, "main".into()); }',
      { revisionAt: 2, kindAt: 1 },
    ],
  ]),
  // Source: tokenizers `src/tokenizer/mod.rs` with the feature `http`; model2vec-rs, README.
  ...calls({ from: ['tokenizers', 'model2vec_rs'], byName: true }, [
    [
      'Tokenizer.from_pretrained',
      [at(0)],
      'fn f() { Tokenizer::from_pretrained("‹acme-ai/one›", None); }',
      { options: 1 },
    ],
    [
      'StaticModel.from_pretrained',
      [at(0)],
      'fn f() { StaticModel::from_pretrained("‹acme-ai/one›", None, None, None); }',
    ],
  ]),
  // Source: floneum, `FileSource::huggingface(repo, revision, file)` of kalosm's models.
  ...calls({ from: ['kalosm', 'kalosm_model_types'], byName: true }, [
    [
      'FileSource.huggingface',
      [at(0, '', full)],
      'fn f() { FileSource::huggingface("‹acme-ai/one›", "main", "model.gguf"); }',
      { revisionAt: 1 },
    ],
  ]),
];

/**
 * Source: mistral.rs `mistralrs/src/*.rs`: each builder takes the id first and the revision by `with_hf_revision`. Those
 * of adapters took the adapters' ids behind the builder of the model; LoRA takes them one by one since.
 */
const mistral = calls({ from: ['mistralrs', 'mistralrs_core'], anyReceiver: true }, [
  ['*Builder.new', [at(0, '', full)], `${USE_MISTRAL} fn f() { TextModelBuilder::new("‹acme-ai/one›"); }`],
  ['with_tok_model_id', [at(0)], `${USE_MISTRAL} fn f() { b.with_tok_model_id("‹acme-ai/one›"); }`],
  [
    '*LoraModelBuilder.from_text_model_builder',
    [at(1, '', full)],
    `${USE_MISTRAL} fn f() { LoraModelBuilder::from_text_model_builder(b, ["‹acme-ai/one›"]); }`,
  ],
  [
    '*LoraModelBuilder.from_gguf_model_builder',
    [at(1, '', full)],
    `${USE_MISTRAL} fn f() { GgufXLoraModelBuilder::from_gguf_model_builder(b, "‹acme-ai/one›", ordering); }`,
  ],
  ['with_adapter', [at(1, '', full)], `${USE_MISTRAL} fn f() { b.with_adapter("alias", "‹acme-ai/one›"); }`],
  [
    'with_adapter_revision',
    [at(1, '', full)],
    `${USE_MISTRAL} fn f() { b.with_adapter_revision("alias", "‹acme-ai/one›", "main"); }`,
    { revisionAt: 2 },
  ],
]);

/** Every loader of Rust. */
export const RUST_LOADERS: readonly CallLoader[] = [...hub, ...byName, ...mistral];

/** Crates whose models are repos of the Hub, whoever calls them. */
export const HUB_CRATES =
  /^(?:hf_hub|candle(?:_\w+)?|tokenizers|mistralrs(?:_\w+)?|model2vec_rs|kalosm(?:_\w+)?|embed_anything|fastembed)$/;
