import type { Excerpt } from '../../text/excerpt.ts';
import type { CodeCell } from '../code/readCodeCells.ts';
import { isWorthReading } from '../prefilter.ts';

/** Longest code within a sentence that is looked at: a command with its options, also over several lines. */
const MAX_LENGTH = 1000;

/** A command line or a call that a sentence quotes: `` run `vllm serve org/name` ``. Ids by themselves are mentions, and none. */
export function quotedCode({ text }: Excerpt): CodeCell | undefined {
  if (text.length > MAX_LENGTH || !text.includes('/') || !/[\s(=]/.test(text)) return undefined;
  const language = /^[\w.\s=]*\w\(/.test(text) ? 'python' : 'shell';
  return isWorthReading(language, text) ? { text, language } : undefined;
}
