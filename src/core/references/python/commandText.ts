import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import { liftReference } from '../lift.ts';
import type { Reference } from '../reference.ts';
import { relocated } from '../relocate.ts';
import type { Expression, Other, Text } from './expression.ts';
import { type Located, lastName } from './scope.ts';
import type { Values } from './values.ts';

/** A command line as its shell or its program gets it. */
export interface StartedCommand {
  readonly excerpt: Excerpt;
  /** Its words are the items of a list. */
  readonly listed: boolean;
  /** Its last characters stand elsewhere, in a constant. */
  readonly openEnded: boolean;
}

/** More items than any command has words. */
const MOST_WORDS = 200;

/** What stands for a value that cannot be followed: a hole, which no id is whole with. */
const HOLE = '{';

/** The command that a value is: a text, a text with constants put into it, or a list of such. */
export function commandText(at: Located, values: Values): StartedCommand | undefined {
  const builder = Excerpt.builder();
  const speller = new Speller(values);
  const { expression } = at;
  if (expression.type === 'sequence') {
    for (const item of expression.items.slice(0, MOST_WORDS)) speller.word(builder, { ...at, expression: item });
    return { excerpt: builder.build(), listed: true, openEnded: false };
  }
  const text = splitText(expression);
  if (!isSpelled(text)) return undefined;
  const openEnded = speller.spell(builder, { ...at, expression: text });
  return { excerpt: builder.build(), listed: false, openEnded };
}

/** `"vllm serve x".split()` and `shlex.split("vllm serve x")` are the text's words. */
function splitText(expression: Expression): Expression {
  if (expression.type !== 'call' || lastName(expression.callee) !== 'split') return expression;
  const { callee, arguments: given } = expression;
  const object = callee.type === 'attribute' ? callee.object : undefined;
  if (object && isSpelled(object)) return given.length === 0 ? object : expression;
  const first = given[0];
  return first?.role === 'positional' && isSpelled(first.value) ? first.value : expression;
}

type Spelled = Text | (Other & ({ readonly template: Text } | { readonly joined: true }));

const isSpelled = (expression: Expression): expression is Spelled =>
  expression.type === 'text' ||
  (expression.type === 'other' && (expression.template !== undefined || expression.joined === true));

/** How deep texts may be put into texts, and how many into one command: `a = a + a` would go on for ever. */
const MAX_DEPTH = 10;
const MOST_VALUES = 400;

/** Writes values into a text, each character with its place. */
class Speller {
  readonly #values: Values;
  #depth = 0;
  #taken = 0;

  constructor(values: Values) {
    this.#values = values;
  }

  /** One item of a list, in quotes, so that a shell's reader takes it for one word. */
  word(builder: ExcerptBuilder, at: Located): void {
    const { from, to } = at.expression;
    const word = Excerpt.builder();
    this.#value(word, at);
    const spelled = word.build();
    const isWord = !spelled.text.includes("'");
    builder.add(isWord ? "'" : HOLE, at.base + from, 0);
    if (isWord) builder.append(spelled).add("'", at.base + to, 0);
    builder.add(' ', at.base + to, 0);
  }

  /** Tells whether it ends with characters that stand elsewhere. */
  spell(builder: ExcerptBuilder, at: Located<Spelled>): boolean {
    const { expression, base } = at;
    if (expression.type === 'text') {
      addText(builder, expression, base, 0, expression.value.length);
      return false;
    }
    if (expression.template) return this.#template(builder, at, expression.template, expression.parts);
    for (const part of expression.parts) this.#value(builder, { ...at, expression: part });
    return true;
  }

  /** The one value of an expression; a hole where it has none in sight, or several. */
  #value(builder: ExcerptBuilder, at: Located): void {
    const isTaken = this.#depth < MAX_DEPTH && ++this.#taken <= MOST_VALUES;
    const value = isTaken ? (isSpelled(at.expression) ? at : this.#values.single(at)) : undefined;
    if (value && isSpelled(value.expression)) {
      this.#depth++;
      this.spell(builder, { ...value, expression: value.expression });
      this.#depth--;
    } else builder.add(HOLE, at.base + at.expression.from, 0);
  }

  /** An f-string with its holes filled; one with a format of its own (`{x!r}`, `{x:>8}`) stays as written. */
  #template(builder: ExcerptBuilder, at: Located, template: Text, holes: readonly Expression[]): boolean {
    const { value, excerpt, start } = template;
    const placeOf = (index: number) => excerpt?.toOuter({ start: index, end: index + 1 }).start ?? start + index;
    let added = 0;
    let next = 0;
    for (let index = 0; index < value.length && next < holes.length; index++) {
      if (value[index] !== '{') continue;
      const place = placeOf(index);
      while (next < holes.length && holes[next]!.from <= place) next++;
      const hole = holes[next];
      if (hole?.from !== place + 1) continue;
      const end = index + 1 + hole.to - hole.from;
      if (value[end] !== '}' || placeOf(end) !== hole.to) continue;
      addText(builder, template, at.base, added, index);
      this.#value(builder, { ...at, expression: hole });
      added = end + 1;
      index = end;
    }
    addText(builder, template, at.base, added, value.length);
    return added === value.length;
  }
}

function addText(builder: ExcerptBuilder, text: Text, base: number, from: number, to: number): void {
  if (!text.excerpt) {
    builder.add(text.value.slice(from, to), base + text.start + from);
    return;
  }
  for (let i = from; i < to; i++) {
    const { start, end } = text.excerpt.toOuter({ start: i, end: i + 1 });
    builder.add(text.value[i]!, base + start, end - start);
  }
}

/** A reference in the command, where its id stands in the program. */
export function liftStarted(reference: Reference, { excerpt, listed, openEnded }: StartedCommand): Reference {
  if (!listed) {
    const end = excerpt.text.length;
    const isBeyond = openEnded && reference.pins.some(({ span }) => span.start === end);
    return liftReference(isBeyond ? { ...reference, pins: [] } : reference, excerpt);
  }
  return relocated(reference, {
    place: span => excerpt.toOuter(span),
    pin: ({ span, before }) => {
      if (span.end > span.start) return { span: excerpt.toOuter(span), before: '', after: '' };
      const flag = /^ (--?[\w-]+) $/.exec(before)?.[1];
      return flag === undefined ? undefined : { span: excerpt.toOuter(span), before: `, "${flag}", "`, after: '"' };
    },
  });
}
