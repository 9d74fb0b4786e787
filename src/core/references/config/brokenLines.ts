import type { ConfigNode } from './tree.ts';

/** What a parser made of a text, and where the first thing stands that it could not read. */
export interface Attempt {
  readonly roots: readonly ConfigNode[];
  readonly brokenAt?: number;
}

/** How many broken lines are taken out before the rest is given up. */
const MAX_ATTEMPTS = 8;

/** Above this length, in characters, a text is parsed once. */
const MAX_RETRIED = 100_000;

/**
 * A text that is being typed is wrong on one line. The parser reads it, and reads it again without that line, so that
 * the other lines say what they said before. Lines are emptied, never taken out: all stays in its place.
 */
export function withoutBrokenLines(text: string, parse: (text: string) => Attempt): readonly ConfigNode[] {
  const roots: ConfigNode[] = [];
  let rest = text;
  const attempts = text.length > MAX_RETRIED ? 1 : MAX_ATTEMPTS;
  for (let i = 0; i < attempts; i++) {
    const attempt = guarded(rest, parse);
    for (const root of attempt.roots) roots.push(root);
    if (attempt.brokenAt === undefined) break;
    const next = withoutLineAt(rest, attempt.brokenAt);
    if (next === rest) break;
    rest = next;
  }
  return roots;
}

/** A text that makes a parser overflow or trip was made to do so, and says nothing. */
function guarded(text: string, parse: (text: string) => Attempt): Attempt {
  try {
    return parse(text);
  } catch {
    return { roots: [] };
  }
}

/** Empties the line at an offset; when there is nothing on it, the last one before it that has something. */
function withoutLineAt(text: string, at: number): string {
  let end = text.indexOf('\n', Math.min(at, text.length));
  if (end < 0) end = text.length;
  let start = text.lastIndexOf('\n', end - 1) + 1;
  while (start > 0 && text.slice(start, end).trim() === '') {
    end = start - 1;
    start = text.lastIndexOf('\n', end - 1) + 1;
  }
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r]/g, ' ') + text.slice(end);
}
