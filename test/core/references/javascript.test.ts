import { describe, expect, test } from 'vitest';
import { JAVASCRIPT_LOADERS } from '../../../src/core/references/catalogue/javascript.ts';
import { readJavaScript } from '../../../src/core/references/javascript/readJavaScript.ts';
import { processorTime } from '../../support/processorTime.ts';
import { marked, withMarks } from './marked.ts';
import { COMMIT, pinned } from './pinned.ts';

const read = (picture: string, path = 'x.ts') => {
  const { text } = marked(picture);
  return { text, references: readJavaScript({ path, text }).references };
};

const found = (picture: string, path?: string) => {
  const { text, references } = read(picture, path);
  return withMarks(
    text,
    references.map(each => each.span),
  );
};

const same = (pictures: readonly string[], path?: string) =>
  test.each(pictures.map(each => [each]))('%s', picture => expect(found(picture, path)).toBe(picture));

const IMPORT = 'import { pipeline, AutoModel, AutoTokenizer } from "@huggingface/transformers";\n';

describe('every row of the table reads its own example', () => {
  test.each(JAVASCRIPT_LOADERS.map(row => [row.callee, row] as const))('%s', (_, row) => {
    expect(found(row.example)).toBe(row.example);
    const { text, references } = read(row.example);
    for (const { id, kind, span, link } of references) {
      expect(text.slice(span.start, span.end)).toBe(id);
      expect(row.ids.map(each => each.kind)).toContain(kind);
      expect(link).toBe(false);
    }
  });
});

describe('where a name comes from', () => {
  same([
    'import { pipeline as make } from "@xenova/transformers"; make("ner", "‹google/gemma-2b›")',
    'import * as t from "https://cdn.jsdelivr.net/npm/@huggingface/transformers@3.0.0"; t.pipeline("ner", "‹gpt2›")',
    'import { pipeline } from "npm:@huggingface/transformers@3"; pipeline("ner", "‹gpt2›")',
    'const { pipeline } = require("@huggingface/transformers"); pipeline("ner", `‹google/gemma-2b›`)',
    'const { pipeline } = await import("@huggingface/transformers"); pipeline(task, "‹google/gemma-2b›")',
    'const t = require("@huggingface/transformers"); const { AutoModel: M } = t; M.from_pretrained("‹gpt2›")',
    'import("@huggingface/transformers").then(({ pipeline }) => pipeline(task, "‹google/gemma-2b›"))',
    'import { InferenceClient } from "@huggingface/inference"; const c = new InferenceClient(t); c.chatCompletion({ model: "‹google/gemma-2b›:fastest" })',
    'import { HfInference } from "@huggingface/inference"; async function f(c: HfInference) { await c.textGeneration({ model: "‹gpt2›" }) }',
    'import { Client } from "@gradio/client"; const app = await Client.connect("‹google/app›")',
    'import { listFiles } from "@huggingface/hub"; for await (const f of listFiles({ repo: "datasets/‹google/data-set›" })) {}',
    'import OpenAI from "openai"; const c = new OpenAI({ baseURL: "https://router.huggingface.co/v1" }); c.chat.completions.create({ model: "‹a-b/c›:novita" })',
    'import type { Q } from "x"; pipeline("text-generation", "‹google/gemma-2b›")',
  ]);
});

describe('ids that tell by themselves', () => {
  same([
    'const fileOptions = ["hf:‹google/gemma-2b›:Q4_K_M", `hf:‹google/gemma-7b›/a.gguf`, "hf:///x/y", "hf:models"];',
    '<gradio-app space="‹google/demo›" />',
    'const c = { provider: "huggingface", model: "‹google/gemma-2b›" };',
    'const c = { modelId: "‹google/gemma-2b›", backend: "hf-inference", path: "src/a" };',
    'const c = { provider: "openrouter", model: "google/gemma-2b" };',
    'import "@huggingface/transformers"; const MODELS = [{ id: "‹google/gemma-2b›", title: "a/b" }, { model: "‹google/gemma-7b›" }];',
    'import "@huggingface/transformers"; const modelMap = { a: { repo: "‹google/gemma-2b›", file: "onnx/model" } };',
  ]);
});

