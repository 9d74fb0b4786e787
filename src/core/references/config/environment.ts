import { asksElsewhere } from '../catalogue/foreignTexts.ts';
import type { Reference } from '../reference.ts';
import { readVariable } from '../shell/variable.ts';
import { type ConfigMap, type ConfigScalar, scalarAt } from './tree.ts';
import { valuesOf } from './values.ts';

/** `MODEL_ID: org/name`, and the pair `{ name: MODEL_ID, value: org/name }` of Kubernetes. */
export function variablesOf(map: ConfigMap, text: string): Reference[] {
  const found: Reference[] = [];
  for (const { key, value } of map.entries) {
    const name = key.excerpt.text;
    if (value?.type === 'scalar' && /^[A-Z][A-Z0-9_]+$/.test(name)) found.push(...read(name, value, text));
  }
  const name = scalarAt(map, 'name') ?? scalarAt(map, 'key');
  const value = scalarAt(map, 'value');
  if (name && value) found.push(...read(name.excerpt.text, value, text));
  return found;
}

/** `- MODEL_ID=org/name` in a list; in one of Kustomize's literals, in small letters and quotes too. */
export function variableIn({ excerpt, shared }: ConfigScalar, text: string, isLiteral = false): Reference[] {
  const name = (isLiteral ? /^(\w+)=/ : /^([A-Z][A-Z0-9_]+)=/).exec(excerpt.text)?.[1];
  if (!name) return [];
  const written = excerpt.slice(name.length + 1);
  const isQuoted = /^(["']).+\1$/.test(written.text);
  return valuesOf(isQuoted ? written.slice(1, written.text.length - 1) : written)
    .flatMap(value => readVariable(name.toUpperCase(), value, () => asksElsewhere(text)))
    .map(each => (shared ? { ...each, pins: [] } : each));
}

const read = (name: string, { excerpt, shared }: ConfigScalar, text: string) =>
  valuesOf(excerpt)
    .flatMap(value => readVariable(name, value, () => asksElsewhere(text)))
    .map(each => (shared ? { ...each, pins: [] } : each));
