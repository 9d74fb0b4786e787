import { type Span, span } from './span.ts';

/** `length` characters at `inner` come from the `outerLength` characters at `outer` (`\n` in JSON: one from two). */
interface Piece {
  readonly inner: number;
  readonly outer: number;
  readonly length: number;
  readonly outerLength: number;
}

/**
 * A text lifted out of another one that remembers where each character came from: a fenced block without its quote
 * marks, the cell of a notebook without its JSON escapes, the shell command inside a Python string.
 */
export class Excerpt {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  /** Writes new text the way the outer document must hold it (JSON escapes in a notebook). */
  readonly encode: (newText: string) => string;

  private constructor(text: string, pieces: readonly Piece[], encode: (newText: string) => string) {
    this.text = text;
    this.#pieces = pieces;
    this.encode = encode;
  }

  static builder(encode: (newText: string) => string = text => text): ExcerptBuilder {
    return new ExcerptBuilder((text, pieces) => new Excerpt(text, pieces, encode));
  }

  /** A part of this text, that still remembers where it came from. */
  slice(start: number, end = this.text.length): Excerpt {
    const pieces: Piece[] = [];
    for (let index = Math.max(0, this.#indexAt(start)); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index]!;
      if (piece.inner >= end) break;
      const from = Math.max(start, piece.inner);
      const to = Math.min(end, piece.inner + piece.length);
      if (from >= to) continue;
      const whole = piece.length !== piece.outerLength;
      pieces.push({
        inner: from - start,
        outer: whole ? piece.outer : piece.outer + from - piece.inner,
        length: to - from,
        outerLength: whole ? piece.outerLength : to - from,
      });
    }
    return new Excerpt(this.text.slice(start, end), pieces, this.encode);
  }

  /** Adds this text to another that is lifted out of the same outer text. */
  addTo(builder: ExcerptBuilder): void {
    for (const { inner, outer, length, outerLength } of this.#pieces) {
      builder.add(this.text.slice(inner, inner + length), outer, outerLength);
    }
  }

  /** The stretch of the outer text that the characters of `inner` came from. */
  toOuter(inner: Span): Span {
    const start = this.#outerStart(inner.start);
    return span(start, inner.end > inner.start ? Math.max(start, this.#outerEnd(inner.end)) : start);
  }

  #outerStart(offset: number): number {
    const piece = this.#pieceAt(offset);
    if (!piece) return 0;
    const within = offset - piece.inner;
    if (piece.length === piece.outerLength) return piece.outer + Math.min(within, piece.outerLength);
    return within <= 0 ? piece.outer : piece.outer + piece.outerLength;
  }

  #outerEnd(offset: number): number {
    const piece = this.#pieceAt(offset - 1);
    if (!piece) return 0;
    if (piece.length === piece.outerLength) return piece.outer + Math.min(offset - piece.inner, piece.outerLength);
    return piece.outer + piece.outerLength;
  }

  /** The last piece that begins at or before the offset. */
  #pieceAt(offset: number): Piece | undefined {
    return this.#pieces[this.#indexAt(offset)];
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.inner <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

export class ExcerptBuilder {
  #text = '';
  readonly #pieces: Piece[] = [];
  readonly #finish: (text: string, pieces: readonly Piece[]) => Excerpt;

  constructor(finish: (text: string, pieces: readonly Piece[]) => Excerpt) {
    this.#finish = finish;
  }

  /** Adds `inner`, which stands at `outer` in the outer text and takes `outerLength` characters there. */
  add(inner: string, outer: number, outerLength: number = inner.length): this {
    if (inner.length === 0) return this;
    this.#pieces.push({ inner: this.#text.length, outer, length: inner.length, outerLength });
    this.#text += inner;
    return this;
  }

  /** Adds a text that was lifted out of the same outer text. */
  append(excerpt: Excerpt): this {
    excerpt.addTo(this);
    return this;
  }

  /** How much text there is so far. */
  get length(): number {
    return this.#text.length;
  }

  build(): Excerpt {
    return this.#finish(this.#text, this.#pieces);
  }
}
