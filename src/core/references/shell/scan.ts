import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';

/** One word of a command as the program gets it, quotes and backslashes taken off. */
export interface Word {
  readonly excerpt: Excerpt;
  /** The word as written, quotes included. */
  readonly span: Span;
  /** The word is this variable alone, `$MODEL` or `"${MODEL:-…}"`. */
  readonly variable?: string;
}

/** A here-document: lines that go to a program's input, or into a file. */
export interface HereDocument {
  readonly body: Excerpt;
  /** The line that announces it: `cat > run.py <<EOF`. */
  readonly announced: string;
}

export interface Command {
  readonly words: readonly Word[];
  readonly documents: readonly HereDocument[];
}

export interface Script {
  readonly commands: readonly Command[];
  /** `#` to the end of the line. */
  readonly comments: readonly Span[];
}

/** Deeper nesting of `$( … )` than any person writes. */
const MAX_DEPTH = 20;

const SEPARATORS = new Set(['\n', ';', '&', '|', '(', ')', '`']);

/** Reads commands out of any text, right or wrong: an open quote ends at the end of its line. */
export function scanShell(text: string): Script {
  return new Scanner(text).script();
}

interface Draft {
  words: Word[];
  documents: HereDocument[];
}

class Scanner {
  readonly #text: string;
  readonly #commands: Command[] = [];
  readonly #comments: Span[] = [];
  #at = 0;
  #awaited: { delimiter: string; indented: boolean; announced: string; owner: Draft }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  script(): Script {
    while (this.#at < this.#text.length) {
      this.#list(0);
      this.#at++;
    }
    return { commands: this.#commands, comments: this.#comments };
  }

