import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import { outcomes } from '../../text/workflowExpression.ts';
import type { Cursor } from './cursor.ts';
import { quoteEnd } from './quotes.ts';
import type { Hole, Word } from './script.ts';

/** Deeper nesting of `$( … )` than any person writes. */
export const MAX_DEPTH = 20;

/** What ends a bare word and stands between commands. */
export const SEPARATORS: ReadonlySet<string> = new Set(['\n', ';', '&', '|', '(', ')', '`']);

/** A run of characters that mean nothing but themselves in a bare word. */
const PLAIN = /[^\s;&|()`<>'"$\\#}]+|[#]/y;
/** The same between double quotes. */
const PLAIN_QUOTED = /[^"$\\`]+/y;

interface WordDraft {
  readonly builder: ExcerptBuilder;
  readonly holes: Hole[];
  quoted: boolean;
}

/** Takes quotes and backslashes off words, and finds the holes in them. */
export class WordReader {
  readonly #cursor: Cursor;
  readonly #commands: (depth: number) => void;

  /** `commands`: reads what stands in a `$( … )`, up to its closing parenthesis. */
  constructor(cursor: Cursor, commands: (depth: number) => void) {
    this.#cursor = cursor;
    this.#commands = commands;
  }

  read(depth: number): Word {
    const start = this.#cursor.at;
    const word: WordDraft = { builder: Excerpt.builder(this.#cursor.source.encode), holes: [], quoted: false };
    this.#pieces(word, depth, character => /\s/.test(character) || SEPARATORS.has(character) || /[<>]/.test(character));
    if (this.#cursor.at === start) this.#cursor.at++;
    return this.#finished(word, start);
  }

  #finished({ builder, holes, quoted }: WordDraft, start: number): Word {
    const span = this.#cursor.source.toOuter({ start, end: Math.min(this.#cursor.at, this.#cursor.text.length) });
    return { excerpt: builder.build(), span, ...(holes.length > 0 && { holes }), ...(quoted && { quoted }) };
  }

  /** The parts of a word, up to a bare character that ends it. */
  #pieces(word: WordDraft, depth: number, isEnd: (character: string) => boolean): void {
    const { text } = this.#cursor;
    while (this.#cursor.at < text.length) {
      const character = this.#cursor.next!;
      if (isEnd(character)) break;
      if (character === "'") {
        word.quoted = true;
        const end = quoteEnd(text, this.#cursor.at);
        this.#add(word, this.#cursor.at + 1, end.end);
        this.#cursor.at = end.next;
      } else if (character === '"') {
        word.quoted = true;
        this.#double(word, depth);
      } else if (character === '$') {
        this.#dollar(word, depth);
      } else if (character === '\\') {
        this.#escaped(word, /[\s\S]/);
      } else {
        PLAIN.lastIndex = this.#cursor.at;
        const end = PLAIN.test(text) ? PLAIN.lastIndex : this.#cursor.at + 1;
        this.#add(word, this.#cursor.at, end);
        this.#cursor.at = end;
      }
    }
  }

  #double(word: WordDraft, depth: number): void {
    const { text } = this.#cursor;
    const { end, next } = quoteEnd(text, this.#cursor.at);
    this.#cursor.at++;
    while (this.#cursor.at < end) {
      const character = this.#cursor.next!;
      if (character === '$') {
        this.#dollar(word, depth);
      } else if (character === '\\') {
        this.#escaped(word, /["\\$`\n]/);
      } else {
        PLAIN_QUOTED.lastIndex = this.#cursor.at;
        const stop = Math.min(PLAIN_QUOTED.test(text) ? PLAIN_QUOTED.lastIndex : this.#cursor.at + 1, end);
        this.#add(word, this.#cursor.at, stop);
        this.#cursor.at = stop;
      }
    }
    // `"$(cat "x")"`: a command inside may have led past what looked like the closing quote.
    if (this.#cursor.at <= end) this.#cursor.at = next;
    else if (this.#cursor.next === '"') this.#cursor.at++;
  }

  #literal(start: number, end: number): Word {
    const { source } = this.#cursor;
    return { excerpt: source.slice(start, end), span: source.toOuter({ start, end }) };
  }

  #add({ builder }: WordDraft, start: number, end: number): void {
    builder.append(this.#cursor.source.slice(start, end));
  }

  /** The character behind a backslash when the backslash means something there; the backslash else. */
  #escaped(word: WordDraft, meaningful: RegExp): void {
    const next = this.#cursor.text[this.#cursor.at + 1];
    if (next === undefined || !meaningful.test(next)) {
      this.#add(word, this.#cursor.at, this.#cursor.at + 1);
      this.#cursor.at++;
      return;
    }
    if (next !== '\n') {
      const { start, end } = this.#cursor.source.toOuter({ start: this.#cursor.at, end: this.#cursor.at + 2 });
      word.builder.add(next, start, end - start);
    }
    this.#cursor.at += 2;
  }

  /** `$NAME`, `${NAME:-fallback}`, `$(command)`: a hole in the word. */
  #dollar(word: WordDraft, depth: number): void {
    const { text } = this.#cursor;
    const from = this.#cursor.at;
    const hole = (name: string, fallback?: Word, others: readonly Word[] = []) => {
      const start = word.builder.length;
      const outer = this.#cursor.source.toOuter({ start: from, end: Math.min(this.#cursor.at, text.length) });
      word.builder.add('{', outer.start, outer.end - outer.start);
      const more = { ...(fallback && { fallback }), ...(others.length > 0 && { others }) };
      word.holes.push({ start, end: start + 1, name, ...more });
    };
    if (text[from + 1] === '(') {
      this.#cursor.at += 2;
      if (depth < MAX_DEPTH) this.#commands(depth + 1);
      this.#cursor.at++;
      hole('');
      return;
    }
    const expression = /^\$\{\{[^\n]{0,500}?\}\}/.exec(this.#cursor.ahead(510))?.[0];
    if (expression) {
      const [first, ...others] = outcomes(expression).map(each => this.#literal(from + each.start, from + each.end));
      this.#cursor.at += expression.length;
      hole('{', first, others);
      return;
    }
    const rest = this.#cursor.ahead(200);
    const open = /^\$\{(\w+)(?:\[[^\]\n]*\])?:?[-=]/.exec(rest);
    if (open && depth < MAX_DEPTH) {
      this.#cursor.at += open[0].length;
      const start = this.#cursor.at;
      const inner: WordDraft = { builder: Excerpt.builder(this.#cursor.source.encode), holes: [], quoted: false };
      this.#pieces(inner, depth + 1, character => character === '}' || character === '\n');
      const fallback = this.#finished(inner, start);
      if (this.#cursor.next === '}') this.#cursor.at++;
      hole(open[1]!, fallback);
      return;
    }
    const name =
      /^\$\{(!?\w+|[@*])(?:\[[^\]\n]*\])?[^{}\n]*\}/.exec(rest) ??
      /^\$(\d|[@*]|\w+)/.exec(rest) ??
      /^\$(\{)[^}\n]*\}/.exec(rest);
    this.#cursor.at += name?.[0].length ?? 1;
    if (name) hole(name[1]!);
    else this.#add(word, from, from + 1);
  }
}
