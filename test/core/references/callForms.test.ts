import { describe, expect, test } from 'vitest';
import { type CallLanguage, DIALECTS } from '../../../src/core/references/callforms/dialects.ts';
import { callFormReader } from '../../../src/core/references/callforms/readCallForms.ts';
import { CALL_FORMS } from '../../../src/core/references/catalogue/callForms.ts';
import { readMarkdown } from '../../../src/core/references/markdown/readMarkdown.ts';
import { isWorthReading } from '../../../src/core/references/prefilter.ts';
import { processorTime } from '../../support/processorTime.ts';
import { marked, withMarks } from './marked.ts';
import { COMMIT, pinned } from './pinned.ts';

const LANGUAGES = Object.keys(DIALECTS) as CallLanguage[];
const READERS = new Map(LANGUAGES.map(each => [each, callFormReader(each)]));

const read = (language: CallLanguage, text: string) => READERS.get(language)!({ path: '', text }).references;

const found = (language: CallLanguage, picture: string) => {
  const { text } = marked(picture);
  return withMarks(
    text,
    read(language, text).map(each => each.span),
  );
};

describe('every row of the table reads its own example', () => {
  test.each(CALL_FORMS.map(row => [row.language, row.example, row] as const))('%s %s', (language, example, row) => {
    expect(found(language, example)).toBe(example);
    const { text } = marked(example);
    expect(isWorthReading(language, text)).toBe(true);
    expect(read(language, text)[0]).toMatchObject({ kind: row.kind, link: false });
  });
});

const HUGOT = 'package m\nimport "github.com/knights-analytics/hugot"\n';

describe('where the value comes from', () => {
  test.each<[CallLanguage, string]>([
    ['go', `${HUGOT}const M = "‹google/gemma-2b›"\nfunc f() { hugot.DownloadModel(ctx, M, "./models", o) }`],
    ['go', `${HUGOT}const M string = "‹google/gemma-2b›"\nfunc f() { hugot.DownloadModel(M, "x", o) }`],
    ['go', `${HUGOT}func f() { for _, m := range []string{"a"} { }\nhugot.DownloadModel(\`‹google/gemma-2b›\`, "x") }`],
    [
      'go',
      `${HUGOT}var all = []string{"‹google/gemma-2b›", "‹google/gemma-7b›"}\nfunc f() { for _, m := range all { hugot.DownloadModel(m, "x") } }`,
    ],
    [
      'go',
      `${HUGOT}var all = []x{\n{name: "‹google/gemma-2b›", dir: "google/other"},\n}\nfunc f() { for _, m := range all { hugot.DownloadModel(m.name, "x") } }`,
    ],
    ['java', 'private static final String M = "‹google/gemma-2b›";\nvar t = HuggingFaceTokenizer.newInstance(M);'],
    [
      'java',
      'String url = "djl://ai.djl.huggingface.pytorch/‹google/gemma-2b›";\nvar c = Criteria.builder().setTypes(A.class, B.class).optModelUrls(url).build();',
    ],
    ['java', 'val id: String = "‹google/gemma-2b›"\nval t = HuggingFaceTokenizer.newInstance(id)'],
    ['java', 'val m = HuggingFaceChatModel.builder()\n  .accessToken(t)\n  .modelId("‹google/gemma-2b›")\n  .build()'],
    ['csharp', 'const string M = "‹google/gemma-2b›";\nbuilder.AddHuggingFaceChatCompletion(M);'],
    ['csharp', 'opts.HuggingFaceRepoId = "‹google/gemma-2b›";'],
    [
      'csharp',
      'builder.AddHuggingFaceChatCompletion(endpoint: e, model: small ? "‹google/gemma-2b›" : @"‹google/gemma-7b›");',
    ],
    [
      'swift',
      'import Hub\nlet id = "‹google/gemma-2b›"\nlet d = try await Hub.snapshot(from: id, matching: ["*.json"])',
    ],
    ['swift', 'func f(id: String = "‹google/gemma-2b›") async { let c = ModelConfiguration(id: id) }'],
    [
      'swift',
      'import Hub\nlet r = Hub.Repo(id: "‹t5-base›")\nlet t = AutoTokenizer.from(pretrained: env ?? "‹google/gemma-2b›")',
    ],
    ['swift', 'import WhisperKit\nlet c = WhisperKitConfig(model: "openai/whisper", modelRepo: "‹google/gemma-2b›")'],
  ])('%s %s', (language, picture) => expect(found(language, picture)).toBe(picture));
});

describe('what is no id', () => {
  test.each<[CallLanguage, string]>([
    [
      'go',
      `${HUGOT}func f() { http.Handle("api/v1", x); hugot.DownloadModel("models/x", "google/gemma-2b" + s); w.Header().Set("A", "text/plain") }`,
    ],
    ['go', 'import "net/http"\nfunc f() { other.DownloadModel("google/gemma-2b") }'],
    [
      'java',
      'var t = HuggingFaceTokenizer.newInstance(Paths.get("google/gemma-2b")); var x = Other.builder().modelId("google/gemma-2b");',
    ],
    [
      'java',
      '// HuggingFaceTokenizer.newInstance("google/gemma-2b")\n/* HuggingFaceTokenizer.newInstance("google/gemma-2b") */',
    ],
    ['csharp', 'using HuggingFace; var p = new ModelParams("models/gemma-2b"); var c = Get("application/json");'],
    [
      'swift',
      'import Hub\nlet u = User(id: "nobody-here/gemma-2b"); let c = ModelConfiguration(id: "your-org/model"); let d = "models/x"',
    ],
    ['swift', 'let c = ModelConfiguration(id: "google/" + name)'],
  ])('%s %s', (language, text) => expect(read(language, text)).toEqual([]));
});

