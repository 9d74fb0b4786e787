import { commandText, type StartedCommand } from './commandText.ts';
import type { Call } from './expression.ts';
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
export function shellStrings(call: Located<Call>, values: Values): StartedCommand[] {
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