describe('where the value comes from', () => {
  same(
    [
      'const MODEL = "‹google/gemma-2b›"; pipeline("ner", MODEL)',
      'const MODEL = process.env.MODEL ?? "‹google/gemma-2b›"; pipeline("ner", MODEL)',
      'const MODEL = process.env.MODEL || "‹google/gemma-2b›"; pipeline("ner", MODEL)',
      'pipeline("ner", small ? "‹google/gemma-2b›" : "‹google/gemma-7b›")',
      'const M = { small: "‹google/gemma-2b›", "big": "‹google/gemma-7b›" } as const; pipeline("ner", M[size])',
      'const M = { small: "‹google/gemma-2b›", big: "‹google/gemma-7b›" }; pipeline("ner", M.small)',
      'const M = ["‹google/gemma-2b›", "‹google/gemma-7b›"] as const; for (const m of M) await pipeline("ner", m)',
      'const MODELS = [{ id: "‹google/gemma-2b›", dtype: "q4" }] satisfies M[]; MODELS.map(m => pipeline("ner", m.id))',
      'const MODELS = [{ id: "‹google/gemma-2b›" }]; const one = MODELS.find(m => m.fast); pipeline("ner", one!.id)',
      'for (const [k, v] of Object.entries({ a: "‹google/gemma-2b›" })) pipeline("ner", v)',
      'enum Model { A = "‹google/gemma-2b›" }\npipeline("ner", Model.A)',
      'class P { static model = "‹google/gemma-2b›"; static async get() { return (this.i ??= pipeline(this.task, this.model)) } }',
      'class P { static model_id: string | null = null; static get() { this.model_id ??= "‹google/gemma-2b›"; return AutoModel.from_pretrained(this.model_id) } }',
      'class Base { static get() { return pipeline(this.task, this.model) } }\nclass A extends Base { static model = "‹google/gemma-2b›" }',
      'const P = { model: "‹google/gemma-2b›", get() { return pipeline("ner", this.model) } }',
      'async function load(id = "‹google/gemma-2b›") { return pipeline("ner", id) }\nload("‹google/gemma-7b›")',
      'const load = async ({ model, dtype }: Options) => pipeline("ner", model);\nload({ model: "‹google/gemma-7b›", dtype: "q4" })',
      'class M { constructor(id: string) { this.id = id } load() { return AutoModel.from_pretrained(this.id) } }\nnew M("‹google/gemma-7b›")',
      'const [model, setModel] = useState("‹google/gemma-2b›"); pipeline("ner", model)',
      'const id = () => "‹google/gemma-2b›"; pipeline("ner", id())',
      'const M = "‹google/gemma-2b›"; Promise.all([AutoTokenizer.from_pretrained(M), AutoModel.from_pretrained(M)])',
      'worker.postMessage({ type: "load", model: "‹google/gemma-2b›" })',
      'const El = () => <Chat model="‹google/gemma-2b›" />',
      'const r = await fetch(`https://api-inference.huggingface.co/models/${M}`); const M = "‹google/gemma-2b›"',
      'const M = "‹google/gemma-2b›"; fetch("https://huggingface.co/" + M + "/resolve/main/config.json")',
    ].map(each => IMPORT + each),
    'x.tsx',
  );
});

describe('addresses', () => {
  same([
    'fetch("https://huggingface.co/‹google/gemma-2b›/resolve/main/config.json")',
    '// see https://huggingface.co/‹google/gemma-2b›',
    '/** https://huggingface.co/datasets/‹google/data-set› */',
    'const a = "hf://‹google/gemma-2b›/a.bin"',
  ]);
  test('a page is a link, content is none', () => {
    const { references } = read('a("https://hf.co/a-b/c"); b("https://hf.co/d-e/f/resolve/main/x")');
    expect(references.map(each => each.link)).toEqual([true, false]);
  });
  test('the list of web-llm is loaded', () => {
    const { references } = read(
      'x = { model_list: [{ model: "https://huggingface.co/mlc-ai/a-MLC", model_id: "a" }] }',
    );
    expect(references).toMatchObject([{ id: 'mlc-ai/a-MLC', link: false }]);
  });
});

