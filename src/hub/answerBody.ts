import type { Answer } from './answer.ts';
import { isBearable } from './bearableJson.ts';

/** An endpoint's answer that has something to read in it. */
export type Content = Extract<Answer, { type: 'content' }>;

/** Nothing for a page of HTML, half an answer or one that is made to be costly: what is not understood is not guessed. */
export function jsonOf({ body, complete }: Content): unknown {
  if (!complete || !isBearable(body)) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/**
 * The card's text; nothing when a page came instead, as from a network that wants one to sign in. The Hub gives a card out as
 * plain text, and a card that begins like a page is one all the same: its writer chose how it begins.
 */
export function cardIn({ body, headers }: Content): string | undefined {
  const type = headers['content-type'] ?? '';
  if (/^text\/html\b/i.test(type)) return undefined;
  const text = new TextDecoder().decode(body);
  return /^application\/json\b/i.test(type) && /^\s*<!doctype html/i.test(text) ? undefined : text;
}
