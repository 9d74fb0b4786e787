import type { Excerpt } from '../../text/excerpt.ts';

/** What is kept of an expression, whatever the language. Offsets count from the start of the text. */
export type Expression =
  | Text
  | Name
  | Member
  | Index
  | Call
  | RecordValue
  | List
  | Either
  | Constant
  | Imported
  | FunctionValue
  | Template
  | Other;

export interface Placed {
  readonly from: number;
  readonly to: number;
}

/** A string literal without holes. */
export interface Text extends Placed {
  readonly type: 'text';
  readonly value: string;
  /** Where the characters of `value` begin, when they stand there one to one. */
  readonly start: number;
  /** Where each character came from, when escapes break the one-to-one. */
  readonly excerpt?: Excerpt;
}

export interface Name extends Placed {
  readonly type: 'name';
  readonly name: string;
}

/** `object.name`, in Rust also `object::name`. */
export interface Member extends Placed {
  readonly type: 'member';
  readonly object: Expression;
  readonly name: string;
}

export interface Index extends Placed {
  readonly type: 'index';
  readonly object: Expression;
  readonly index: Expression;
}

export interface Call extends Placed {
  readonly type: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  /** Just behind the last argument, where another one would go; nothing while the call is still being typed. */
  readonly close?: number;
}

/** `{ key: value }`. */
export interface RecordValue extends Placed {
  readonly type: 'record';
  readonly entries: readonly Entry[];
  /** Just behind the opening bracket, where another entry would go. */
  readonly open: number;
}

export interface Entry {
  /** Nothing for what is spread into the record, and for keys that are reckoned. */
  readonly key?: string;
  readonly value: Expression;
}

export interface List extends Placed {
  readonly type: 'list';
  readonly items: readonly Expression[];
}

/** One of them: `a ?? b`, the arms of a `match`. */
export interface Either extends Placed {
  readonly type: 'either';
  readonly options: readonly Expression[];
}

export interface Constant extends Placed {
  readonly type: 'constant';
  readonly value: boolean | number | null;
}

/** What an import gives: the package, and the names inside it. */
export interface Imported extends Placed {
  readonly type: 'imported';
  readonly package: string;
  readonly path: readonly string[];
}

export interface FunctionValue extends Placed {
  readonly type: 'function';
  readonly scope: Scope;
}

/** A text with holes, or texts and values that are added. */
export interface Template extends Placed {
  readonly type: 'template';
  readonly parts: readonly Expression[];
}

export interface Other extends Placed {
  readonly type: 'other';
}

/** How a part comes out of a value: one of its items, the component at an index, the entry of a key. */
export type Step = 'item' | number | string;

export interface Parameter {
  readonly name: string;
  /** Its place in the call, from 0. */
  readonly position: number;
  /** The way into the argument: `{ model }` is its entry `model`. */
  readonly steps: readonly Step[];
  readonly fallback?: Expression;
}

/** An expression where its names are looked up. */
export interface Located<T extends Expression = Expression> {
  readonly expression: T;
  readonly scope: Scope;
}

export interface Binding {
  readonly value: Located;
  readonly steps: readonly Step[];
}

/** Where names are bound. `class` also stands for a record with methods. */
export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'block';
  name: string;
  parent: Scope | undefined;
  readonly bindings: Map<string, Binding[]>;
  readonly parameters: Parameter[];
  readonly fields: Map<string, Located[]>;
  readonly bases: string[];
  readonly gives: Located[];
  /** The call that it is handed to: `models.map(model => …)`. */
  handedTo?: Located<Call>;
}

export const newScope = (kind: Scope['kind'], name = '', parent?: Scope): Scope => ({
  kind,
  name,
  parent,
  bindings: new Map(),
  parameters: [],
  fields: new Map(),
  bases: [],
  gives: [],
});

/** An expression of which no more is kept than where it stands. */
export const other = ({ from, to }: Placed): Expression => ({ type: 'other', from, to });

/** The last word of what is called or named. */
export function lastName(expression: Expression): string | undefined {
  return expression.type === 'name' || expression.type === 'member' ? expression.name : undefined;
}

/** The text that an expression is; nothing for any other. */
export const textIn = (expression: Expression): string[] => (expression.type === 'text' ? [expression.value] : []);
