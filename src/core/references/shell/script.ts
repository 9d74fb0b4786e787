import type { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';

/** Where a word takes the value of a variable: `$MODEL`, `${MODEL:-org/name}`. Offsets are into the word's text. */
export interface Hole {
  readonly start: number;
  readonly end: number;
  /** `MODEL`; `1` for an argument of the function around it, `@` for all of them; `!MAP` for the keys of a map. */
  readonly name: string;
  /** What stands in its place when the variable is not set. */
  readonly fallback?: Word;
  /** What else may stand there: the further outcomes of an expression, `${{ x && 'org/one' || 'org/two' }}`. */
  readonly others?: readonly Word[];
}

/** One word of a command as the program gets it, quotes and backslashes taken off. */
export interface Word {
  readonly excerpt: Excerpt;
  /** The word as written, quotes included. */
  readonly span: Span;
  readonly holes?: readonly Hole[];
  /** A part of it is quoted, so that a value with spaces in it stays one word. */
  readonly quoted?: boolean;
}

/** A here-document: lines that go to a program's input, or into a file. */
export interface HereDocument {
  readonly body: Excerpt;
  /** The line that announces it: `cat > run.py <<EOF`. */
  readonly announced: string;
}

/**
 * How one more word is written behind a word: a space in a shell; `, "` and `"` in a list of strings. `between` may hold
 * a line break and its indentation.
 */
export interface Joint {
  readonly between: string;
  readonly quote: string;
}

export const SHELL_JOINT: Joint = { between: ' ', quote: '' };
export const LIST_JOINT: Joint = { between: ', ', quote: '"' };

export interface Command {
  readonly words: readonly Word[];
  readonly documents: readonly HereDocument[];
  /** Left out where no word can be added. */
  readonly joint?: Joint;
  /** The command begins this function: `serve() {`. */
  readonly defines?: string;
}

/** `MODELS=("org/one" "org/two")`, `ARGS+=(--model org/one)`, `declare -A IDS=([small]=org/one)`. */
export interface ArrayAssignment {
  readonly name: string;
  readonly words: readonly Word[];
  /** How many commands were finished before it: tells which function it stands in. */
  readonly before: number;
}

export interface Script {
  readonly commands: readonly Command[];
  readonly arrays: readonly ArrayAssignment[];
  /** `#` to the end of the line. */
  readonly comments: readonly Excerpt[];
}
