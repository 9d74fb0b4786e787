/** A place in a text as people count it, but both zero-based: the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates between offsets and positions. `\n`, `\r\n` and a lone `\r` end a line, as in LSP and VS Code. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    // A search by the engine's own `indexOf` is several times faster than a loop over characters; lone `\r`s are rare.
    const search = text.includes('\r')
      ? (from: number) => nextBreak(text, from)
      : (from: number) => text.indexOf('\n', from);
    for (let at = search(0); at >= 0; at = search(at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: at - this.#starts[low]! };
  }

  /** The offset of a position; a line or column past the end is clamped. */
  offset({ line, column }: Position): number {
    if (line >= this.#starts.length) return this.#length;
    return Math.min(this.#starts[Math.max(0, line)]! + column, this.lineEnd(line));
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** Where the next line begins (the line break belongs to the line it ends). */
  lineEnd(line: number): number {
    return this.#starts[line + 1] ?? this.#length;
  }
}

/** The last character of the next line break at or after `from`; -1 where there is none. */
function nextBreak(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i;
  }
  return -1;
}
