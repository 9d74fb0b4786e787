import { addressReferences } from '../addressReferences.ts';
import type { Reference } from '../reference.ts';
import { placed } from './loads.ts';
import type { PlacedUnits } from './scope.ts';

/** Hub addresses in the strings and comments of a statement: pages are links, content is loaded. */
export function readMentions({ start, units }: PlacedUnits): Reference[] {
  const found: Reference[] = [];
  for (const { base, facts } of units) {
    for (const fact of facts) {
      if (fact.type !== 'mention') continue;
      found.push(...addressReferences(fact.text.value, within => placed(fact.text, within, start + base)));
    }
  }
  return found;
}
