import { describe, expect, test } from 'vitest';
import { RUST_LOADERS } from '../../../src/core/references/catalogue/rust.ts';
import { readRust } from '../../../src/core/references/rust/readRust.ts';
import { processorTime } from '../../support/processorTime.ts';
import { marked, withMarks } from './marked.ts';
import { COMMIT, pinned } from './pinned.ts';

const read = (text: string) => readRust({ path: '', text }).references;

const found = (picture: string) => {
  const { text } = marked(picture);
  return withMarks(
    text,
    read(text).map(each => each.span),
  );
};

const same = (pictures: readonly string[], before = '') =>
  test.each(pictures.map(each => [each]))('%s', picture => expect(found(before + picture)).toBe(before + picture));

const USE = 'use hf_hub::{api::sync::Api, Repo, RepoType};\n';

describe('every row of the table reads its own example', () => {
  test.each(RUST_LOADERS.map(row => [row.callee, row] as const))('%s', (_, row) => {
    expect(found(row.example)).toBe(row.example);
    for (const { kind } of read(marked(row.example).text)) expect(row.ids.map(each => each.kind)).toContain(kind);
  });
});

describe('where the value comes from', () => {
  same(
    [
      'fn f(a: Args) { let id = "‹google/gemma-2b›"; let id = id.to_string(); let (id, rev) = match (a.id, a.rev) { (Some(id), _) => (id, a.rev), (None, r) => (id, r) }; api.model(id); }',
      'fn f() { println!("{}", api.model("‹google/gemma-2b›".into()).url()); let m = vec![W { id: "‹google/gemma-7b›" }]; for x in &m { api.model(x.id.into()); } }',
      'const M: &str = "‹google/gemma-2b›"; fn f(api: &Api) { api.model(M.to_string()); }',
      'impl W { const ID: &\'static str = "‹google/gemma-2b›"; fn f(api: Api) { api.model(Self::ID.into()); } }',
      'fn f(a: Args) { api.model(a.id.unwrap_or_else(|| "‹google/gemma-2b›".to_string())); }',
      'fn f(a: Args) { let id = a.id.as_deref().unwrap_or("‹google/gemma-2b›"); api.model(id.to_owned()); }',
      'fn f() { let id = if small { "‹google/gemma-2b›" } else { "‹google/gemma-7b›" }; api.model(id.into()); }',
      'fn f() { let id = match a.model { Some(m) => m, None => "‹google/gemma-2b›".to_string() }; api.model(id); }',
      'fn f() { let (id, rev) = match w { W::A => ("‹google/gemma-2b›", "main"), W::B => { ("‹google/gemma-7b›", "v1") } }; api.repo(Repo::with_revision(id.into(), RepoType::Model, rev.into())); }',
      'impl W { fn repo(&self) -> &str { match self { Self::A => "‹google/gemma-2b›", W::B => return "‹google/gemma-7b›" } } }\nfn f(w: W) { api.model(w.repo().to_string()); }',
      'impl W { fn as_str(&self) -> &str { match self { Self::A => "‹google/gemma-2b›" } } }\nfn f(w: W) { api.model(w.as_str().to_string()); }',
      'fn load(api: &Api, id: &str) { api.model(id.to_owned()); } fn main() { load(&api, "‹google/gemma-2b›"); }',
      'impl L { fn new(id: &str) { api.model(id.into()); } } fn main() { L::new("‹google/gemma-2b›"); Other::new("some-lab/gemma-7b"); }',
      'struct C { id: &\'static str } const ALL: &[C] = &[C { id: "‹google/gemma-2b›" }]; fn f(c: &C) { api.model(c.id.into()); }',
      'fn f() { for id in vec!["‹google/gemma-2b›", "‹google/gemma-7b›"] { api.model(id.to_string()); } }',
      'fn f() { api.model(r#"‹google/gemma-2b›"#.into()); hf_hub::Repo::model("‹google/gemma-7b›".into()); }',
      '#[derive(Parser)] struct A { #[arg(long, default_value = "‹google/gemma-2b›")] model_id: String, #[arg(default_value = "a/b")] out: String }',
      '#[derive(Parser)] struct A { #[arg(long, default_value_t = String::from("‹google/gemma-2b›"))] which: String } fn f(a: A) { api.model(a.which); }',
      '#[derive(Deserialize)] struct A { #[serde(default = "id")] x: String } fn id() -> String { "‹google/gemma-2b›".into() } fn f(a: A) { api.model(a.x); }',
    ],
    USE,
  );
});

describe('what is no id', () => {
  same([
    `${USE}fn f() { client.model("deepseek-ai", "x-1"); h("Accept", "application/json"); r("/api/v1"); open("target/debug"); }`,
    `${USE}fn f() { api.model("your-org/model".into()); api.model(format!("google/{}", x)); }`,
    'use async_openai::*; fn f() { Request::default().model("openai/gpt-oss-20b"); }',
    'use crate::google::gemma; fn f() { mod_a::model("google/gemma-2b") }',
  ]);
});

