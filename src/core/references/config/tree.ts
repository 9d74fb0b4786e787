import type { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';

/** What YAML, JSON and TOML have in common, each part with its place. */
export type ConfigNode = ConfigMap | ConfigList | ConfigScalar;

export interface ConfigMap {
  readonly type: 'map';
  readonly entries: readonly ConfigEntry[];
  /** Between braces, where entries are parted by commas and not by lines. */
  readonly braced: boolean;
}

export interface ConfigEntry {
  readonly key: ConfigScalar;
  readonly value?: ConfigNode;
}

export interface ConfigList {
  readonly type: 'list';
  readonly items: readonly ConfigNode[];
}

export interface ConfigScalar {
  readonly type: 'scalar';
  /** The value without quotes and escapes, and where each character of it stands. */
  readonly excerpt: Excerpt;
  /** As written, quotes included. */
  readonly span: Span;
  /** A word without quotes may be a number, `true` or `null`. */
  readonly quoted: boolean;
  /** Used in several places by an anchor: an edit beside one of them would leave the others. */
  readonly shared: boolean;
}

export type ConfigSyntax = 'yaml' | 'json' | 'toml';

/** One text, read: several roots where YAML holds several documents. */
export interface ConfigTree {
  readonly syntax: ConfigSyntax;
  readonly text: string;
  readonly roots: readonly ConfigNode[];
}

/**
 * Longest text that is parsed, in characters: a front hands over none of more than 2 MiB, and says so of what it leaves out.
 * The parsers are linear; YAML, the slowest, takes a second for each million.
 */
export const MAX_TEXT = 2 * 1024 * 1024;

/** Deeper nesting than any person writes; what lies below is not looked at. */
export const MAX_DEPTH = 60;

/** `modelNameOrPath`, `model-name-or-path`, `MODEL_NAME_OR_PATH` and `model_name_or_path` are one field. */
export const fieldName = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();

export function entryOf(map: ConfigMap, field: string): ConfigEntry | undefined {
  return map.entries.find(each => fieldName(each.key.excerpt.text) === field);
}

export function scalarAt(map: ConfigMap, field: string): ConfigScalar | undefined {
  const value = entryOf(map, field)?.value;
  return value?.type === 'scalar' ? value : undefined;
}
