import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../src/core/languageOf.ts';
import { readReferences } from '../../../src/core/references/readReferences.ts';
import { marked, withMarks } from './marked.ts';

describe('files of settings, one a line', () => {
  test.each([
    ['serving.properties', 'engine=Python\noption.model_id=‹facebook/opt-350m›\noption.dtype=fp16\n'],
    ['application.properties', 'chat.hugging-face.model-id=‹acme-ai/one›\nchat.alias=acme-ai/two\n'],
    ['dev.tfvars', 'model_id  = "‹tiiuae/falcon-7b›"\nnode_image = "nvidia/cuda-12"\n'],
    ['variables.tf', 'variable "model_id" {\n  type    = string\n  default = "‹tiiuae/falcon-7b›"\n}\n'],
    [
      'variables.tf',
      'variable "base_image" {\n  default = "huggingface/tgi-2"\n}\nx = {\n  default = "Qwen/Qwen3-8B"\n}\n',
    ],
    [
      'main.tf',
      'env {\n  name  = "MODEL_ID"\n  value = "‹acme-ai/one›"\n}\nenv {\n  name  = "IMAGE"\n  value = "a/b"\n}\n',
    ],
    ['main.tf', 'environment = {\n  HF_MODEL_ID = "‹acme-ai/one›"\n}\n'],
    ['train.cfg', '[model]\n@architectures = "spacy-transformers.TransformerModel.v3"\nname = "‹roberta-base›"\n'],
    ['train.cfg', '[model]\nname = "roberta-base"\n'],
    ['tox.ini', '[testenv]\ncommands = pytest tests/unit\nurl = https://example.com/a/b\n'],
  ])('%s: %j', (path, picture) => {
    const { text } = marked(picture);
    const { references } = readReferences({ path, text, language: languageOf(path) });
    expect(
      withMarks(
        text,
        references.map(each => each.span),
      ),
    ).toBe(picture);
  });

  test('written by a script', () => {
    const text = 'cat <<EOF > serving.properties\noption.model_id=facebook/opt-350m\nEOF\n';
    expect(readReferences({ path: 'a.sh', text, language: 'shell' }).references.map(each => each.id)).toEqual([
      'facebook/opt-350m',
    ]);
  });
});
