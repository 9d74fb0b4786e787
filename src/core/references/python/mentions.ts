import type { Span } from '../../text/span.ts';
import { addressReferences } from '../address/addressReferences.ts';
import type { Reference } from '../reference.ts';
import { behindId, isPlain } from './pins.ts';
import { placed } from './placed.ts';
import type { PlacedUnits } from './scope.ts';

/** Hub addresses in the strings and comments of a statement: pages are links, content is loaded. */
export function readMentions({ start, units }: PlacedUnits): Reference[] {
  const found: Reference[] = [];
  for (const { base, facts } of units) {
    for (const fact of facts) {
      if (fact.type !== 'mention') continue;
      const place = (within: Span) => placed(fact.text, within, start + base);
      for (const each of addressReferences(fact.text.value, place)) {
        const takes = each.api === 'hf://' && each.pins.length === 0 && isPlain(fact.text);
        found.push(takes ? { ...each, pins: [behindId(each.span)] } : each);
      }
    }
  }
  return found;
}
