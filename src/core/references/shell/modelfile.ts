import { addressReferences } from '../address/addressReferences.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader } from '../plainReader.ts';
import type { Reference } from '../reference.ts';

const TAKING = /^[ \t]*(FROM|ADAPTER)[ \t]+(\S+)/gim;

/** Reads Ollama's Modelfile: `FROM hf.co/org/name:Q4_K_M` is of the Hub, any other name is of Ollama's library. */
export const readModelfile: PlainReader = ({ text }) => {
  const found: Reference[] = [];
  for (const match of text.matchAll(TAKING)) {
    const start = match.index + match[0].length - match[2]!.length;
    const place = ({ start: from, end }: { start: number; end: number }) => ({ start: start + from, end: start + end });
    found.push(...addressReferences(match[2]!, place, match[1]!.toUpperCase()));
  }
  return { references: inOrder([...found, ...addressReferences(text, span => span)]), codeHazards: [] };
};
