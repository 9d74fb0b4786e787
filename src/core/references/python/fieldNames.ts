import { keyOf } from './dictionary.ts';
import type { Attribute, Call, Subscript } from './expression.ts';

/** What `owner.field = …` and `owner["field"] = …` are found by. */
export const storeKey = (owner: string, field: string) => `${owner}\n${field}`;

export const storedField = (place: Attribute | Subscript) =>
  place.type === 'attribute' ? place.name : keyOf(place.index);

/** What an option is asked for by: a name that no field can have. */
export const optionKey = (name: string) => `--${name}`;

/** The name that a command-line option gives its value: `--model-name` is `model_name`, unless `dest` says otherwise. */
export function optionName(call: Call): string | undefined {
  const dest = call.arguments.find(argument => argument.name === 'dest')?.value;
  if (dest?.type === 'text') return dest.value;
  const flags = call.arguments.flatMap(each =>
    each.role === 'positional' && each.value.type === 'text' ? [each.value.value] : [],
  );
  const plain = flags.find(flag => !flag.startsWith('-'));
  const long = plain ?? flags.find(flag => flag.startsWith('--')) ?? flags[0];
  return long?.replace(/^-+|\/.*$/g, '').replace(/-/g, '_');
}
