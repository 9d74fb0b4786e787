import type { CallArgument, CallLoader } from '../catalogue/callLoader.ts';
import { absent, type RevisionPlace, type Stated } from '../reference.ts';
import type { Call, Located, RecordValue, Text } from './expression.ts';
import type { LoadReading } from './loadReading.ts';
import type { Origin, Values } from './values.ts';
import type { Frame } from './wrapper.ts';

/** The record of options of a call: it is there, it would go behind the last argument, or it can not be said. */
export type Options =
  | { readonly state: 'record'; readonly at: Located<RecordValue> }
  | { readonly state: 'missing'; readonly close: number }
  | { readonly state: 'unknown'; readonly from: number; readonly to: number }
  | { readonly state: 'none' };

/** What is said of a revision, and where it is said or could be. */
export interface SaidRevision {
  readonly revision: Stated<string>;
  readonly pins: readonly RevisionPlace[];
}

const NOT_SAID: SaidRevision = { revision: absent, pins: [] };

export function optionsOf(call: Located<Call>, row: CallLoader, argument: CallArgument, values: Values): Options {
  if (row.options === undefined) return { state: 'none' };
  const given = call.expression.arguments;
  const option = given[row.options];
  if (!option) {
    const { close } = call.expression;
    const isNext = given.length === row.options && close !== undefined && argument.position < row.options;
    return isNext ? { state: 'missing', close } : { state: 'none' };
  }
  const record = values.single({ ...call, expression: option });
  if (record?.expression.type === 'record')
    return { state: 'record', at: { ...record, expression: record.expression } };
  if (record?.expression.type === 'constant' && record.expression.value === null) return { state: 'none' };
  return { state: 'unknown', from: option.from, to: option.to };
}

export function revisionOf(
  options: Options,
  row: CallLoader,
  reading: LoadReading,
  frame: Frame | undefined,
): SaidRevision {
  const { quote } = reading.syntax;
  const key = row.revisionKey;
  switch (options.state) {
    case 'none':
      return NOT_SAID;
    case 'unknown':
      return { revision: { state: 'unknown', span: { start: options.from, end: options.to } }, pins: [] };
    case 'missing': {
      const span = { start: options.close, end: options.close };
      return { revision: absent, pins: [{ span, before: `, { ${key}: ${quote}`, after: `${quote} }` }] };
    }
    case 'record': {
      const { at } = options;
      const said = reading.values.origins(at, [key]);
      if (said.length > 0) return fromOrigins(said, at.expression, reading, frame);
      const { entries, open, from, to } = at.expression;
      const isOpen = entries.some(entry => entry.key === undefined && !isKnownRecord(at, entry.value, reading.values));
      if (isOpen) return { revision: { state: 'unknown', span: { start: from, end: to } }, pins: [] };
      const place = { span: { start: open, end: open }, before: ` ${key}: ${quote}` };
      return { revision: absent, pins: [{ ...place, after: entries.length > 0 ? `${quote},` : `${quote} ` }] };
    }
  }
}

const isKnownRecord = (at: Located, expression: Located['expression'], values: Values) =>
  values.single({ ...at, expression })?.expression.type === 'record';

/** What a call says in the place of the revision. */
export function revisionByPosition(
  call: Located<Call>,
  position: number,
  reading: LoadReading,
  frame: Frame | undefined,
): SaidRevision {
  const given = call.expression.arguments[position];
  if (!given) return NOT_SAID;
  return fromOrigins(reading.values.origins({ ...call, expression: given }), given, reading, frame);
}

function fromOrigins(
  origins: readonly Origin[],
  place: { readonly from: number; readonly to: number },
  reading: LoadReading,
  frame: Frame | undefined,
): SaidRevision {
  const unknown: SaidRevision = {
    revision: { state: 'unknown', span: { start: place.from, end: place.to } },
    pins: [],
  };
  const parameter = origins.find(origin => origin.type === 'parameter');
  if (parameter?.type === 'parameter' && frame && parameter.scope === frame.scope) {
    const given = frame.call.expression.arguments[parameter.parameter.position];
    if (given) {
      const way = parameter.parameter.steps;
      const passed = reading.values.origins({ ...frame.call, expression: given }, way);
      if (passed.length > 0) return fromOrigins(passed, given, reading, undefined);
    }
  } else if (parameter) return unknown;
  const known = origins.flatMap(origin => (origin.type === 'value' ? [origin.at.expression] : []));
  const [only] = known;
  if (known.length !== 1 || !only) return unknown;
  if (only.type === 'text') return fromText(only);
  const isNothing = only.type === 'constant' && only.value === null;
  return isNothing ? NOT_SAID : unknown;
}

function fromText(text: Text): SaidRevision {
  const span = text.excerpt
    ? { start: text.from, end: text.to }
    : { start: text.start, end: text.start + text.value.length };
  const pins = text.excerpt ? [] : [{ span, before: '', after: '' }];
  return { revision: { state: 'known', value: text.value, span }, pins };
}
