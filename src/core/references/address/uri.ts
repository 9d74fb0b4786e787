import type { HubAddress } from './address.ts';
import { decoded, KINDS, named, segments } from './path.ts';

/** `hf://datasets/org/name@revision/path`. */
export function readUri(text: string, from: number, after: number): HubAddress | undefined {
  const path = segments(text, after);
  const kind = KINDS[path[0]?.text ?? ''];
  if (path[0]?.text === 'buckets') return undefined;
  const [owner, name] = kind ? path.slice(1) : path;
  const id = named(owner, name, text);
  if (!id) return undefined;
  const revision = /^@((?:refs(?:\/|%2F)\w+(?:\/|%2F))?~?[\w.%-]+)/.exec(text.slice(id.end, id.end + 200))?.[1];
  const start = id.end + 1;
  const end = start + (revision?.length ?? 0);
  return {
    ...id,
    kind: kind ?? 'model',
    from,
    to: revision ? end : id.end,
    ...(revision && { revision: { value: decoded(revision), start, end } }),
    link: false,
    form: 'uri',
  };
}
