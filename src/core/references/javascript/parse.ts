import type { Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';

const DIALECTS: readonly (readonly [RegExp, string])[] = [
  [/\.[cm]?ts$/i, 'ts'],
  [/\.tsx$/i, 'ts jsx'],
  [/\.[cm]?jsx?$/i, 'jsx'],
];

const PARSERS = new Map(['ts', 'ts jsx', 'jsx'].map(dialect => [dialect, parser.configure({ dialect })]));

/**
 * The syntax tree of a script; a text without a file's name may be any dialect. Nothing for a text that is nested beyond
 * what the parser can follow: it goes down by calling itself.
 */
export function parseScript(text: string, path: string): Tree | undefined {
  const dialect = DIALECTS.find(([pattern]) => pattern.test(path))?.[1] ?? 'ts jsx';
  try {
    return PARSERS.get(dialect)!.parse(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
