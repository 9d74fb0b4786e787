import type { CallArgument } from '../catalogue/callLoader.ts';
import type { ReadId } from '../idForms.ts';
import { absent, type Reference, type Stated, unstated } from '../reference.ts';
import type { Located, Text } from './expression.ts';
import { kindByPosition, type LoaderCall } from './loaderCall.ts';
import type { LoadReading } from './loadReading.ts';
import { placed } from './placed.ts';
import { optionsOf, revisionByPosition, revisionOf } from './revision.ts';
import type { Values } from './values.ts';
import type { Frame } from './wrapper.ts';

/** How an id is taken. */
export interface Taken {
  readonly matched: LoaderCall;
  readonly argument: CallArgument;
  readonly frame: Frame | undefined;
  /** All that the id can be is in sight. */
  readonly isClosed: boolean;
  /** The literal stands around the call, and is not what another function of the file answers. */
  readonly isNear: boolean;
}

/** The literal as a reference, with all that its call says of it. */
export function loadedReference(text: Text, read: ReadId, taken: Taken, reading: LoadReading): Reference {
  const { matched, argument, frame, isClosed } = taken;
  const { row, call } = matched;
  const pinnedInside = read.revision;
  const options = optionsOf(call, row, argument, reading.values);
  const outside =
    row.revisionAt === undefined
      ? revisionOf(options, row, reading, frame)
      : revisionByPosition(call, row.revisionAt, reading, frame);
  const inside = pinnedInside && {
    revision: { state: 'known', value: pinnedInside.value, span: placed(text, pinnedInside) } as const,
    pins: text.excerpt ? [] : [{ span: placed(text, pinnedInside), before: '', after: '' }],
  };
  const { revision, pins } = inside ?? outside;
  return {
    id: read.id,
    kind: read.kind ?? kindByPosition(matched, reading.values) ?? argument.kind,
    span: placed(text, read),
    api: matched.api,
    link: false,
    ...unstated,
    revision,
    pins: isClosed || inside ? pins : [],
    subfolder: options.state === 'record' ? statedText(options.at, 'subfolder', reading.values) : absent,
    ...(read.quantization && {
      quantization: {
        state: 'known' as const,
        value: read.quantization.value,
        span: placed(text, read.quantization),
      },
    }),
  };
}

/** A text that the record gives under the key. */
function statedText(record: Located, key: string, values: Values): Stated<string> {
  const origins = values.origins(record, [key]);
  if (origins.length === 0) return absent;
  const [only] = origins;
  const at = only?.type === 'value' ? only.at.expression : undefined;
  const span = { start: record.expression.from, end: record.expression.to };
  if (origins.length !== 1 || at?.type !== 'text') return { state: 'unknown', span };
  return { state: 'known', value: at.value, span: { start: at.from, end: at.to } };
}
