import type { Excerpt } from '../../text/excerpt.ts';
import { MODEL_VARIABLES, PROVIDER_OWNERS } from '../catalogue/environment.ts';
import { readId } from '../idForms.ts';
import { absent, type Reference, unstated } from '../reference.ts';

/** A variable of the environment that servers read an id from: `MODEL_ID=org/name`, in whatever syntax it is set. */
export function readVariable(name: string, value: Excerpt): Reference[] {
  if (!Object.hasOwn(MODEL_VARIABLES, name)) return [];
  const read = readId(value.text, 'quantized', MODEL_VARIABLES[name]!, false);
  if (read?.judged !== 'repo' || !read.id.includes('/') || PROVIDER_OWNERS.test(read.id)) return [];
  return [
    {
      id: read.id,
      kind: MODEL_VARIABLES[name]!,
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
