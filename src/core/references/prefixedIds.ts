import { shifted } from '../text/span.ts';
import { readId } from './idForms.ts';
import { type Reference, unstated } from './reference.ts';

/** A quoted `hf:` or `huggingface:`; one with `//` is an address. */
const PREFIXED = /(?<=["'`])(?:hf|huggingface):(?!\/\/)[\w.-]+\/[^\s"'`<>{}$\\]+(?=["'`])/g;

/** `"hf:org/name:Q4_K_M"`: an id that says itself what loads it, wherever it stands. Source: node-llama-cpp, docs on model URIs. */
export function prefixedIds(text: string): Reference[] {
  return [...text.matchAll(PREFIXED)].flatMap(({ 0: value, index }) => {
    const read = readId(value, 'hf-file', 'model', false);
    if (read?.judged !== 'repo' || read.address) return [];
    const { id, quantization, revision } = read;
    const said = (part: { value: string; start: number; end: number }) => ({
      state: 'known' as const,
      value: part.value,
      span: shifted(part, index),
    });
    return [
      {
        id,
        kind: 'model',
        span: shifted({ start: read.start, end: read.end }, index),
        api: 'hf:',
        link: false,
        ...unstated,
        ...(quantization && { quantization: said(quantization) }),
        ...(revision && { revision: said(revision) }),
        pins: revision ? [{ span: shifted(revision, index), before: '', after: '' }] : [],
      },
    ];
  });
}
