import type { Span } from '../../text/span.ts';
import { absent, type RevisionPlace, type Stated, type Statements } from '../reference.ts';
import { type ConfigEntry, type ConfigMap, type ConfigScalar, type ConfigTree, entryOf, scalarAt } from './tree.ts';

/** What the fields beside an id state of its load. */
export function statedBeside(map: ConfigMap, revisions: readonly string[]): Partial<Statements> {
  return {
    revision: textOf(revisionScalar(map, revisions)),
    codeRevision: textOf(scalarAt(map, 'code_revision')),
    trustRemoteCode: truthOf(scalarAt(map, 'trust_remote_code')),
    useSafetensors: truthOf(scalarAt(map, 'use_safetensors')),
    weightsOnly: truthOf(scalarAt(map, 'weights_only')),
    subfolder: textOf(scalarAt(map, 'subfolder')),
    variant: textOf(scalarAt(map, 'variant')),
  };
}

const innerSpan = ({ excerpt, span }: ConfigScalar): Span =>
  excerpt.text.length > 0 ? excerpt.toOuter({ start: 0, end: excerpt.text.length }) : span;

const isNothing = ({ excerpt: { text }, quoted }: ConfigScalar) =>
  text === '' || (!quoted && /^(?:null|none|~)$/i.test(text));

export function textOf(scalar: ConfigScalar | undefined): Stated<string> {
  if (!scalar || isNothing(scalar)) return absent;
  const { text } = scalar.excerpt;
  const span = innerSpan(scalar);
  return /[${}]/.test(text) ? { state: 'unknown', span } : { state: 'known', value: text, span };
}

function truthOf(scalar: ConfigScalar | undefined): Stated<boolean> {
  if (!scalar || isNothing(scalar)) return absent;
  const { text } = scalar.excerpt;
  const span = innerSpan(scalar);
  if (/^(?:true|yes|on|1)$/i.test(text)) return { state: 'known', value: true, span };
  return /^(?:false|no|off|0)$/i.test(text) ? { state: 'known', value: false, span } : { state: 'unknown', span };
}

/** The first of the fields that is there; a dot leads into a map beside it. */
function revisionScalar(map: ConfigMap, names: readonly string[]): ConfigScalar | undefined {
  for (const name of names) {
    const [outer, inner] = name.split('.') as [string, string | undefined];
    const value = entryOf(map, outer)?.value;
    const home = inner === undefined ? map : value?.type === 'map' ? value : undefined;
    const scalar = home && scalarAt(home, inner ?? outer);
    if (scalar) return scalar;
  }
  return undefined;
}

/** Where a revision is written beside the id of `entry`: over the one that is there, else as a field of its own. */
export function revisionPlaces(
  tree: ConfigTree,
  map: ConfigMap,
  entry: ConfigEntry,
  names: readonly string[],
  pinnable: boolean,
): RevisionPlace[] {
  const there = revisionScalar(map, names);
  if (there) return there.shared ? [] : replacement(tree, there);
  const [outer, inner] = (names[0] ?? '').split('.') as [string, string | undefined];
  if (!pinnable || !outer || entry.value?.type !== 'scalar') return [];
  if (inner === undefined) return addition(tree, map.braced, entry, outer, ['"', '"']);
  const beside = entryOf(map, outer)?.value;
  if (beside === undefined) return addition(tree, map.braced, entry, outer, [`{${inner}: "`, '"}']);
  if (beside.type !== 'map') return [];
  const last = beside.entries.at(-1);
  return last ? addition(tree, beside.braced, last, inner, ['"', '"']) : [];
}

function replacement(tree: ConfigTree, scalar: ConfigScalar): RevisionPlace[] {
  const { span, quoted, excerpt } = scalar;
  const text = tree.text.slice(span.start, span.end);
  if (text.includes('\n')) return [];
  if (quoted && excerpt.text.length > 0) {
    return [{ span: excerpt.toOuter({ start: 0, end: excerpt.text.length }), before: '', after: '' }];
  }
  // A field without a value is an empty place right behind its colon.
  const gap = span.start === span.end && tree.text[span.start - 1] === ':' ? ' ' : '';
  return [{ span, before: `${gap}"`, after: '"' }];
}

/** A field behind another one. Quotes keep a commit such as `12e4…` from being a number. */
function addition(
  tree: ConfigTree,
  braced: boolean,
  { key, value }: ConfigEntry,
  name: string,
  [open, close]: readonly [string, string],
): RevisionPlace[] {
  if (value?.type !== 'scalar' || value.shared) return [];
  const { text, syntax } = tree;
  const end = value.span.end;
  const equals = syntax === 'toml' ? ' = ' : ': ';
  const written = syntax === 'json' ? `"${name}"` : name;
  if (braced) {
    return [{ span: { start: end, end }, before: `, ${written}${equals}${open}`, after: close }];
  }
  const lineStart = text.lastIndexOf('\n', key.span.start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const carriage = newline > 0 && text[newline - 1] === '\r';
  const at = newline < 0 ? text.length : carriage ? newline - 1 : newline;
  const isAlone = /^\s*(?:#.*)?$/.test(text.slice(end, at)) && !text.slice(key.span.start, end).includes('\n');
  if (!isAlone) return [];
  const indent = text.slice(lineStart, key.span.start).replace(/\S/g, ' ');
  const before = `${carriage ? '\r' : ''}\n${indent}${written}${equals}${open}`;
  return [{ span: { start: at, end: at }, before, after: close }];
}
