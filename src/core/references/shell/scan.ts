import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import { quoteEnd } from './quotes.ts';
import {
  type ArrayAssignment,
  type Command,
  type HereDocument,
  type Hole,
  type Script,
  SHELL_JOINT,
  type Word,
} from './script.ts';

/** Deeper nesting of `$( … )` than any person writes. */
const MAX_DEPTH = 20;

const SEPARATORS = new Set(['\n', ';', '&', '|', '(', ')', '`']);

/** A run of characters that mean nothing but themselves in a bare word. */
const PLAIN = /[^\s;&|()`<>'"$\\#}]+|[#]/y;
/** The same between double quotes. */
const PLAIN_QUOTED = /[^"$\\`]+/y;

/** Reads commands out of any text, right or wrong: an open quote ends at the end of its line. */
export function scanShell(source: string | Excerpt): Script {
  return new Scanner(typeof source === 'string' ? Excerpt.builder().add(source, 0).build() : source).script();
}

interface Draft {
  words: Word[];
  documents: HereDocument[];
}

interface WordDraft {
  readonly builder: ExcerptBuilder;
  readonly holes: Hole[];
  quoted: boolean;
}

class Scanner {
  readonly #source: Excerpt;
  readonly #text: string;
  readonly #commands: Command[] = [];
  readonly #arrays: ArrayAssignment[] = [];
  readonly #comments: Excerpt[] = [];
  #at = 0;
  #awaited: { delimiter: string; indented: boolean; announced: string; owner: Draft }[] = [];

  constructor(source: Excerpt) {
    this.#source = source;
    this.#text = source.text;
  }

