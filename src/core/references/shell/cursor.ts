import type { Excerpt } from '../../text/excerpt.ts';

/** How far a text is read: whoever reads a part of it moves on what the others see. */
export class Cursor {
  readonly source: Excerpt;
  readonly text: string;
  at = 0;

  constructor(source: Excerpt) {
    this.source = source;
    this.text = source.text;
  }

  /** The character that comes next; nothing at the end. */
  get next(): string | undefined {
    return this.text[this.at];
  }

  /** Some characters from here on, as many as there are. */
  ahead(length: number): string {
    return this.text.slice(this.at, this.at + length);
  }

  /** Where the line ends that is read. */
  lineEnd(from = this.at): number {
    const newline = this.text.indexOf('\n', from);
    return newline < 0 ? this.text.length : newline;
  }
}