describe('what a load says', () => {
  const swift = (text: string) => read('swift', `import Hub\n${text}`)[0]!;
  test('kind and revision', () => {
    expect(swift('Hub.Repo(id: "a-b/c", type: .datasets)').kind).toBe('dataset');
    expect(swift('Hub.Repo(id: "a-b/c", type: t)').kind).toBe('unknown');
    expect(swift('ModelConfiguration(id: "a-b/c", revision: "v1")').revision).toMatchObject({ value: 'v1' });
    expect(swift('ModelConfiguration(id: "a-b/c", revision: rev)').revision.state).toBe('unknown');
    const branch = `${HUGOT}func f() { o.Branch = b\nhugot.DownloadModel("a-b/c", "x", o) }`;
    expect(read('go', branch)[0]!.revision.state).toBe('unknown');
  });

  test.each([
    'ModelConfiguration(id: "a-b/c")',
    'ModelConfiguration(id: "a-b/c", defaultPrompt: "x")',
    'let id = "a-b/c"\nlet c = ModelConfiguration(id: id, defaultPrompt: "x")',
    'ModelConfiguration(id: "a-b/c", revision: "main")',
    'let r = "main"\nlet d = Hub.snapshot(from: "a-b/c", revision: r)',
    'let u = "https://huggingface.co/a-b/c/resolve/main/x"',
  ])('a pin is one edit: %s', text => {
    const after = pinned(`import Hub\n${text}`, swift(text))!;
    expect(read('swift', after)[0]).toMatchObject({ id: 'a-b/c', revision: { state: 'known', value: COMMIT } });
  });

  test('no place', () => {
    expect(swift('Hub.Repo(id: "a-b/c")').pins).toEqual([]);
    expect(read('java', 'HuggingFaceTokenizer.newInstance("a-b/c")')[0]!.pins).toEqual([]);
  });
});

test('half-typed code keeps its other findings', () => {
  const line = 'let c = ModelConfiguration(id: "a-b/c")';
  for (const cut of ['let d = ModelConfiguration(id: "x', 'let d = foo(', 'let d = ["x', 'func f() {']) {
    expect(read('swift', `${line}\n${cut}\n${line}\n`).map(each => each.id)).toEqual(['a-b/c', 'a-b/c']);
  }
});

test.each(LANGUAGES)('hostile texts end in time: %s', language => {
  const call = marked(CALL_FORMS.find(row => row.language === language)!.example).text;
  for (const text of [
    `${call}\n${'('.repeat(500_000)}`,
    `${call}\n${'a.'.repeat(500_000)}b("x/y")`,
    `${call}\n${'f(x).'.repeat(200_000)}`,
    `${call}\n${'#"'.repeat(300_000)}`,
    `${call}\n${'/*'.repeat(300_000)}`,
    `${call}\n`.repeat(8_000),
    `${call}\nlet all = [${'"a-b/c", '.repeat(100_000)}]`,
  ]) {
    expect(processorTime(() => read(language, text))).toBeLessThan(8_000);
  }
});

describe('a document or notebook whose blocks are one program', () => {
  const IMPORT = 'import "github.com/gomlx/go-huggingface/hub"';
  const ids = (text: string) =>
    readMarkdown(text)
      .references.filter(each => !each.link)
      .map(each => each.id);

  test('what one block names, another loads', () => {
    const list = 'var ids = []string{\n\t"nobody-here/tiny",\n\t"nobody-here/tinier",\n}';
    const loop = 'for _, id := range ids {\n\trepo := hub.New(id)\n}';
    const text = [`${IMPORT}\n${list}`, loop].map(each => `\`\`\`go\n${each}\n\`\`\`\n`).join('\nThen\n\n');
    expect(ids(text)).toEqual(['nobody-here/tiny', 'nobody-here/tinier']);
    expect(ids(text.replace('go-huggingface', 'go-other'))).toEqual([]);
  });

  test('lines of a Go notebook that are none of Go', () => {
    const code = `${IMPORT}\n!*go run ./cmd/dataset_download microsoft/ms_marco\n%%\nrepo := hub.New("nobody-here/tiny")\n`;
    expect(ids(`\`\`\`go\n${code}\`\`\`\n`)).toEqual(['microsoft/ms_marco', 'nobody-here/tiny']);
  });

  test('a literal of a known publisher counts beside a library of the Hub, a piece of one does not', () => {
    const program = (value: string) => `package m\n${IMPORT}\nvar Known = map[string]bool{${value}: true}\n`;
    const found = (text: string) => read('go', text).map(each => each.id);
    expect(found(program('"sentence-transformers/all-MiniLM-L6-v2"'))).toEqual([
      'sentence-transformers/all-MiniLM-L6-v2',
    ]);
    expect(found(program('"sentence-transformers/all-MiniLM-L6-v2" + suffix'))).toEqual([]);
    expect(found(program('"sentence-transformers/all-MiniLM-L6-v2"').replace('go-huggingface', 'other'))).toEqual([]);
  });
});
