import { Excerpt } from '../../text/excerpt.ts';
import { Cursor } from './cursor.ts';
import { HereDocuments } from './hereDocuments.ts';
import {
  type ArrayAssignment,
  type Command,
  type HereDocument,
  type Script,
  SHELL_JOINT,
  type Word,
} from './script.ts';
import { MAX_DEPTH, SEPARATORS, WordReader } from './wordReader.ts';

/** Reads commands out of any text, right or wrong: an open quote ends at the end of its line. */
export function scanShell(source: string | Excerpt): Script {
  return new Scanner(typeof source === 'string' ? Excerpt.builder().add(source, 0).build() : source).script();
}

interface Draft {
  words: Word[];
  documents: HereDocument[];
}

class Scanner {
  readonly #cursor: Cursor;
  readonly #words: WordReader;
  readonly #documents: HereDocuments;
  readonly #commands: Command[] = [];
  readonly #arrays: ArrayAssignment[] = [];
  readonly #comments: Excerpt[] = [];

  constructor(source: Excerpt) {
    this.#cursor = new Cursor(source);
    this.#words = new WordReader(this.#cursor, depth => this.#list(depth));
    this.#documents = new HereDocuments(this.#cursor);
  }

  script(): Script {
    while (this.#cursor.at < this.#cursor.text.length) {
      this.#list(0);
      this.#cursor.at++;
    }
    return { commands: this.#commands, arrays: this.#arrays, comments: this.#comments };
  }

  /** Commands up to the end of the text or an unmatched `)`. */
  #list(depth: number): void {
    const { text } = this.#cursor;
    let draft: Draft = { words: [], documents: [] };
    const finish = (defines?: string) => {
      if (draft.words.length > 0) {
        this.#commands.push({ ...draft, joint: SHELL_JOINT, ...(defines !== undefined && { defines }) });
      }
      draft = { words: [], documents: [] };
    };
    while (this.#cursor.at < text.length) {
      const character = this.#cursor.next!;
      if (character === '\\' && /^\\\r?\n/.test(this.#cursor.ahead(3))) {
        this.#cursor.at += text[this.#cursor.at + 1] === '\r' ? 3 : 2;
      } else if (character === ' ' || character === '\t' || character === '\r') {
        this.#cursor.at++;
      } else if (character === '#') {
        this.#comment();
      } else if (character === '<' && text.startsWith('<<', this.#cursor.at) && text[this.#cursor.at + 2] !== '<') {
        this.#documents.announce(draft);
      } else if (character === '<' || character === '>') {
        this.#redirection(depth);
      } else if (character === '(' && depth < MAX_DEPTH) {
        const name = /^\([ \t]*\)/.test(this.#cursor.ahead(9)) ? draft.words.at(-1)?.excerpt.text : undefined;
        finish(name);
        this.#cursor.at++;
        this.#list(depth + 1);
        this.#cursor.at++;
      } else if (SEPARATORS.has(character)) {
        finish();
        if (character === ')') return;
        this.#cursor.at++;
        if (character === '\n') this.#documents.read();
      } else {
        const word = this.#words.read(depth);
        if (this.#cursor.next === '(' && /^\w+\+?=$/.test(word.excerpt.text) && depth < MAX_DEPTH)
          this.#array(word, depth);
        else draft.words.push(word);
      }
    }
    finish();
  }

  #comment(): void {
    const start = this.#cursor.at;
    this.#cursor.at = this.#cursor.lineEnd();
    this.#comments.push(this.#cursor.source.slice(start, this.#cursor.at));
  }

  /** `NAME=( … )`, over several lines and with comments in it. */
  #array(head: Word, depth: number): void {
    const words: Word[] = [];
    this.#cursor.at++;
    while (this.#cursor.at < this.#cursor.text.length && this.#cursor.next !== ')') {
      const character = this.#cursor.next!;
      if (character === '#') this.#comment();
      else if (/[\s;&|(`<>]/.test(character) || /^\\\r?\n/.test(this.#cursor.ahead(3))) this.#cursor.at++;
      else words.push(this.#words.read(depth + 1));
    }
    this.#cursor.at++;
    this.#arrays.push({ name: head.excerpt.text.replace(/\+?=$/, ''), words, before: this.#commands.length });
  }

  /** `> file`, `2>&1`, `<<< word`: what follows is no argument. */
  #redirection(depth: number): void {
    while (/[<>&|]/.test(this.#cursor.next ?? '')) this.#cursor.at++;
    while (this.#cursor.next === ' ') this.#cursor.at++;
    const next = this.#cursor.next;
    if (next !== undefined && !SEPARATORS.has(next) && next !== '#') this.#words.read(depth);
  }
}