  script(): Script {
    while (this.#at < this.#text.length) {
      this.#list(0);
      this.#at++;
    }
    return { commands: this.#commands, arrays: this.#arrays, comments: this.#comments };
  }

  /** Commands up to the end of the text or an unmatched `)`. */
  #list(depth: number): void {
    const text = this.#text;
    let draft: Draft = { words: [], documents: [] };
    const finish = (defines?: string) => {
      if (draft.words.length > 0) {
        this.#commands.push({ ...draft, joint: SHELL_JOINT, ...(defines !== undefined && { defines }) });
      }
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
        const name = /^\([ \t]*\)/.test(text.slice(this.#at, this.#at + 9))
          ? draft.words.at(-1)?.excerpt.text
          : undefined;
        finish(name);
        this.#at++;
        this.#list(depth + 1);
        this.#at++;
      } else if (SEPARATORS.has(character)) {
        finish();
        if (character === ')') return;
        this.#at++;
        if (character === '\n') this.#readDocuments();
      } else {
        const word = this.#word(depth);
        if (text[this.#at] === '(' && /^\w+\+?=$/.test(word.excerpt.text) && depth < MAX_DEPTH)
          this.#array(word, depth);
        else draft.words.push(word);
      }
    }
    finish();
  }

  #comment(): void {
    const start = this.#at;
    const end = this.#text.indexOf('\n', start);
    this.#at = end < 0 ? this.#text.length : end;
    this.#comments.push(this.#source.slice(start, this.#at));
  }

  /** `NAME=( … )`, over several lines and with comments in it. */
  #array(head: Word, depth: number): void {
    const words: Word[] = [];
    this.#at++;
    while (this.#at < this.#text.length && this.#text[this.#at] !== ')') {
      const character = this.#text[this.#at]!;
      if (character === '#') this.#comment();
      else if (/[\s;&|(`<>]/.test(character) || /^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3))) this.#at++;
      else words.push(this.#word(depth + 1));
    }
    this.#at++;
    this.#arrays.push({ name: head.excerpt.text.replace(/\+?=$/, ''), words, before: this.#commands.length });
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
      owner.documents.push({ body: this.#source.slice(start, end), announced });
    }
    this.#awaited = [];
  }

  #word(depth: number): Word {
    const start = this.#at;
    const word: WordDraft = { builder: Excerpt.builder(this.#source.encode), holes: [], quoted: false };
    this.#pieces(word, depth, character => /\s/.test(character) || SEPARATORS.has(character) || /[<>]/.test(character));
    if (this.#at === start) this.#at++;
    return this.#finished(word, start);
  }

  #finished({ builder, holes, quoted }: WordDraft, start: number): Word {
    const span = this.#source.toOuter({ start, end: Math.min(this.#at, this.#text.length) });
    return { excerpt: builder.build(), span, ...(holes.length > 0 && { holes }), ...(quoted && { quoted }) };
  }

  /** The parts of a word, up to a bare character that ends it. */
  #pieces(word: WordDraft, depth: number, isEnd: (character: string) => boolean): void {
    const text = this.#text;
    while (this.#at < text.length) {
      const character = text[this.#at]!;
      if (isEnd(character)) break;
      if (character === "'") {
        word.quoted = true;
        const end = quoteEnd(text, this.#at);
        this.#add(word, this.#at + 1, end.end);
        this.#at = end.next;
      } else if (character === '"') {
        word.quoted = true;
        this.#double(word, depth);
      } else if (character === '$') {
        this.#dollar(word, depth);
      } else if (character === '\\') {
        this.#escaped(word, /[\s\S]/);
      } else {
        PLAIN.lastIndex = this.#at;
        const end = PLAIN.test(text) ? PLAIN.lastIndex : this.#at + 1;
        this.#add(word, this.#at, end);
        this.#at = end;
      }
    }
  }

  #double(word: WordDraft, depth: number): void {
    const text = this.#text;
    const { end, next } = quoteEnd(text, this.#at);
    this.#at++;
    while (this.#at < end) {
      const character = text[this.#at]!;
      if (character === '$') {
        this.#dollar(word, depth);
      } else if (character === '\\') {
        this.#escaped(word, /["\\$`\n]/);
      } else {
        PLAIN_QUOTED.lastIndex = this.#at;
        const stop = Math.min(PLAIN_QUOTED.test(text) ? PLAIN_QUOTED.lastIndex : this.#at + 1, end);
        this.#add(word, this.#at, stop);
        this.#at = stop;
      }
    }
    // `"$(cat "x")"`: a command inside may have led past what looked like the closing quote.
    if (this.#at <= end) this.#at = next;
    else if (text[this.#at] === '"') this.#at++;
  }

  #add({ builder }: WordDraft, start: number, end: number): void {
    builder.append(this.#source.slice(start, end));
  }

  /** The character behind a backslash when the backslash means something there; the backslash else. */
  #escaped(word: WordDraft, meaningful: RegExp): void {
    const next = this.#text[this.#at + 1];
    if (next === undefined || !meaningful.test(next)) {
      this.#add(word, this.#at, this.#at + 1);
      this.#at++;
      return;
    }
    if (next !== '\n') {
      const { start, end } = this.#source.toOuter({ start: this.#at, end: this.#at + 2 });
      word.builder.add(next, start, end - start);
    }
    this.#at += 2;
  }

  /** `$NAME`, `${NAME:-fallback}`, `$(command)`: a hole in the word. */
  #dollar(word: WordDraft, depth: number): void {
    const text = this.#text;
    const from = this.#at;
    const hole = (name: string, fallback?: Word) => {
      const start = word.builder.length;
      const outer = this.#source.toOuter({ start: from, end: Math.min(this.#at, text.length) });
      word.builder.add('{', outer.start, outer.end - outer.start);
      word.holes.push({ start, end: start + 1, name, ...(fallback && { fallback }) });
    };
    if (text[from + 1] === '(') {
      this.#at += 2;
      if (depth < MAX_DEPTH) this.#list(depth + 1);
      this.#at++;
      hole('');
      return;
    }
    const rest = text.slice(from, from + 200);
    const open = /^\$\{(\w+)(?:\[[^\]\n]*\])?:?[-=]/.exec(rest);
    if (open && depth < MAX_DEPTH) {
      this.#at += open[0].length;
      const start = this.#at;
      const inner: WordDraft = { builder: Excerpt.builder(this.#source.encode), holes: [], quoted: false };
      this.#pieces(inner, depth + 1, character => character === '}' || character === '\n');
      const fallback = this.#finished(inner, start);
      if (text[this.#at] === '}') this.#at++;
      hole(open[1]!, fallback);
      return;
    }
    const name =
      /^\$\{(!?\w+|[@*])(?:\[[^\]\n]*\])?[^{}\n]*\}/.exec(rest) ??
      /^\$(\d|[@*]|\w+)/.exec(rest) ??
      /^\$(\{)[^}\n]*\}/.exec(rest);
    this.#at += name?.[0].length ?? 1;
    if (name) hole(name[1]!);
    else this.#add(word, from, from + 1);
  }
}
