import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/core/references/markdown/readMarkdown.ts';
import { processorTime } from '../../support/processorTime.ts';
import { marked, withMarks } from './marked.ts';

const found = (picture: string) => {
  const { text } = marked(picture);
  return withMarks(
    text,
    readMarkdown(text).references.map(each => each.span),
  );
};

const same = (pictures: readonly string[]) =>
  test.each(pictures.map(each => [each]))('%s', picture => expect(found(picture)).toBe(picture));

describe('blocks of code', () => {
  same([
    'Text\n\n```python\nAutoModel.from_pretrained("‹google/gemma-2b›")\n```\n',
    '```py title="x.py"\nAutoModel.from_pretrained("‹google/gemma-2b›")\n```',
    '```bash\nvllm serve ‹google/gemma-2b›\n```',
    '> ```python\n> m = AutoModel.from_pretrained(\n>   "‹google/gemma-2b›"\n> )\n> ```',
    '- item\n\n  ```sh\n  hf download \\\n    ‹google/gemma-2b›\n  ```',
    '```\nhf download ‹google/gemma-2b›\n```',
    '```\nfrom transformers import pipeline\np = pipeline("ner", "‹google/gemma-2b›")\n```',
    'Run:\n\n    hf download ‹google/gemma-2b›\n',
    '```python\nname = "‹google/gemma-2b›"\n```\nand then\n```python\nAutoModel.from_pretrained(name)\n```',
    '```pycon\n>>> AutoModel.from_pretrained("‹google/gemma-2b›")\nLoaded google/gemma-2b\n```',
    '```python\n!hf download ‹google/gemma-2b›\n```',
    '```python\nAutoModel.from_pretrained("‹google/gemma-2b›"',
    '```json\n{"url": "https://huggingface.co/‹google/gemma-2b›", "a": "google/gemma"}\n```',
    'Use `google/gemma-2b` or hf download google/gemma-2b.',
    '````{tip}\nLike so:\n\n```sh\nhf download ‹google/gemma-2b›\n```\n````',
    '```{code-block} python\nAutoModel.from_pretrained("‹google/gemma-2b›")\n```',
    '```diff\n- AutoModel.from_pretrained("google/gemma-2b")\n+ AutoModel.from_pretrained("‹google/gemma-7b›")\n```',
    '```yaml\r\nbase_model: ‹google/gemma-2b›\r\n```\r\n',
    '<!--\n```sh\nhf download google/gemma-2b\n```\n-->\n\n```sh\nhf download ‹google/gemma-7b›\n```',
  ]);
});

describe('blocks below elements and tabs, however far they are indented', () => {
  same([
    '<details>\n<summary>x</summary>\n```python\nm = 1\n\nAutoModel.from_pretrained("‹google/gemma-2b›")\n```\n</details>\n\n```sh\nhf download ‹google/gemma-7b›\n```',
    '=== "CLI"\n\n    ```yaml\n    base_model: ‹google/gemma-2b›\n    ```\n\n    and\n\n    ```sh\n    hf download ‹google/gemma-7b›\n    ```\n',
    '<Tabs>\n    <Tab title="x">\n        ```python\n        if x:\n            AutoModel.from_pretrained("‹google/gemma-2b›")\n        ```\n    </Tab>\n</Tabs>\n',
    '!!! note\n    Text\n    ```sh\n    hf download ‹google/gemma-2b›\n\n# Broken off\n\n```sh\nhf download ‹google/gemma-7b›\n```',
    '1.  one\n\n        ~~~json\n        {"base_model": "‹google/gemma-2b›"}\n        ~~~\n\n2.  two',
  ]);
});

describe('code within a line', () => {
  same([
    'Run `vllm serve ‹google/gemma-2b›` or `AutoModel.from_pretrained("‹google/gemma-7b›")`.',
    '| a | `hf:‹google/gemma-2b›:Q4_K_M` | `google/gemma-2b` |\n|---|---|---|',
    'As in `pipeline("text-generation")`, `docker run vllm/vllm-openai` and `from_pretrained("your-org/model")`.',
  ]);
});

describe('scripts of one document are one program', () => {
  same([
    '```ts\nimport { InferenceClient } from "@huggingface/inference";\nconst c = new InferenceClient(t);\n```\n\nThen\n\n```ts\nawait c.chatCompletion({ model: "‹google/gemma-2b›" });\n```',
    '```js\nconst MODEL = "‹google/gemma-2b›";\n```\n```js\npipeline("ner", MODEL)\n```',
    '```js\nimport { pipeline } from "@huggingface/transformers";\nif (x) {\n```\n```js\npipeline("ner", "‹gpt2›")\n```',
    '```js\nconst c = new OpenAI({ baseURL: "https://router.huggingface.co/v1" });\n```\n```js\nconst c = new OpenAI({ baseURL: "https://api.x.ai/v1" });\nc.chat.completions.create({ model: "google/gemma-2b" });\n```',
  ]);
});

