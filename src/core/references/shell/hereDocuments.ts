import type { Cursor } from './cursor.ts';
import type { HereDocument } from './script.ts';

/** The command whose input a here-document is. */
interface Owner {
  readonly documents: HereDocument[];
}

interface Announced {
  readonly delimiter: string;
  /** `<<-`: tabs before its lines do not count. */
  readonly indented: boolean;
  readonly announced: string;
  readonly owner: Owner;
}

/** Here-documents are announced in a line, several of them perhaps, and stand below it. */
export class HereDocuments {
  readonly #cursor: Cursor;
  #awaited: Announced[] = [];

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** At a `<<`. */
  announce(owner: Owner): void {
    const match = /^<<(-?)[ \t]*\\?(?:'([^'\n]*)'|"([^"\n]*)"|([\w.-]+))/.exec(this.#cursor.ahead(200));
    if (!match) {
      this.#cursor.at += 2;
      return;
    }
    this.#cursor.at += match[0].length;
    const { text, at } = this.#cursor;
    const announced = text.slice(text.lastIndexOf('\n', at - 1) + 1, this.#cursor.lineEnd());
    this.#awaited.push({
      delimiter: match[2] ?? match[3] ?? match[4] ?? '',
      indented: match[1] === '-',
      announced,
      owner,
    });
  }

  /** At the beginning of the line below. */
  read(): void {
    const { source, text } = this.#cursor;
    for (const { delimiter, indented, announced, owner } of this.#awaited) {
      const start = this.#cursor.at;
      let line = start;
      let end = text.length;
      while (line < text.length) {
        const lineEnd = this.#cursor.lineEnd(line);
        const content = text.slice(line, lineEnd).replace(/\r$/, '');
        const isLast = (indented ? content.replace(/^\t+/, '') : content).trimEnd() === delimiter;
        if (isLast) end = line;
        line = lineEnd + 1;
        if (isLast) break;
      }
      this.#cursor.at = Math.min(line, text.length);
      owner.documents.push({ body: source.slice(start, end), announced });
    }
    this.#awaited = [];
  }
}