describe('what a load says', () => {
  test.each([
    ['api.dataset("a-b/c".into())', 'dataset', { state: 'absent' }],
    ['Repo::new("a-b/c".into(), RepoType::Space)', 'space', { state: 'absent' }],
    ['Repo::with_revision("a-b/c".into(), RepoType::Dataset, "v1".into())', 'dataset', { value: 'v1' }],
    ['Repo::with_revision("a-b/c".into(), RepoType::Model, args.rev)', 'model', { state: 'unknown' }],
    ['Tokenizer::from_pretrained("a-b/c", None)', 'model', { state: 'absent' }],
    [
      'Tokenizer::from_pretrained("a-b/c", Some(P { revision: "v1".into(), ..Default::default() }))',
      'model',
      { value: 'v1' },
    ],
    ['let s = vec![Source { model_id: "a-b/c".into(), revision: "v1".into() }]', 'model', { value: 'v1' }],
    ['mistralrs::TextModelBuilder::new("a-b/c").with_isq(q).with_hf_revision("v1").build()', 'model', { value: 'v1' }],
  ])('%s', (code, kind, revision) => {
    const [first] = read(`${USE}fn f() { ${code}; }`);
    expect(first).toMatchObject({ id: 'a-b/c', kind, revision });
  });
});

describe('a pin is one edit', () => {
  test.each([
    'Repo::with_revision("a-b/c".into(), RepoType::Model, "main".into())',
    'const R: &str = "main"; Repo::with_revision(String::from("a-b/c"), RepoType::Model, R.to_string())',
    'mistralrs::TextModelBuilder::new("a-b/c").with_hf_revision("main").build()',
    'let s = Source { model_id: "a-b/c".into(), revision: "main".into() }',
    'get("https://huggingface.co/a-b/c/resolve/main/x.bin")',
  ])('%s', code => {
    const text = `${USE}fn f() { ${code}; }`;
    const after = pinned(text, read(text)[0]!)!;
    expect(read(after)[0]).toMatchObject({ id: 'a-b/c', revision: { state: 'known', value: COMMIT } });
  });

  test.each([
    'api.model("a-b/c".into())',
    'Tokenizer::from_pretrained("a-b/c", None)',
    'Repo::new("a-b/c".into(), RepoType::Model)',
  ])('no place: %s', code => expect(read(`${USE}fn f() { ${code}; }`)[0]!.pins).toEqual([]));
});

test('a page is a link, content is none', () => {
  const references = read('// https://hf.co/a-b/c\nfn f() { get("https://hf.co/d-e/f/resolve/main/x") }');
  expect(references.map(each => each.link)).toEqual([true, false]);
});

test('hostile texts end in time', () => {
  for (const text of [
    `fn f() { ${'('.repeat(30_000)}a.model("a-b/c")`,
    `fn f() { x.model${'.a()'.repeat(20_000)}`,
    `const M: &[&str] = &[${'"a-b/c", '.repeat(50_000)}]; fn f() { a.model(M[0]) }`,
    `fn f() { let x = ${'if a { "a-b/c" } else '.repeat(3_000)}{ "d-e/f" }; a.model(x) }`,
    `fn f() { ${'let s = s.a(s).model(s.b, s.c(s));\n'.repeat(300)} }`,
    `fn f() { ${'a.model("a-b/c".into());\n'.repeat(20_000)} ${' '.repeat(600_000)}}`,
    `use hf_hub::${'{a::'.repeat(20_000)}`,
  ]) {
    expect(processorTime(() => read(USE + text))).toBeLessThan(8_000);
  }
});

describe("an option's help says what it takes", () => {
  same([
    'struct Args {\n  /// Hugging Face dataset to use\n  #[clap(default_value = "‹acme-ai/one›", long, env)]\n  dataset: String,\n  #[clap(default_value = "acme-ai/two")]\n  other: String,\n}',
    'struct Args {\n  #[arg(long, help = "name of the huggingface hub model", default_value = "‹acme-ai/one›")]\n  m: String,\n  /// Path of the model\n  #[arg(default_value = "acme-ai/two")]\n  p: String,\n}',
    'struct Args {\n  /// A Hugging Face model is not needed here\n  #[arg(default_value = "./a/b")]\n  m: String,\n  /// Docker image\n  #[arg(default_value = "acme-ai/image")]\n  image: String,\n}',
  ]);
  const [data] = read(
    'struct A {\n  /// Hugging Face dataset\n  #[arg(default_value = "acme-ai/one")]\n  d: String,\n}',
  );
  test('and which kind', () => expect(data).toMatchObject({ kind: 'dataset', api: 'd' }));
});
