import type { HubAddress } from './address.ts';
import { decoded, KINDS } from './path.ts';
import { RESERVED } from './routes.ts';

/** `https%3A%2F%2Fhuggingface.co%2Forg%2Fname` in a badge or a redirect: a link whose slashes are written as `%2F`. */
export function readEncoded(text: string, host: number, after: number): HubAddress | undefined {
  if (!/%2F%2F$/i.test(text.slice(Math.max(0, host - 6), host))) return undefined;
  const match = /^%2F(?:(datasets|spaces|models)%2F)?((?:(?!%2F)[\w.-])+%2F(?:(?!%[0-9A-F]{2})[\w.-])+)/i.exec(
    text.slice(after, after + 300),
  );
  if (!match) return undefined;
  const written = match[2]!.replace(/[.-]+$/, '');
  const start = after + match[0].length - match[2]!.length;
  const id = decoded(written);
  if (match[1] === undefined && RESERVED.has(id.split('/')[0]!)) return undefined;
  const end = start + written.length;
  return { id, kind: KINDS[match[1] ?? ''] ?? 'model', start, end, from: host, to: end, link: true, form: 'page' };
}
