import { type CallLanguage, DIALECTS } from './dialects.ts';
import { type Token, tokens } from './tokens.ts';

/** A text, or a name that may stand for one. */
export interface Given {
  readonly type: 'text' | 'name';
  /** The body of the text; the name with its fields, `model.name`. */
  readonly value: string;
  /** Where `value` begins, and where the whole token ends. */
  readonly start: number;
  readonly end: number;
}

/** Something given to a call, or in the braces behind a type: `ModelConfiguration(id: "org/name")`. */
export interface Argument {
  readonly given: Given;
  readonly call: Call;
  /** Among the arguments of the call, from 0. */
  readonly position: number;
  /** By which it is given: `id` of `id: "x"`. */
  readonly label: string;
}

export interface Call {
  /** What is called, with all that it is called on: `HuggingFaceModel.builder().modelId`. */
  readonly callee: string;
  /** Those that are given by name. */
  readonly labelled: Map<string, Argument>;
}

/** A value under a name: a constant, a variable, a field. Of a list, each of its texts. */
export interface Stored {
  readonly name: string;
  readonly given: Given;
  /** The key of the text in a record of a list. */
  readonly label: string;
}

/** What a file calls and keeps, as far as its signs alone tell. */
export interface Outline {
  readonly arguments: readonly Argument[];
  readonly stored: ReadonlyMap<string, readonly Stored[]>;
  /** What a loop takes its name from: `models` of `for model in models`. */
  readonly loops: ReadonlyMap<string, string>;
}

interface Frame {
  readonly call: Call;
  readonly isCall: boolean;
  /** The variable that all inside goes into. */
  readonly target: string;
  position: number;
  label: string;
}

/** Longer chains are generated. */
const MAX_PATH = 600;
const MAX_DEPTH = 400;

/** Words before the name that they declare. */
const DECLARES = /^(?:let|var|val|const|final|static|string|String|def|lazy)$/;

/** Calls that make a list of what they are given. */
const LISTS = /(?:^|\.)(?:listOf|arrayOf|setOf|mutableListOf|asList|of|List|Seq|Array|Vector)$/;

