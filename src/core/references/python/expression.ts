import type { Excerpt } from '../../text/excerpt.ts';

/**
 * What is kept of a Python expression. Offsets are relative to the statement that holds it, so that a statement that
 * moved but did not change keeps its facts.
 */
export type Expression =
  | Text
  | { readonly type: 'name'; readonly name: string; readonly from: number; readonly to: number }
  | Attribute
  | Subscript
  | Call
  | Dictionary
  | Sequence
  | Either
  | Constant
  | Imported
  | Other;

/** A string literal without holes, or several that Python joins. */
export interface Text {
  readonly type: 'text';
  readonly value: string;
  readonly from: number;
  readonly to: number;
  /** Where the characters of `value` begin, when they stand there one to one. */
  readonly start: number;
  /** The mark that it stands in, once: `'` or `"`. */
  readonly quote: string;
  /** Where each character came from, when escapes or joined literals break the one-to-one. */
  readonly excerpt?: Excerpt;
}

export interface Attribute {
  readonly type: 'attribute';
  readonly object: Expression;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface Subscript {
  readonly type: 'subscript';
  readonly object: Expression;
  readonly index: Expression;
  readonly from: number;
  readonly to: number;
}

export interface Call {
  readonly type: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** Where one more argument goes: behind the last; nothing where none may, or where the call is not finished. */
  readonly end?: number;
  /** `partial(f, …)`: what is called here is called later, with more arguments. */
  readonly early?: true;
  /** It has a keyword that tells a loader, whatever is called. */
  readonly telling: boolean;
  /** It has a keyword that names a folder to write. */
  readonly writing: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Argument {
  /** `spread` is `*x`, `spreadKeywords` is `**x`. */
  readonly role: 'positional' | 'keyword' | 'spread' | 'spreadKeywords';
  readonly name?: string;
  readonly value: Expression;
}

export interface Dictionary {
  readonly type: 'dictionary';
  /** An entry without a key is `**other`. */
  readonly entries: readonly { readonly key?: Expression; readonly value: Expression }[];
  /** Where one more entry goes: behind the last; nothing where the dictionary is not finished. */
  readonly end?: number;
  readonly from: number;
  readonly to: number;
}

export interface Sequence {
  readonly type: 'sequence';
  readonly items: readonly Expression[];
  readonly from: number;
  readonly to: number;
}

/** `a or b`, `a if c else b`: one of them. */
export interface Either {
  readonly type: 'either';
  readonly options: readonly Expression[];
  readonly from: number;
  readonly to: number;
}

export interface Constant {
  readonly type: 'constant';
  readonly value: boolean | number | null;
  readonly from: number;
  readonly to: number;
}

/** What an import binds: `from a.b import c` is `a`, `b`, `c`; a relative import begins with `.`. */
export interface Imported {
  readonly type: 'imported';
  readonly path: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Anything else, with the expressions in it: enough to ask where a value came from. */
export interface Other {
  readonly type: 'other';
  readonly parts: readonly Expression[];
  /** An f-string as written, holes included: a command or an address in it may still be whole. */
  readonly template?: Text;
  /** `a + b`: the two parts, one behind the other where they are texts. */
  readonly joined?: true;
  readonly from: number;
  readonly to: number;
}

export interface Parameter {
  readonly name: string;
  readonly fallback?: Expression;
  /** `*args` and `**kwargs` take no single argument. */
  readonly variadic: boolean;
}

/** One step of a statement as the linker will see it, in the order of the text. */
export type Fact =
  | {
      readonly type: 'bind';
      readonly name: string;
      readonly value: Expression;
      readonly steps: readonly Step[];
      /** Where the block ends in which it stands, when that is a block of this very statement. */
      readonly blockEnd?: number;
    }
  | { readonly type: 'store'; readonly target: Attribute | Subscript; readonly value: Expression }
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'give'; readonly value: Expression }
  | {
      readonly type: 'enter';
      readonly kind: 'function' | 'class';
      readonly name: string;
      readonly parameters: readonly Parameter[];
      readonly bases: readonly Expression[];
      readonly decorators: readonly Call[];
      /** Whoever makes an object may give its fields other values: a dataclass, a model of pydantic. */
      readonly fillable: boolean;
    }
  | { readonly type: 'leave' }
  | { readonly type: 'mention'; readonly text: Text }
  /** A literal under a name that may say what it is; of the environment, `os.environ["MODEL_ID"] = …`. */
  | { readonly type: 'named'; readonly name: string; readonly text: Text; readonly environment?: true };

/** The facts of one statement, or of the head of a large one, relative to `base`. */
export interface Unit {
  readonly base: number;
  /** Where the block ends in which it stands; the top level does not end. */
  readonly blockEnd: number;
  readonly facts: readonly Fact[];
}

/** How a name comes out of a value: one of its items (`for x in value`), or the component at an index (`a, b = value`). */
export type Step = 'item' | number;
