import { LAUNCHERS } from '../catalogue/commandWords.ts';
import { scanShell } from './scan.ts';
import type { Command, Hole, Script, Word } from './script.ts';
import { ASSIGNMENT, asFilled, type Filled, fill, wordFrom } from './words.ts';

/** A word, and the function that it stands in (empty: none), which says what `$1` is there. */
export interface Placed {
  readonly word: Word;
  readonly scope: string;
}

/** As many values of one variable, or ways to fill one word, as are looked at. */
const MOST = 50;
const MAX_DEPTH = 6;
/** As many words as are filled in one script; a script that asks for more was written to ask. */
const MOST_FILLED = 20_000;
/** No command line that somebody wrote has more words. */
const MOST_WORDS = 2000;
/** A longer word is a text of its own, in which an id is not looked for. */
const MAX_LENGTH = 4000;

/**
 * What the variables of a script can hold. The order of assignments is not looked at: each of the values that a script
 * gives a name is one that it would load.
 */
export class Variables {
  readonly #values = new Map<string, Placed[][]>();
  readonly #scopes: readonly string[];
  readonly #known = new Map<string, readonly Filled[]>();
  readonly #ways = new Map<Word, readonly Filled[]>();
  #filledWords = 0;

  constructor(script: Script) {
    this.#scopes = scopesOf(script.commands);
    const functions = new Set(script.commands.flatMap(each => each.defines ?? []));
    for (const [index, command] of script.commands.entries()) this.#learn(command, this.scopeOf(index), functions);
    for (const { name, words, before } of script.arrays) {
      const scope = this.scopeOf(before);
      const keys = words.flatMap(word => keyOf(word) ?? []);
      this.#add(
        name,
        words.map(word => ({ word: wordFrom(word, keyLength(word)), scope })),
      );
      if (keys.length > 0)
        this.#add(
          `!${name}`,
          keys.map(word => ({ word, scope })),
        );
    }
  }

  /** The function that the command of this number stands in. */
  scopeOf(command: number): string {
    return this.#scopes[Math.min(command, this.#scopes.length - 1)] ?? '';
  }

  #learn({ words }: Command, scope: string, functions: ReadonlySet<string>): void {
    const texts = words.map(word => word.excerpt.text);
    if (/^(?:for|select)$/.test(texts[0] ?? '') && texts[2] === 'in') {
      for (const word of words.slice(3)) this.#add(texts[1]!, [{ word, scope }]);
    }
    for (const word of words) {
      const match = ASSIGNMENT.exec(word.excerpt.text);
      if (match) this.#add(match[1]!, [{ word: wordFrom(word, match[0].length), scope }]);
      for (const { name, fallback } of word.holes ?? []) {
        if (fallback && texts[0] === ':') this.#add(name, [{ word: fallback, scope }]);
      }
    }
    const call = texts.findIndex(text => !ASSIGNMENT.test(text) && !LAUNCHERS.test(text));
    if (call < 0 || !functions.has(texts[call]!)) return;
    words.slice(call + 1).forEach((word, index) => {
      this.#add(`${texts[call]}#${index + 1}`, [{ word, scope }]);
      this.#add(`${texts[call]}#@`, [{ word, scope }]);
    });
  }

  #add(name: string, words: Placed[]): void {
    const values = this.#values.get(name);
    if (!values) this.#values.set(name, [words]);
    else if (values.length < MOST) values.push(words);
  }

  #assigned(name: string, scope: string): readonly Placed[][] {
    const key = /^(?:\d|@|\*)$/.test(name) ? `${scope}#${name === '*' ? '@' : name}` : name;
    return this.#values.get(key) ?? [];
  }

  /** The words of a command; a variable that holds several (`$ARGS`, `"${ARGS[@]}"`, `"$@"`) gives each of them. */
  wordsOf({ words }: Command, scope: string): Placed[] {
    return words.flatMap((word, index) => this.#spliced({ word, scope }, index === 0, 0)).slice(0, 2000);
  }

  #spliced(placed: Placed, isProgram: boolean, depth: number): Placed[] {
    const { word, scope } = placed;
    const hole = word.holes?.length === 1 ? word.holes[0] : undefined;
    if (!hole || hole.end - hole.start !== word.excerpt.text.length || depth > MAX_DEPTH) return [placed];
    const values = [...this.#assigned(hole.name, scope)];
    if (hole.fallback) values.push([{ word: hole.fallback, scope }]);
    // A list longer than any command line is not looked through once a command.
    const words = values
      .slice(0, MOST_WORDS)
      .flat()
      .slice(0, MOST_WORDS)
      .flatMap(value => this.#splitUp(value, depth));
    const holdsFlags = words.some(each => each.word.excerpt.text.startsWith('-'));
    if (!holdsFlags && !(isProgram && words.length > 1 && values.length === 1)) return [placed];
    return words.slice(0, 200).flatMap(each => this.#spliced(each, false, depth + 2));
  }

  /** A value that was written as one quoted word: `"--model org/name"`. */
  #splitUp({ word, scope }: Placed, depth: number): Placed[] {
    if (!/[ \n]/.test(word.excerpt.text.trim())) return [{ word, scope }];
    const filled = this.#filled(word, scope, depth + 1)[0];
    if (!filled) return [{ word, scope }];
    return scanShell(filled.excerpt).commands.flatMap(each => each.words.map(inner => ({ word: inner, scope })));
  }

  /** Every way to fill the holes of the word; the word with its holes where nothing is known of them. */
  fillings({ word, scope }: Placed): readonly Filled[] {
    if (!word.holes) return [asFilled(word.excerpt)];
    const known = this.#ways.get(word);
    if (known) return known;
    const ways = this.#filled(word, scope, 0);
    this.#ways.set(word, ways);
    return ways;
  }

  #filled(word: Word, scope: string, depth: number): Filled[] {
    if (!word.holes || word.holes.length > 8 || word.excerpt.text.length > MAX_LENGTH) return [asFilled(word.excerpt)];
    if (this.#filledWords > MOST_FILLED) return [asFilled(word.excerpt)];
    let choices: (Filled | undefined)[][] = [[]];
    for (const hole of word.holes) {
      const options: readonly (Filled | undefined)[] = depth > MAX_DEPTH ? [] : this.#options(hole, scope, depth);
      const some = options.length > 0 ? options : [undefined];
      choices = choices.flatMap(choice => some.map(option => [...choice, option])).slice(0, MOST);
    }
    this.#filledWords += choices.length;
    return choices.map(choice => fill(word, choice));
  }

  #options(hole: Hole, scope: string, depth: number): Filled[] {
    const standing = hole.fallback ? [hole.fallback, ...(hole.others ?? [])] : [];
    const fallback = standing.flatMap(word => this.#filled(word, scope, depth + 1));
    return [...this.#valuesOf(hole.name, scope, depth), ...fallback];
  }

  #valuesOf(name: string, scope: string, depth: number): readonly Filled[] {
    const key = `${scope}#${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    // A name that its own value asks for (`ARGS="$ARGS --x"`) adds nothing.
    this.#known.set(key, []);
    const found = this.#assigned(name, scope)
      .flat()
      .slice(0, MOST)
      .flatMap(value => this.#filled(value.word, value.scope, depth + 1))
      .flatMap(split)
      .slice(0, MOST);
    this.#known.set(key, found);
    return found;
  }
}

/** A list in one string, `"org/one org/two"`, is each of its words. */
function split(filled: Filled): Filled[] {
  const { text } = filled.excerpt;
  if (!/^\s*[\w.-]+\/[\w.-]+(?:\s+[\w.-]+\/[\w.-]+)+\s*$/.test(text)) return [filled];
  return [...text.matchAll(/\S+/g)].map(({ index, 0: { length } }) =>
    asFilled(filled.excerpt.slice(index, index + length)),
  );
}

/** `[small]=org/one` of a map: how long its key is written. */
const keyLength = (word: Word): number => /^\[[^\]]*\]=/.exec(word.excerpt.text)?.[0].length ?? 0;

function keyOf(word: Word): Word | undefined {
  const length = keyLength(word);
  return length > 0 ? { excerpt: word.excerpt.slice(1, length - 2), span: word.span } : undefined;
}

/** For each command the function around it. */
function scopesOf(commands: readonly Command[]): string[] {
  let scope = '';
  let depth = 0;
  return commands.map(({ words, defines }) => {
    if (defines !== undefined && scope === '') {
      scope = defines;
      depth = 0;
      return '';
    }
    const first = words[0]?.excerpt.text;
    if (scope !== '' && first === '{') depth++;
    const inside = scope;
    if (scope !== '' && first === '}' && --depth <= 0) scope = '';
    return inside;
  });
}
