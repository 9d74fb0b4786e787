import type { Excerpt } from '../../text/excerpt.ts';
import type { CodeCell } from '../code/readCodeCells.ts';
import { readId } from '../idForms.ts';
import { isWorthReading } from '../prefilter.ts';
import { type Reference, unstated } from '../reference.ts';

/** Longest code within a line that is looked at: a command with a few options. */
const MAX_LENGTH = 400;

/** A command line or a call that a sentence quotes: `` run `vllm serve org/name` ``. Ids by themselves are mentions, and none. */
export function quotedCode({ text }: Excerpt): CodeCell | undefined {
  if (text.length > MAX_LENGTH || !text.includes('/') || !/[\s(]/.test(text)) return undefined;
  const language = /^[\w.\s=]*\w\(/.test(text) ? 'python' : 'shell';
  return isWorthReading(language, text) ? { text, language } : undefined;
}

/** `hf:org/name:Q4_K_M`: an id that says itself what loads it. Source: node-llama-cpp, docs on model URIs. */
export function prefixedId(code: Excerpt): Reference[] {
  const read = code.text.startsWith('hf:') ? readId(code.text, 'hf-file', 'model', false) : undefined;
  if (read?.judged !== 'repo' || read.address) return [];
  const { id, quantization } = read;
  return [
    {
      id,
      kind: 'model',
      span: code.toOuter(read),
      api: 'hf:',
      link: false,
      ...unstated,
      ...(quantization && {
        quantization: { state: 'known' as const, value: quantization.value, span: code.toOuter(quantization) },
      }),
      pins: [],
    },
  ];
}
