import { BOOLEAN_FLAGS, TRUST_FLAGS } from '../catalogue/commandWords.ts';
import { absent, type Stated } from '../reference.ts';
import { type Command, SHELL_JOINT, type Word } from './script.ts';
import type { Placed, Variables } from './variables.ts';
import { asFilled, type Filled, isWhole, wordFrom } from './words.ts';

/** A flag of a command line and what stands behind it. */
export interface Option {
  readonly flag: string;
  readonly word: Word;
  /** Its value; more than one where words without a flag follow. */
  readonly values: readonly Placed[];
}

/** The words of one command as its program gets them: lists of arguments in variables are taken apart. */
export class CommandLine {
  readonly words: readonly Placed[];
  readonly texts: readonly string[];
  readonly command: Command;
  readonly #variables: Variables | undefined;

  constructor(command: Command, variables?: Variables, scope = '') {
    this.command = command;
    this.#variables = variables;
    this.words = variables?.wordsOf(command, scope) ?? command.words.map(word => ({ word, scope }));
    this.texts = this.words.map(placed => {
      const ways = placed.word.holes ? this.fillings(placed) : [];
      return ways.length === 1 ? ways[0]!.excerpt.text : placed.word.excerpt.text;
    });
  }

  fillings(placed: Placed): readonly Filled[] {
    if (this.#variables) return this.#variables.fillings(placed);
    const { excerpt, holes } = placed.word;
    const only = holes?.length === 1 ? holes[0] : undefined;
    const isAll = only && only.end - only.start === excerpt.text.length;
    return [asFilled(isAll && only.fallback ? only.fallback.excerpt : excerpt)];
  }

  /** Can words be written behind this one as in a shell? */
  get isShell(): boolean {
    return this.command.joint === SHELL_JOINT;
  }

  options(from: number): { flags: Option[]; positionals: { placed: Placed; text: string }[] } {
    const flags: Option[] = [];
    const positionals: { placed: Placed; text: string }[] = [];
    for (let i = from; i < this.words.length; i++) {
      const placed = this.words[i]!;
      const text = this.texts[i]!;
      if (!isFlag(text)) {
        positionals.push({ placed, text });
        continue;
      }
      const equals = placed.word.excerpt.text.indexOf('=');
      if (equals > 0) {
        const value = { word: wordFrom(placed.word, equals + 1), scope: placed.scope };
        flags.push({ flag: text.slice(0, text.indexOf('=')), word: placed.word, values: [value] });
        continue;
      }
      const values: Placed[] = [];
      const isSwitch = BOOLEAN_FLAGS.has(text);
      while (!isSwitch && i + 1 < this.words.length && !isFlag(this.texts[i + 1]!) && values.length < 200) {
        values.push(this.words[++i]!);
      }
      const next = this.texts[i + 1] ?? '';
      if (TRUST_FLAGS.includes(text) && /^(?:true|false|1|0)$/i.test(next)) values.push(this.words[++i]!);
      flags.push({ flag: text, word: placed.word, values });
    }
    return { flags, positionals };
  }

  /** The one value of the first of these flags. */
  stated(flags: readonly Option[], names: readonly string[]): Stated<string> {
    const option = flags.find(each => names.includes(each.flag));
    const value = option?.values[0];
    if (!option || !value) return absent;
    const ways = this.fillings(value);
    const filled = ways[0];
    const text = filled?.excerpt.text ?? '';
    const all = { start: 0, end: text.length };
    if (ways.length !== 1 || !filled || text === '' || /[{}<>$\s]/.test(text) || !isWhole(filled, all)) {
      return { state: 'unknown', span: value.word.span };
    }
    return { state: 'known', value: text, span: filled.excerpt.toOuter(all) };
  }

  /** A flag that is true by itself, or says so. */
  truth(flags: readonly Option[], names: readonly string[]): Stated<boolean> {
    const option = flags.find(each => names.includes(each.flag));
    if (!option) return absent;
    const value = option.values[0];
    const ways = value ? this.fillings(value) : [];
    const text = value ? (ways.length === 1 ? ways[0]!.excerpt.text.toLowerCase() : '') : 'true';
    const span = value?.word.span ?? option.word.span;
    if (/^(?:true|1|yes)$/.test(text)) return { state: 'known', value: true, span };
    return /^(?:false|0|no)$/.test(text) ? { state: 'known', value: false, span } : { state: 'unknown', span };
  }
}

const isFlag = (text: string) => /^--?[a-zA-Z]/.test(text);
