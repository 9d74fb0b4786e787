import { describe, expect, test } from 'vitest';
import { CONFIG_DIALECTS } from '../../../src/core/references/catalogue/configFields.ts';
import { CARD } from '../../../src/core/references/catalogue/repoConfigs.ts';
import { configReader } from '../../../src/core/references/config/readConfig.ts';
import { readFrontMatter } from '../../../src/core/references/markdown/frontMatter.ts';
import { isWorthReading } from '../../../src/core/references/prefilter.ts';
import { marked, withMarks } from './marked.ts';

const syntaxOf = (path: string) => (/\.(yaml|toml)$/.exec(path)?.[1] as 'yaml' | 'toml' | undefined) ?? 'json';

describe('every kind of file reads its own example', () => {
  test.each(CONFIG_DIALECTS.map(each => [each.name, each] as const))(
    '%s',
    (_, { example, examplePath = 'config.yaml' }) => {
      const { text } = marked(example);
      const syntax = syntaxOf(examplePath);
      const { references } = configReader(syntax)({ path: examplePath, text });
      expect(
        withMarks(
          text,
          references.map(each => each.span),
        ),
      ).toBe(example);
      if (examplePath !== 'MODELS') expect(isWorthReading(syntax, text)).toBe(true);
    },
  );

  test('card', () => {
    const picture = `---\n${CARD.example}---\n`;
    const { text } = marked(picture);
    expect(
      withMarks(
        text,
        readFrontMatter(text).map(each => each.span),
      ),
    ).toBe(picture);
  });
});

test("what a recipe's field says is not said of another file's", () => {
  const read = (path: string, text: string) => configReader('yaml')({ path, text }).references.map(each => each.id);
  const text = 'pretrain_path: acme-ai/one\nasr_source: acme-ai/two\n';
  expect(read('recipes/x/hparams/sub/train.yaml', text)).toEqual(['acme-ai/one', 'acme-ai/two']);
  expect(read('config/train.yaml', text)).toEqual([]);
  const folders = 'kmeans_folder: results/kmeans\nwav2vec2_hub: !ref <save_folder>/x\nssl_hub: ./a/b\n';
  expect(read('recipes/x/hparams/train.yaml', folders)).toEqual([]);
});

const picture = (text: string, path: string) => {
  const syntax = syntaxOf(path);
  return withMarks(
    text,
    configReader(syntax)({ path, text }).references.map(each => each.span),
  );
};

describe('a field of no table', () => {
  test.each([
    ['c.yaml', 'llm_hf_repo_id: ‹a/one›\nembedding_hf_model_name: ‹a/two›\nllm_hf_model_file: a/three\n'],
    [
      'c.json',
      '{ "train_dataset_name": "‹a/one›+‹b/two›+‹a/one›", "train_metadata_dataset_name": "‹a/one-tags›", "train_split_name": "train.a+train/b" }',
    ],
    ['c.json', '{ "extra_arguments": ["--bf16", "--model_name_or_path ‹a/One›"], "known_args": ["a/One", "b/Two"] }'],
    ['c.yaml', 'hf_dataset_or_datasets: ‹a/One›\nhf_dataset_splits: train\n'],
    ['c.yaml', 'hf_dataset_or_datasets:\n  ‹a/One›: 0.5\n  ‹b/Two›: 0.5\nhf_dataset_or_datasets_dir: a/b/c\n'],
    ['c.yaml', 'train_dataset_hf_id: ‹a/One›\nmodel_hf_name: ‹b/Two›\nmodel_hub_id: b/Two\n'],
    [
      '.github/workflows/t.yaml',
      "env:\n  MODEL_NAME: ${{ inputs.big && '‹a/one›' || '‹a/two›' }}\n  MODEL_ID: ${{ inputs.model == 'b/c' && 'x' || '' }}\njobs:\n  a:\n    steps:\n      - run: |\n          export ADAPTER_NAME=\"${{ matrix.model == 'b/c' && '‹a/three›' || '' }}\"\n          vllm serve ${{ inputs.a == 'x' && '‹a/one›' || '‹a/two›' }} --port 80\n          hf download ${{ inputs.repo || '‹a/one›' }} --local-dir ${{ inputs.dir || 'b/c' }}\n",
    ],
    [
      '.vscode/launch.json',
      '{ "configurations": [{ "program": "train.py", "args": ["--dataset_name", "‹a/one›", "--output_dir", "out/x"] }, { "image": "x", "args": ["--dataset_path", "b/c"] }] }',
    ],
    ['c.yaml', 'dataset_name: ‹a/one›, ‹b/two›\nhub_dataset_name: a/one+b/two\n'],
    ['c.yaml', 'output_hf_repo_id: a/one\nhub_model_id: a/two\n'],
    ['c.yaml', 'eval_model_name: ‹Qwen/Qwen3-8B›\nvehicle_model: Qwen/Qwen3-8B\njudge_model: a/one\n'],
    ['c.yaml', 'model: ‹Qwen/Qwen3-8B›\n'],
    ['c.yaml', 'model: meta/llama-3-8b\n'],
    ['c.yaml', 'api_key: x\nmodel: Qwen/Qwen3-8B\n'],
    ['c.yaml', 'model: Qwen/Qwen3-8B\nmessages: []\n'],
    ['c.json', '{ "model": "Qwen/Qwen3-8B", "score": 1 }'],
    ['c.yaml', 'model: N/A\nmodel_name: Foo/Bar\n'],
    ['c.yaml', 'models:\n  llm:\n    model: hf.co/‹a/one›\n'],
    ['c.yaml', 'inputs:\n  model:\n    default: ‹Qwen/Qwen3-8B›\n  repository:\n    default: Qwen/Qwen3\n'],
    ['c.json', '{ "llm.hf_model_id": { "type": "string", "default": "‹a/one›" } }'],
    ['c.yaml', 'parameters:\n  - name: hf-model-id\n    value: ‹a/one›\n'],
    ['c.yaml', 'train_file: hf:‹a/one›\nuri: "hf:‹a/two›:Q4_K_M"\n'],
    ['c.yaml', 'build_commands:\n  - hf download ‹a/one›\n'],
    ['c.yaml', 'SAFETY_MODEL: ${env.SAFETY_MODEL:=‹Qwen/Qwen3-8B›}\n'],
  ])('%s: %s', (path, expected) => {
    expect(picture(marked(expected).text, path)).toBe(expected);
  });
});

test('long YAML says what it says in short, wherever it can be cut', () => {
  const entry = '- name: x\n  hf_repo: acme-ai/one\n  note: |\n    - y\n';
  const list = entry.repeat(2_100);
  const nested = `entries:\n  models:\n${list.replace(/^/gm, '    ')}`;
  for (const text of [list, nested, `x: "${'a'.repeat(600_000)}"\n${list}`]) {
    const { references } = configReader('yaml')({ path: 'index.yaml', text });
    expect(references.length).toBe(2_100);
    expect(references.every(({ span, id }) => text.slice(span.start, span.end) === id)).toBe(true);
  }
}, 60_000);
