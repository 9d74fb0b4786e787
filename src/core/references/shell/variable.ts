import type { Excerpt } from '../../text/excerpt.ts';
import { MODEL_VARIABLES } from '../catalogue/environment.ts';
import { isLegacyModel, LEGACY_MODELS } from '../catalogue/legacyModels.ts';
import { isPublishedId, kindToldBy, mayHoldId } from '../catalogue/publishedIds.ts';
import { hasHubShape, PROVIDER_OWNERS } from '../catalogue/publishers.ts';
import { type Telling, tellingOf } from '../catalogue/tellingNames.ts';
import { readId } from '../idForms.ts';
import { absent, type Reference, unstated } from '../reference.ts';

/** A longer value is no list that somebody wrote. */
const MAX_LIST = 2000;

/** What the value of a variable is, and how sure its name makes that. */
function sense(name: string): Telling | undefined {
  if (Object.hasOwn(MODEL_VARIABLES, name)) return { kind: MODEL_VARIABLES[name]!, sure: true };
  return /_/.test(name) ? tellingOf(name.toLowerCase()) : undefined;
}

/** What a variable of no table holds by the id alone: `SUMMARIZER=meta-llama/Llama-3.1-8B`. */
function senseOfOther(name: string, value: string): Telling | undefined {
  const lower = name.toLowerCase();
  const [first = ''] = value.split(/[;,:]/, 1);
  return isPublishedId(first) && mayHoldId(lower) ? { kind: kindToldBy([lower], first), sure: false } : undefined;
}

/** Is the variable known by its name to hold an id? */
export const isModelVariable = (name: string): boolean => sense(name) !== undefined;

/**
 * A variable of the environment that servers read an id from: `MODEL_ID=org/name`, in whatever syntax it is set. One
 * that only ends like them (`SAFETY_MODEL`) counts by the shape of the id, and not in a text that asks an API.
 */
export function readVariable(name: string, value: Excerpt, isForeign = () => false): Reference[] {
  const isBare = !value.text.includes('/');
  if (isBare && !LEGACY_MODELS.test(value.text)) return [];
  const telling = sense(name) ?? (isBare ? undefined : senseOfOther(name, value.text));
  if (!telling) return [];
  return itemsOf(value).flatMap(item => readItem(name, item, telling, isForeign));
}

/** Variables that servers of the Hub's models read, so that `gpt2` there is the model. */
const TAKES_IDS = /^(?:HF_\w+|MODEL_ID)$/;

/** `org/one;org/two`, a list that Infinity and others take. */
function itemsOf(value: Excerpt): Excerpt[] {
  const { text } = value;
  if (text.length > MAX_LIST || !/^[\w./-]+(?:[;,] ?[\w./-]+)*[;,]?$/.test(text) || !/[;,]/.test(text)) return [value];
  return [...text.matchAll(/[^;, ]+/g)].map(({ index, 0: { length } }) => value.slice(index, index + length));
}

function readItem(name: string, value: Excerpt, telling: Telling, isForeign: () => boolean): Reference[] {
  const isLegacy = telling.sure && telling.kind === 'model' && isLegacyModel(value.text, TAKES_IDS.test(name));
  const read = readId(value.text, isLegacy ? 'id' : 'quantized', telling.kind, isLegacy);
  if (read?.judged !== 'repo' || !(isLegacy || read.id.includes('/')) || PROVIDER_OWNERS.test(read.id)) return [];
  if (!telling.sure && (!(hasHubShape(read.id) || isPublishedId(read.id)) || isForeign())) return [];
  return [
    {
      id: read.id,
      kind: telling.kind,
      span: value.toOuter(read),
      api: name,
      link: false,
      ...unstated,
      ...(read.revision && {
        revision: { state: 'known' as const, value: read.revision.value, span: value.toOuter(read.revision) },
      }),
      quantization: read.quantization
        ? { state: 'known', value: read.quantization.value, span: value.toOuter(read.quantization) }
        : absent,
      pins: [],
    },
  ];
}
