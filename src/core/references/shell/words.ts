import { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';
import type { Word } from './script.ts';

/** `MODEL=org/name`, `ARGS+=" --model org/name"`, `export` and `docker run -e` left aside. */
export const ASSIGNMENT = /^([A-Za-z_]\w*)\+?=/;

/** A word whose holes are filled, one of several ways. */
export interface Filled {
  readonly excerpt: Excerpt;
  /** Stretches that stand elsewhere in the file than the rest of the word. */
  readonly parts: readonly Span[];
}

/** The word from that character on. */
export function wordFrom(word: Word, start: number): Word {
  const excerpt = word.excerpt.slice(start);
  const holes = word.holes?.filter(hole => hole.start >= start);
  const first = excerpt.text.length > 0 ? excerpt.toOuter({ start: 0, end: 1 }).start : word.span.end;
  return {
    excerpt,
    span: { start: Math.min(first, word.span.end), end: word.span.end },
    ...(holes && { holes: holes.map(hole => ({ ...hole, start: hole.start - start, end: hole.end - start })) }),
    ...(word.quoted && { quoted: true }),
  };
}

/** The parts of a list in one word, `org/one,org/two`; the word itself when there is only one. */
export function partsOf(filled: Filled): Filled[] {
  const { text } = filled.excerpt;
  if (!/^[\w./-]+(?:(?:,\s*|\+)[\w./-]+)+$/.test(text)) return [filled];
  return [...text.matchAll(/[^,+\s]+/g)].slice(0, 50).map(({ index, 0: { length } }) => ({
    excerpt: filled.excerpt.slice(index, index + length),
    parts: within(filled.parts, { start: index, end: index + length }),
  }));
}

function within(parts: readonly Span[], { start, end }: Span): Span[] {
  return parts
    .map(part => ({ start: Math.max(part.start, start) - start, end: Math.min(part.end, end) - start }))
    .filter(part => part.end > part.start);
}

/** Does the stretch stand in one piece somewhere in the file? `$ORG/name` does not: it is put together at run time. */
export function isWhole({ parts }: Filled, { start, end }: Span): boolean {
  return parts.every(part => part.end <= start || end <= part.start || (part.start <= start && end <= part.end));
}

/** A text without holes as a filled word. */
export const asFilled = (excerpt: Excerpt): Filled => ({ excerpt, parts: [] });

/** Puts the chosen values into the holes of a word. */
export function fill(word: Word, chosen: readonly (Filled | undefined)[]): Filled {
  const builder = Excerpt.builder(word.excerpt.encode);
  const parts: Span[] = [];
  let at = 0;
  for (const [index, hole] of (word.holes ?? []).entries()) {
    const value = chosen[index];
    builder.append(word.excerpt.slice(at, hole.start));
    const start = builder.length;
    if (value) {
      builder.append(value.excerpt);
      parts.push(...(value.parts.length > 0 ? spread(value, start) : [{ start, end: builder.length }]));
    } else {
      builder.append(word.excerpt.slice(hole.start, hole.end));
    }
    at = hole.end;
  }
  builder.append(word.excerpt.slice(at));
  return { excerpt: builder.build(), parts };
}

/** The value's own parts, and what stands between them, each a part of the word. */
function spread(value: Filled, by: number): Span[] {
  const edges = [0, ...value.parts.flatMap(part => [part.start, part.end]), value.excerpt.text.length];
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index]!;
    return end > start ? [{ start: start + by, end: end + by }] : [];
  });
}
