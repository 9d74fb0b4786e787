import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import type { Call, Expression, Text } from './expression.ts';
import { type Located, lastName } from './scope.ts';
import type { Values } from './values.ts';

/** Functions that hand their first argument to a shell or start it as a program; and whose they are. */
const RUNNERS: Readonly<Record<string, RegExp>> = {
  system: /^(?:os|get_ipython)$/,
  popen: /^os$/,
  run: /^(?:subprocess|sp)$/,
  call: /^(?:subprocess|sp)$/,
  check_call: /^(?:subprocess|sp)$/,
  check_output: /^(?:subprocess|sp)$/,
  Popen: /^(?:subprocess|sp)$/,
  getoutput: /^(?:subprocess|sp)$/,
};

/** Names that say enough without their module. */
const TELLING = new Set(['check_call', 'check_output', 'Popen']);

/** The command lines that the call starts, each as the text that a shell would get. */
export function shellStrings(call: Located<Call>, values: Values): Excerpt[] {
  const { callee, arguments: given } = call.expression;
  const name = lastName(callee);
  const owner = name !== undefined && Object.hasOwn(RUNNERS, name) ? RUNNERS[name] : undefined;
  const first = given[0];
  if (name === undefined || !owner || first?.role !== 'positional') return [];
  const object = callee.type === 'attribute' ? callee.object : undefined;
  const module = object?.type === 'call' ? lastName(object.callee) : object && lastName(object);
  if (module === undefined ? !TELLING.has(name) : !owner.test(module)) return [];
  return values.origins({ ...call, expression: first.value }).flatMap(origin => {
    const command = origin.type === 'value' ? commandText(origin.at, values) : undefined;
    return command ? [command] : [];
  });
}

function commandText(at: Located, values: Values): Excerpt | undefined {
  const { expression } = at;
  const builder = Excerpt.builder();
  const text = wholeText(expression);
  if (text) addText(builder, text, at.base);
  else if (expression.type === 'sequence') addWords(builder, at, expression.items, values);
  else return undefined;
  return builder.build();
}

const wholeText = (expression: Expression): Text | undefined =>
  expression.type === 'text' ? expression : expression.type === 'other' ? expression.template : undefined;

function addWords(builder: ExcerptBuilder, at: Located, items: readonly Expression[], values: Values): void {
  for (const item of items.slice(0, 200)) {
    const word = values.single({ ...at, expression: item });
    const text = word && wholeText(word.expression);
    const outer = at.base + item.from;
    if (text && word && !text.value.includes("'")) {
      builder.add("'", outer, 0);
      addText(builder, text, word.base);
      builder.add("'", outer, 0);
    } else {
      builder.add('{', outer, 0);
    }
    builder.add(' ', outer, 0);
  }
}

function addText(builder: ExcerptBuilder, text: Text, base: number): void {
  if (!text.excerpt) {
    builder.add(text.value, base + text.start);
    return;
  }
  for (let i = 0; i < text.value.length; i++) {
    const { start, end } = text.excerpt.toOuter({ start: i, end: i + 1 });
    builder.add(text.value[i]!, base + start, end - start);
  }
}
