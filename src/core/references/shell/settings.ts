import { addressReferences } from '../address/addressReferences.ts';
import { asksElsewhere } from '../catalogue/foreignTexts.ts';
import { readId } from '../idForms.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader } from '../plainReader.ts';
import { type Reference, unstated } from '../reference.ts';
import { type Setting, settingsOf } from './dotenv.ts';
import { readVariable } from './variable.ts';

/**
 * Reads settings that stand one a line, `option.model_id=org/name` of DJL's `serving.properties` and its kin: by what a
 * name says of its value, as variables of the environment are read. In Terraform the name may stand beside the value.
 */
export const readSettings: PlainReader = ({ text }) => {
  const settings = settingsOf(text);
  const isForeign = () => asksElsewhere(text);
  const found: Reference[] = settings.flatMap((setting, index) => {
    const { name, value } = setting;
    const near = text.slice(settings[index - 1]?.start ?? 0, setting.start);
    if (name === 'name' && TRANSFORMER.test(near)) return transformer(setting);
    const told = /^(?:default|value)$/.test(name) ? nameBeside(settings, index, text) : name;
    return told === undefined
      ? []
      : readVariable(lastPart(told), value, isForeign).map(each => ({ ...each, api: told }));
  });
  return { references: inOrder([...found, ...addressReferences(text, span => span)]), codeHazards: [] };
};

/** The setting above names spaCy's model that wraps one of the Hub. Source: spacy-transformers, `TransformerModel.v1` to `v3`. */
const TRANSFORMER = /(?:^|\n)[ \t]*@architectures[ \t]*=[ \t]*"[\w.-]*TransformerModel[\w.]*"\s*$/;

/** `name = "roberta-base"`: a name without an owner is one of the Hub's here too. */
function transformer({ value }: Setting): Reference[] {
  const read = readId(value.text, 'id', 'model', true);
  if (read?.judged !== 'repo') return [];
  return [
    {
      ...unstated,
      id: read.id,
      kind: 'model',
      span: value.toOuter(read),
      api: 'TransformerModel',
      link: false,
      pins: [],
    },
  ];
}

/** `variable "model_id" { … default = "org/name" }`, `env { name = "MODEL_ID" value = "org/name" }`. */
function nameBeside(settings: readonly Setting[], index: number, text: string): string | undefined {
  const { name, start } = settings[index]!;
  const above = settings[index - 1];
  if (name === 'value') return above?.name === 'name' ? above.value.text : undefined;
  const opened = text.lastIndexOf('variable "', start);
  if (opened < 0 || start - opened > MAX_BLOCK) return undefined;
  const block = text.slice(opened, start);
  return block.includes('\n}') ? undefined : /^variable "([\w-]{1,60})"/.exec(block)?.[1];
}

/** Longest part of a block of Terraform that is looked at, in characters. */
const MAX_BLOCK = 2000;

/** `option.model-id` and `modelId` in the way of variables: `MODEL_ID`. */
const lastPart = (name: string): string =>
  name
    .slice(name.lastIndexOf('.') + 1)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();
