import { keyOf } from './dictionary.ts';
import type { Attribute, Call, Expression, Subscript } from './expression.ts';

/** What `owner.field = …` and `owner["field"] = …` are found by. */
export const storeKey = (owner: string, field: string) => `${owner}\n${field}`;

export const storedField = (place: Attribute | Subscript) =>
  place.type === 'attribute' ? place.name : keyOf(place.index);

/** What an option is asked for by: a name that no field can have. */
export const optionKey = (name: string) => `--${name}`;

/** Calls that declare an option by its name and its default: absl's flags. */
const DECLARING = /^DEFINE_(?:string|enum|list|multi_string|multi_enum)$/;

/** The options that a call declares, each with its default: of argparse, of absl, of `set_defaults`. */
export function declaredOptions(call: Call, called: string): { readonly name: string; readonly value: Expression }[] {
  const given = call.arguments;
  if (called === 'set_defaults') {
    return given.flatMap(({ name, value }) => (name === undefined ? [] : [{ name, value }]));
  }
  const isDeclaring = DECLARING.test(called);
  if (called !== 'add_argument' && !isDeclaring) return [];
  const name = optionName(call);
  const value = given.find(argument => argument.name === 'default') ?? (isDeclaring ? given[1] : undefined);
  return name !== undefined && value ? [{ name, value: value.value }] : [];
}

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