describe('what is no id', () => {
  same([
    'import OpenAI from "openai"; new OpenAI().chat.completions.create({ model: "openai/gpt-oss-20b" })',
    'const c = new OpenAI({ baseURL: "https://openrouter.ai/api/v1" }); c.chat.completions.create({ model: "meta-llama/llama-3" })',
    'import { createGroq } from "@ai-sdk/groq"; createGroq({})("meta-llama/llama-4")',
    'import Replicate from "replicate"; new Replicate().run("owner/model")',
    'import { generateText } from "ai"; generateText({ model: "anthropic/claude" })',
    `${IMPORT}pipeline("ner", "your-org/model"); pipeline("ner", "./models/x"); pipeline("ner")`,
    `${IMPORT}pipeline("ner", \`google/\${name}\`)`,
    'import { uploadFile, createRepo } from "@huggingface/hub"; createRepo({ repo: "google/gemma-2b" }); uploadFile({ repo: "google/gemma-2b" })',
    'import { pipeline } from "node:stream/promises"; pipeline(a, "google/gemma-2b")',
    'import x from "@huggingface/transformers"; headers["Content-Type"] = "application/json"',
    'const { from_pretrained } = x; import y from "google/gemma-2b"',
  ]);
});

const first = (text: string) => readJavaScript({ path: 'x.ts', text }).references[0]!;

describe('what a load says', () => {
  test.each([
    ['pipeline("ner", "a-b/c", { revision: "v1", subfolder: "onnx" })', { state: 'known', value: 'v1' }],
    ['const R = "v1"; pipeline("ner", "a-b/c", { revision: R })', { state: 'known', value: 'v1' }],
    ['pipeline("ner", "a-b/c", { revision: process.env.R })', { state: 'unknown' }],
    ['pipeline("ner", "a-b/c", options)', { state: 'unknown' }],
    ['const o = { revision: "v1" }; pipeline("ner", "a-b/c", { ...o })', { state: 'known', value: 'v1' }],
    [
      'const f = (id, revision) => pipeline("ner", id, { revision }); f("a-b/c", "v1")',
      { state: 'known', value: 'v1' },
    ],
    ['pipeline("ner", "a-b/c", { dtype: "q4" })', { state: 'absent' }],
    ['pipeline("ner", "a-b/c")', { state: 'absent' }],
  ])('%s', (text, revision) => expect(first(IMPORT + text).revision).toMatchObject(revision));

  test('subfolder, quantisation', () => {
    expect(first(`${IMPORT}pipeline("ner", "a-b/c", { subfolder: "onnx" })`).subfolder).toMatchObject({
      value: 'onnx',
    });
    const uri = 'import { resolveModelFile } from "node-llama-cpp"; resolveModelFile("hf:a-b/c:Q4_K_M")';
    expect(first(uri).quantization).toMatchObject({ value: 'Q4_K_M' });
    expect(first(uri).revision).toEqual({ state: 'absent' });
  });

  test('a repo by its type', () => {
    const text =
      'import { downloadFile } from "@huggingface/hub"; downloadFile({ repo: { type: "dataset", name: "a-b/c" } })';
    expect(first(text)).toMatchObject({ id: 'a-b/c', kind: 'dataset' });
  });
});

describe('a pin is one edit', () => {
  test.each([
    'pipeline("ner", "a-b/c")',
    'pipeline("ner", "a-b/c", {})',
    'pipeline("ner", "a-b/c", { dtype: "q4" })',
    "pipeline('ner', 'a-b/c', { 'dtype': 'q4' })",
    'pipeline("ner", "a-b/c", { revision: "main" })',
    'AutoModel.from_pretrained(\n  "a-b/c",\n)',
    'AutoModel.from_pretrained("a-b/c", { revision: "refs/pr/1", dtype })',
    'const R = "main"; AutoModel.from_pretrained("a-b/c", { revision: R })',
    'const M = "a-b/c"; AutoTokenizer.from_pretrained(M); AutoModel.from_pretrained(M, { dtype: "q4" })',
    'const o = { dtype: "q4" }; pipeline("ner", "a-b/c", o)',
    'fetch("https://huggingface.co/a-b/c/resolve/main/x.bin")',
    'import { listFiles } from "@huggingface/hub"; listFiles({ repo: "a-b/c" })',
    'import { resolveModelFile } from "node-llama-cpp"; resolveModelFile("hf:a-b/c/x.gguf#main")',
  ])('%s', text => {
    const whole = IMPORT + text;
    const after = pinned(whole, first(whole))!;
    expect(after).toBeDefined();
    const again = first(after);
    expect(again.id).toBe('a-b/c');
    expect(again.revision).toMatchObject({ state: 'known', value: COMMIT });
  });

  test.each([
    'pipeline("ner", "a-b/c", options)',
    'pipeline("ner", big ? "a-b/c" : "d-e/f")',
    'pipeline("ner", process.env.M ?? "a-b/c")',
    'import { InferenceClient } from "@huggingface/inference"; new InferenceClient().chatCompletion({ model: "a-b/c" })',
    'worker.postMessage({ model: "a-b/c" })',
  ])('no place: %s', text => expect(first(IMPORT + text).pins).toEqual([]));
});

