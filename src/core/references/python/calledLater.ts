import type { Call } from './expression.ts';

/** Functions that call the one that they are given, with the arguments behind it. */
const CALLING = /^(?:submit|to_thread|run_sync)$/;

/** `partial(AutoModel.from_pretrained, "org/name")` gives the loader its arguments early. */
export function calledLater(call: Call): Call {
  const { callee } = call;
  const name = callee.type === 'name' || callee.type === 'attribute' ? callee.name : '';
  const [inner, ...rest] = call.arguments;
  if (name === 'dict') return configuredCall(call);
  if (name === 'Thread') return threadCall(call);
  if (inner?.role !== 'positional' || (inner.value.type !== 'name' && inner.value.type !== 'attribute')) return call;
  if (CALLING.test(name)) return { ...call, callee: inner.value, arguments: rest };
  // What is called for every item gets the list in place of the item; there is no place for one more argument.
  if (name === 'map' && rest[0]?.role === 'positional') {
    const { end: _, ...closed } = call;
    return { ...closed, callee: inner.value, arguments: rest };
  }
  if (name !== 'partial') return call;
  return { ...call, callee: inner.value, arguments: rest, early: true };
}

/** `dict(type=load_dataset, path="org/name")`: what mmengine, and xtuner with it, calls with the rest of the dictionary. */
function configuredCall(call: Call): Call {
  const type = call.arguments.find(each => each.role === 'keyword' && each.name === 'type')?.value;
  if (type?.type !== 'name' && type?.type !== 'attribute') return call;
  return { ...call, callee: type, arguments: call.arguments.filter(each => each.value !== type) };
}

/** `Thread(target=f, args=("org/name",))`. */
function threadCall(call: Call): Call {
  const [target, given] = ['target', 'args'].map(name => call.arguments.find(each => each.name === name)?.value);
  if (!target || given?.type !== 'sequence') return call;
  const { end: _, ...closed } = call;
  return { ...closed, callee: target, arguments: given.items.map(value => ({ role: 'positional', value })) };
}