  /** Commands up to the end of the text or an unmatched `)`. */
  #list(depth: number): void {
    const text = this.#text;
    let draft: Draft = { words: [], documents: [] };
    const finish = () => {
      if (draft.words.length > 0) this.#commands.push(draft);
      draft = { words: [], documents: [] };
    };
    while (this.#at < text.length) {
      const character = text[this.#at]!;
      if (character === '\\' && /^\\\r?\n/.test(text.slice(this.#at, this.#at + 3))) {
        this.#at += text[this.#at + 1] === '\r' ? 3 : 2;
      } else if (character === ' ' || character === '\t' || character === '\r') {
        this.#at++;
      } else if (character === '#') {
        this.#comment();
      } else if (character === '<' && text.startsWith('<<', this.#at) && text[this.#at + 2] !== '<') {
        this.#openDocument(draft);
      } else if (character === '<' || character === '>') {
        this.#redirection(depth);
      } else if (character === '(' && depth < MAX_DEPTH) {
        finish();
        this.#at++;
        this.#list(depth + 1);
        this.#at++;
      } else if (SEPARATORS.has(character)) {
        finish();
        if (character === ')') return;
        this.#at++;
        if (character === '\n') this.#readDocuments();
      } else {
        draft.words.push(this.#word(depth));
      }
    }
    finish();
  }

  #comment(): void {
    const start = this.#at;
    const end = this.#text.indexOf('\n', start);
    this.#at = end < 0 ? this.#text.length : end;
    this.#comments.push({ start, end: this.#at });
  }

  /** `> file`, `2>&1`, `<<< word`: what follows is no argument. */
  #redirection(depth: number): void {
    while (/[<>&|]/.test(this.#text[this.#at] ?? '')) this.#at++;
    while (this.#text[this.#at] === ' ') this.#at++;
    const next = this.#text[this.#at];
    if (next !== undefined && !SEPARATORS.has(next) && next !== '#') this.#word(depth);
  }

  #openDocument(owner: Draft): void {
    const match = /^<<(-?)[ \t]*\\?(?:'([^'\n]*)'|"([^"\n]*)"|([\w.-]+))/.exec(
      this.#text.slice(this.#at, this.#at + 200),
    );
    if (!match) {
      this.#at += 2;
      return;
    }
    this.#at += match[0].length;
    const lineEnd = this.#text.indexOf('\n', this.#at);
    const announced = this.#text.slice(
      this.#text.lastIndexOf('\n', this.#at - 1) + 1,
      lineEnd < 0 ? undefined : lineEnd,
    );
    this.#awaited.push({
      delimiter: match[2] ?? match[3] ?? match[4] ?? '',
      indented: match[1] === '-',
      announced,
      owner,
    });
  }

  #readDocuments(): void {
    for (const { delimiter, indented, announced, owner } of this.#awaited) {
      const start = this.#at;
      let line = start;
      let end = this.#text.length;
      while (line < this.#text.length) {
        const newline = this.#text.indexOf('\n', line);
        const lineEnd = newline < 0 ? this.#text.length : newline;
        const content = this.#text.slice(line, lineEnd).replace(/\r$/, '');
        const isLast = (indented ? content.replace(/^\t+/, '') : content).trimEnd() === delimiter;
        if (isLast) end = line;
        line = lineEnd + 1;
        if (isLast) break;
      }
      this.#at = Math.min(line, this.#text.length);
      const body = Excerpt.builder().add(this.#text.slice(start, end), start).build();
      owner.documents.push({ body, announced });
    }
    this.#awaited = [];
  }

  #word(depth: number): Word {
    const text = this.#text;
    const start = this.#at;
    const builder = Excerpt.builder();
    let variable: string | undefined;
    let pieces = 0;
    const literal = () => {
      pieces += 2;
    };
    while (this.#at < text.length) {
      const character = text[this.#at]!;
      if (/\s/.test(character) || SEPARATORS.has(character) || character === '<' || character === '>') break;
      if (character === "'") {
        this.#single(builder);
        literal();
      } else if (character === '"') {
        this.#at++;
        while (this.#at < text.length && text[this.#at] !== '"') {
          const inner = text[this.#at]!;
          if (inner === '$' || inner === '`') {
            variable = this.#dollar(builder, depth, inner === '`');
            pieces++;
          } else {
            this.#escapable(builder, /["\\$`\n]/);
            literal();
          }
        }
        this.#at++;
      } else if (character === '$') {
        variable = this.#dollar(builder, depth, false);
        pieces++;
      } else {
        this.#escapable(builder, /[\s\S]/);
        literal();
      }
    }
    if (this.#at === start) this.#at++;
    const end = Math.min(this.#at, text.length);
    return {
      excerpt: builder.build(),
      span: { start, end },
      ...(pieces === 1 && variable !== undefined && { variable }),
    };
  }

  #single(builder: ExcerptBuilder): void {
    const from = this.#at + 1;
    const close = this.#text.indexOf("'", from);
    const lineEnd = this.#text.indexOf('\n', from);
    const open = close < 0;
    const end = open ? (lineEnd < 0 ? this.#text.length : lineEnd) : close;
    builder.add(this.#text.slice(from, end), from);
    this.#at = open ? end : end + 1;
  }

  /** One character, or the one behind a backslash when the backslash means something there. */
  #escapable(builder: ExcerptBuilder, meaningful: RegExp): void {
    const next = this.#text[this.#at + 1];
    if (this.#text[this.#at] !== '\\' || next === undefined || !meaningful.test(next)) {
      builder.add(this.#text[this.#at]!, this.#at);
      this.#at++;
      return;
    }
    if (next !== '\n') builder.add(next, this.#at, 2);
    this.#at += 2;
  }

  /**
   * `$NAME`, `${NAME:-fallback}`, `$(command)`: a hole in the word, but for a fallback, which may be the whole word.
   * Gives the variable's name.
   */
  #dollar(builder: ExcerptBuilder, depth: number, backquoted: boolean): string | undefined {
    const text = this.#text;
    if (!backquoted && text[this.#at + 1] === '(') {
      this.#at += 2;
      if (depth < MAX_DEPTH) this.#list(depth + 1);
      this.#at++;
      builder.add('{', this.#at - 1);
      return undefined;
    }
    const rest = text.slice(this.#at, this.#at + 400);
    const fallback = /^\$\{(\w+):?[-=]([^{}$"'\n]*)\}/.exec(rest);
    if (fallback) {
      const from = this.#at + fallback[0].length - 1 - fallback[2]!.length;
      builder.add(fallback[2]!, from);
      this.#at += fallback[0].length;
      return fallback[1];
    }
    const name = /^\$\{?(\w+)(?:[^{}\n]*\})?/.exec(rest) ?? /^\$\{[^}\n]*\}/.exec(rest);
    const length = /^\$\w/.test(rest) ? /^\$\w+/.exec(rest)![0].length : (name?.[0].length ?? 1);
    builder.add(name ? '{' : text[this.#at]!, this.#at);
    this.#at += length;
    return name?.[1];
  }
}