test('half-typed code keeps its other findings', () => {
  const lines = [
    'import { pipeline, AutoModel } from "@huggingface/transformers";',
    'const a = await pipeline("ner", "google/gemma-2b");',
    'function load() {',
    '  const b = AutoModel.from_pretrained("google/gemma-7b", { dtype: "q4" });',
    '  if (b) { console.log(`x ${b}`); }',
    '  return AutoModel.from_pretrained("google/flan-t5");',
    '}',
    'const c = await pipeline("ner", "facebook/opt-125m");',
  ];
  const ids = ['google/gemma-2b', 'google/gemma-7b', 'google/flan-t5', 'facebook/opt-125m'];
  let kept = 0;
  let expected = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index]!;
    for (const cut of [line.slice(0, line.length / 2), line.replace(')', ''), line.replace('"', ''), `${line} foo(`]) {
      const text = [...lines.slice(0, index), cut, ...lines.slice(index + 1)].join('\n');
      const now = new Set(readJavaScript({ path: 'x.js', text }).references.map(each => each.id));
      const others = ids.filter(id => !line.includes(id));
      expected += others.length;
      kept += others.filter(id => now.has(id)).length;
    }
  }
  expect(kept / expected).toBeGreaterThan(0.95);
});

test('hostile texts end in time', () => {
  const deep = `${'('.repeat(30_000)}pipeline("ner", "a/b")`;
  const calls = `x.from_pretrained${'.a()'.repeat(20_000)}`;
  const sum = `from_pretrained(${'"a" + '.repeat(20_000)}"b")`;
  const list = `const M = [${'"a-b/c", '.repeat(50_000)}]; AutoModel.from_pretrained(M[0])`;
  const circle = 'let a = b; let b = a; AutoModel.from_pretrained(a); class A extends A { x = this.x }';
  // A name that is made out of itself, over and over, in as many ways as there are lines.
  const itself = `let s = x.from_pretrained();\n${'s = s.a(s).from_pretrained(s.b, s.c(s));\n'.repeat(300)}`;
  for (const text of [deep, calls, sum, list, circle, itself, `${'{'.repeat(20_000)}from_pretrained("a-b/c"`]) {
    expect(processorTime(() => readJavaScript({ path: '', text }))).toBeLessThan(8_000);
  }
  // Openings without end at which the parser is in doubt, so that it copies all that is open at each.
  for (const opening of ['`${`', '{a:{b(){', 'a<b<(']) {
    const text = `from_pretrained;\n${opening.repeat(60_000 / opening.length)}`;
    expect(processorTime(() => readJavaScript({ path: '', text }))).toBeLessThan(3_000);
  }
});

test('deep nesting of code that somebody wrote is read', () => {
  const chain = `if (a) { f(); }${' else if (a === "x") { AutoModel.from_pretrained("a-b/c"); }'.repeat(400)}`;
  const callbacks = `${'a.then((x) => { '.repeat(100)}AutoModel.from_pretrained("a-b/c")${' })'.repeat(100)}`;
  expect(readJavaScript({ path: 'x.ts', text: chain }).references).toHaveLength(400);
  expect(readJavaScript({ path: 'x.js', text: callbacks }).references).toHaveLength(1);
});

describe('a tokenizer is the Hub’s, and a changed copy is served by whom its model is', () => {
  same([
    'const a = { modelId: "codellama:7b", backend: "huggingface", tokenizer: { repository: "‹codellama/CodeLlama-7b-hf›" } };',
    'const a = { provider: "hf-inference", model: "‹acme-ai/One-7B›" };\nconst b = { ...a, model: "‹acme-ai/Two-7B›" };',
    'const a = { provider: "hf-inference" };\nconst b = { ...a, provider: "together", model: "acme-ai/Two-7B" };',
    'const a = { source: "huggingface" };\nexport const plugin = { repository: "codellama/CodeLlama-7b-hf" };',
  ]);
});
