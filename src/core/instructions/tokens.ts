import type { LeakedToken } from '../hazard.ts';
import { TOKEN } from '../text/token.ts';

const PLACEHOLDER =
  /x{5}|your|token|example|placeholder|secret|dummy|fake|redacted|abcdef|123456|qwerty|foobar|(.)\1{4}/i;
/** Bits a character. 34 random letters of 62 have about 4.7; words and patterns stay below this. */
const LEAST_ENTROPY = 3.6;
/** A text with more tokens than this is a list of something else. */
const TOKEN_LIMIT = 100;

/** Access tokens in any text. The evidence shows four characters on either side at most. */
export function readTokens(text: string): LeakedToken[] {
  // Nearly no text holds either, and this search takes a small part of the time.
  if (!text.includes('hf_') && !text.includes('api_org_')) return [];
  const found: LeakedToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const { prefix = '', body = '' } = match.groups ?? {};
    if (isPlaceholder(body)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ type: 'leaked-token', span, evidence: `${prefix}${body.slice(0, 4)}…${body.slice(-4)}` });
    if (found.length >= TOKEN_LIMIT) break;
  }
  return found;
}

const isPlaceholder = (body: string): boolean =>
  PLACEHOLDER.test(body) || entropy(body) < LEAST_ENTROPY || isSequence(body) || body === body.slice(0, 2).repeat(17);

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** `AbCdEfGh…`, `ZyXwV…`: most characters follow their neighbour in the alphabet. */
function isSequence(body: string): boolean {
  const lower = body.toLowerCase();
  let steps = 0;
  for (let i = 1; i < lower.length; i++) if (Math.abs(lower.charCodeAt(i) - lower.charCodeAt(i - 1)) === 1) steps++;
  return steps > lower.length / 2;
}
