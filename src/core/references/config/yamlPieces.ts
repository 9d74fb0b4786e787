import type { Span } from '../../text/span.ts';

/** Above this length, in characters, a text is read in pieces: the parser takes more than linear time over what is wrong. */
const PIECE = 50_000;

/** A piece that has no line to be cut at is one value, or one line, and no settings that somebody wrote. */
const MAX_PIECE = 500_000;

const MAX_CUTS = 20;

/**
 * Pieces of a long text that are YAML by themselves: entries of the root, or, where one of them is too long, what stands
 * in it. An anchor does not reach over pieces, and a field there no longer knows under which others it stands.
 */
export function yamlPieces(text: string): readonly Span[] {
  const whole = { start: 0, end: text.length };
  return text.length <= PIECE * 2 ? [whole] : cut(text, whole, 0);
}

function cut(text: string, piece: Span, depth: number): Span[] {
  if (piece.end - piece.start <= PIECE) return [piece];
  const starts = depth < MAX_CUTS ? outermostLines(text, piece) : [];
  if (starts.length < 2) {
    const inner = text.indexOf('\n', starts[0] ?? piece.end) + 1;
    if (starts.length > 0 && inner > 0 && inner < piece.end)
      return cut(text, { start: inner, end: piece.end }, depth + 1);
    return piece.end - piece.start <= MAX_PIECE ? [piece] : [];
  }
  const found: Span[] = [];
  let from = piece.start;
  starts.forEach((start, index) => {
    const next = starts[index + 1] ?? piece.end;
    if (next - from < PIECE && index + 1 < starts.length) return;
    if (start > from && next - start > PIECE) {
      found.push({ start: from, end: start });
      from = start;
    }
    for (const each of cut(text, { start: from, end: next }, depth + 1)) found.push(each);
    from = next;
  });
  return found;
}

/** Where the lines begin that are indented least. */
function outermostLines(text: string, { start, end }: Span): number[] {
  let least = Number.POSITIVE_INFINITY;
  let found: number[] = [];
  for (let at = start; at < end; ) {
    let first = at;
    while (text[first] === ' ') first++;
    const character = text[first];
    if (character !== undefined && !/[\s#\]}]/.test(character) && first < end) {
      if (first - at < least) {
        least = first - at;
        found = [];
      }
      if (first - at === least) found.push(at);
    }
    const newline = text.indexOf('\n', first);
    at = newline < 0 ? end : newline + 1;
  }
  return found;
}