/** Signs behind which a line goes on. */
const GOES_ON = /^(?:=|:=|:|,|\(|\[|\{|\+|\.|\?|\?\?|\?:|=>|->)$/;

/** Reads brackets, names and commas. Nothing is understood of types and blocks. */
export function outline(text: string, language: CallLanguage): Outline {
  const walk = new Walk(text, language);
  for (const token of tokens(text, DIALECTS[language])) walk.take(token);
  walk.end();
  return walk;
}

const newFrame = (callee: string, isCall: boolean, target: string): Frame => ({
  call: { callee, labelled: new Map() },
  isCall,
  target,
  position: 0,
  label: '',
});

class Walk implements Outline {
  readonly arguments: Argument[] = [];
  readonly stored = new Map<string, Stored[]>();
  readonly loops = new Map<string, string>();
  readonly #text: string;
  readonly #language: CallLanguage;
  readonly #frames: Frame[] = [];
  #frame = newFrame('', false, '');
  /** The chain of names so far, and the sign before it. */
  #path = '';
  #head = '';
  /** The variable that the statement fills. */
  #target = '';
  #declared = '';
  /** The name before the last colon: what has a type, or a value. */
  #typed = '';
  #loop = '';
  #waiting: Token | undefined;
  #before: Token | undefined;
  #last: Token | undefined;

  constructor(text: string, language: CallLanguage) {
    this.#text = text;
    this.#language = language;
  }

  take(token: Token): void {
    this.#settle(token.value);
    if (this.#startsStatement(token)) this.#newStatement();
    if (token.type === 'word') this.#word(token);
    else if (token.type === 'sign') this.#sign(token);
    else if (this.#last?.value !== '+') this.#waiting = token;
    this.#before = this.#last;
    this.#last = token;
  }

  end(): void {
    this.#settle('');
  }

  #startsStatement(token: Token): boolean {
    const { isCall } = this.#frame;
    if (isCall || !this.#last || GOES_ON.test(this.#last.value) || /^(?:\.|\?\.|=|:=|\?\?)$/.test(token.value))
      return false;
    const between = this.#text.slice(this.#last.to, token.from);
    return between.includes('\n');
  }

  #newStatement(): void {
    this.#frame.label = '';
    this.#target = '';
    this.#declared = '';
    this.#path = '';
  }

  /** A text counts once the next sign is known: one that is added to another is a part. */
  #settle(next: string): void {
    const token = this.#waiting;
    this.#waiting = undefined;
    if (!token || next === '+') return;
    this.#give({ type: 'text', value: token.value, start: token.start, end: token.to });
  }

  #give(given: Given): void {
    const { call, isCall, label, position } = this.#frame;
    if (isCall || label !== '') {
      const argument = { given, call, position, label };
      if (label !== '' && isCall) call.labelled.set(label, argument);
      this.arguments.push(argument);
    }
    const name = this.#target || this.#frame.target;
    if (name === '' || given.type === 'name') return;
    const all = this.stored.get(name);
    if (all) all.push({ name, given, label });
    else this.stored.set(name, [{ name, given, label }]);
  }

  #word({ value }: Token): void {
    const last = this.#last?.value ?? '';
    if (/^(?:\.|\?\.|::)$/.test(last) && this.#path.length < MAX_PATH) this.#path += `.${value}`;
    else {
      this.#path = value;
      this.#head = last;
    }
    if (this.#loop !== '') this.loops.set(this.#loop, value);
    this.#loop = '';
    if (value === 'in') this.#loop = last;
    if (value === 'range') {
      this.#loop = this.#before?.value ?? '';
      this.#target = '';
    }
    if (DECLARES.test(last)) this.#declared = value;
  }

  #sign(token: Token): void {
    this.#settleName(token.value);
    const { value } = token;
    if (/^[({[]$/.test(value)) this.#open(value);
    else if (/^[)}\]]$/.test(value)) this.#close(value);
    else if (/^:?=$|^:$/.test(value)) this.#name(value);
    else if (value === ';') this.#newStatement();
    else if (value === ',') {
      this.#frame.position++;
      this.#frame.label = '';
      if (this.#frame.isCall) this.#target = '';
      this.#path = '';
    }
  }

  #settleName(next: string): void {
    if (!this.#frame.isCall || this.#last?.type !== 'word' || !/^[,)]$/.test(next) || /^[-+*/!<>]$/.test(this.#head))
      return;
    const { to } = this.#last;
    this.#give({ type: 'name', value: this.#path, start: to - this.#last.value.length, end: to });
  }

  #open(sign: string): void {
    if (this.#frames.length < MAX_DEPTH) this.#frames.push(this.#frame);
    const isCall = sign === '(' && /^(?:\w+|[\])>}])$/.test(this.#last?.value ?? '');
    const isList = sign !== '(' || LISTS.test(this.#path);
    const target = isList ? this.#target || this.#frame.target : '';
    this.#frame = newFrame(this.#path, isCall, target);
    this.#target = '';
    this.#path = '';
  }

  #close(sign: string): void {
    const { call, target } = this.#frame;
    const { callee } = call;
    this.#path = sign === '}' ? '' : sign === ')' && callee.length < MAX_PATH ? `${callee}()` : callee;
    this.#frame = this.#frames.pop() ?? newFrame('', false, '');
    // What follows the brackets of a type is still the value: `[]string{"…"}`.
    this.#target = sign === ']' ? target : '';
  }

  #name(sign: string): void {
    if (this.#last?.type !== 'word') return;
    const { value } = this.#last;
    if (sign === ':' && this.#frame.call.callee === 'for') this.#loop = value;
    if (sign === ':') {
      this.#typed = value;
      this.#frame.label = value;
    } else {
      const isTyped = this.#before?.value === ':';
      const name = isTyped ? this.#typed : this.#language === 'go' && this.#declared ? this.#declared : value;
      this.#frame.label = name;
      this.#target = name;
      this.#declared = '';
    }
    this.#path = '';
  }
}