describe('commands with a program behind them', () => {
  same([
    '```bash\npython run.py --model ‹acme-ai/one›\n\n# or\nfrom transformers import pipeline\np = pipeline("x", model="‹acme-ai/two›")\n```',
    '```shell\nx = 1\nfrom transformers import pipeline\npipeline("x", model="‹acme-ai/two›")\n```',
  ]);
});

describe('links', () => {
  same([
    'See [this](https://huggingface.co/‹google/gemma-2b›) and <https://hf.co/‹google/gemma-2b›>.',
    'See https://huggingface.co/‹google/gemma-2b›, or https://huggingface.co/datasets/‹google/data-set›.',
    '[x]: https://huggingface.co/‹google/gemma-2b› "title"',
    '<a href="https://huggingface.co/spaces/‹google/demo›">demo</a>',
    '[https://huggingface.co/‹google/gemma-2b›](https://huggingface.co/‹google/gemma-2b›)',
    '![x](https://huggingface.co/‹google/gemma-2b›/resolve/main/a.png)',
    'https://huggingface.co/docs/hub https://huggingface.co/google https://huggingface.co/papers/2401.1 https://huggingface.co/blog/google/gemma',
    'https://huggingface.co/collections/google/gemma https://discuss.huggingface.co/t/x/1',
    'https://huggingface.co/‹gpt2› and https://huggingface.co/openai',
    'https://huggingface.co/your-username/your-model',
    'https://huggingface.co/deep-rl-course/unit0/introduction, https://huggingface.co/some-course/unit5/ and https://hf.co/cli/install.sh',
    'https://huggingface.co/google/gemma/lesson/two https://huggingface.co/diffusers/installation.html https://huggingface.co/contact/sales',
    'https://huggingface.co/‹google/gemma-2b›/colab https://huggingface.co/‹google/gemma-2b›/discussions/3 https://huggingface.co/‹google/gemma-2b›/config.json https://huggingface.co/‹google/gemma-2b›/.',
    'https://huggingface.co/agents-course https://huggingface.co/‹agents-course/notebooks›/blob/main/unit1.ipynb https://huggingface.co/‹google/gemma-2b›/{path}',
    'https://huggingface.co/datasets/‹google/data-set›/train/part https://huggingface.co/subscribe/pro',
    'https://huggingface.co/datasets/‹squad›, https://huggingface.co/datasets/‹glue›/viewer/x and https://huggingface.co/datasets?x=y',
    'https://huggingface.co/‹gpt2›/tree/main https://huggingface.co/‹roberta-base›/resolve/main/a.bin https://huggingface.co/datasets/username',
    'https://huggingface.co/google/models https://huggingface.co/google/collections https://huggingface.co/google/activity/likes',
    '<gradio-app space="‹google/demo›"></gradio-app>',
  ]);

  test('a page is a link, content is a load', () => {
    const { references } = readMarkdown('https://huggingface.co/a/b and https://huggingface.co/a/b/resolve/v1/x.bin');
    expect(references.map(each => [each.link, each.api])).toEqual([
      [true, 'link'],
      [false, 'url'],
    ]);
    expect(references[1]!.revision).toMatchObject({ state: 'known', value: 'v1' });
  });
});

test.each([
  ['Accept the terms at `hf.co/a/b` first.', true],
  ['Then `ollama run hf.co/a/b` it.', false],
  ['Or hf.co/a/b:Q4_K_M, which is smaller.', false],
  ['```sh\nollama pull hf.co/a/b\n```', false],
])('the short host in %j: a link is %s', (text, link) => {
  expect(readMarkdown(text).references.map(each => each.link)).toEqual([link]);
});

describe('front matter', () => {
  same([
    '---\nlicense: mit\nbase_model: ‹google/gemma-2b›\ntags:\n- a/b\n---\n# x\n',
    '---\nbase_model:\n  - ‹google/gemma-2b›\n  - "‹google/gemma-7b›"\ndatasets:\n- ‹squad›\n- ‹google/data-set›\n---\n',
    '---\nmodels: [‹google/gemma-2b›]\npreload_from_hub:\n  - ‹google/gemma-7b› config.json,a.bin abc123\n---\n',
    '---\nbase_model: {a: [\n---\nhttps://huggingface.co/‹google/gemma-2b›',
    'text\n---\nbase_model: google/gemma-2b\n---\n',
  ]);

  test('the third word of a preload is its commit', () => {
    const { references } = readMarkdown('---\npreload_from_hub:\n- google/gemma-7b a.bin abc123\n---\n');
    expect(references[0]).toMatchObject({ api: 'preload_from_hub', revision: { state: 'known', value: 'abc123' } });
  });
});

test('blocks that name no language are guessed in time', () => {
  const spaces = `x${' '.repeat(60_000)}`;
  for (const block of ['\n'.repeat(60_000), '#\n'.repeat(30_000), spaces, 'FROM a\n  \n'.repeat(6_000)]) {
    const text = `huggingface.co/a/b\n\`\`\`\n${block}x\n\`\`\`\n`;
    expect(processorTime(() => readMarkdown(text))).toBeLessThan(3_000);
  }
});
