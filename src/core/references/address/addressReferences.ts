import type { Span } from '../../text/span.ts';
import { type Reference, unstated } from '../reference.ts';
import { HUB_ADDRESS_HINT, hubAddresses } from './hubAddress.ts';

/** The Hub addresses in a text as references; `place` says where a stretch of the text stands in the file. `fetched`: a program is told to fetch them, so that no page is a mere link. */
export function addressReferences(text: string, place: (within: Span) => Span, fetched?: string): Reference[] {
  if (!HUB_ADDRESS_HINT.test(text)) return [];
  return hubAddresses(text).map(({ id, kind, revision, quantization, link, form, start, end, from, to }) => ({
    id,
    kind,
    span: place({ start, end }),
    api: fetched ?? (link ? 'link' : form === 'uri' ? 'hf://' : 'url'),
    link: link && fetched === undefined,
    ...unstated,
    ...(revision && { revision: { state: 'known' as const, value: revision.value, span: place(revision) } }),
    ...(quantization && {
      quantization: { state: 'known' as const, value: quantization.value, span: place(quantization) },
    }),
    pins: revision
      ? [{ span: place(revision), before: '', after: '' }]
      : form === 'git' && /^git\+/i.test(text.slice(from, from + 4))
        ? [{ span: place({ start: to, end: to }), before: '@', after: '' }]
        : [],
  }));
}
