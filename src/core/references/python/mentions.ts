import { addressReferences } from '../addressReferences.ts';
import type { Reference } from '../reference.ts';
import { placed } from './loads.ts';
import type { Values } from './values.ts';

/** Hub addresses in strings and comments: pages are links, content is loaded. */
export function readMentions(values: Values): Reference[] {
  return values.module.mentions.flatMap(({ fact, base }) =>
    addressReferences(fact.text.value, within => placed(fact.text, within, base)),
  );
}
