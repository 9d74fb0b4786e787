import { hubAddresses } from '../hubAddress.ts';
import { absent, type Reference } from '../reference.ts';
import { placed } from './loads.ts';
import type { Values } from './values.ts';

/** Hub addresses in strings and comments: pages are links, content is loaded. */
export function readMentions(values: Values): Reference[] {
  return values.module.mentions.flatMap(({ fact, base }) =>
    hubAddresses(fact.text.value).map(({ id, kind, revision, link, form, start, end }) => ({
      id,
      kind,
      span: placed(fact.text, { start, end }, base),
      api: link ? 'link' : form === 'uri' ? 'hf://' : 'url',
      link,
      revision: revision
        ? { state: 'known' as const, value: revision.value, span: placed(fact.text, revision, base) }
        : absent,
      codeRevision: absent,
      trustRemoteCode: absent,
      useSafetensors: absent,
    })),
  );
}
