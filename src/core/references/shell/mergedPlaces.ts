import { inOrder } from '../inOrder.ts';
import type { Reference, RevisionPlace } from '../reference.ts';

/**
 * Each place once. An id in a variable reaches every command that uses it: it is pinned where all of them are, so that
 * one that cannot be pinned leaves the id without a pin. `variables`: the names that the script sets, which load nothing.
 */
export function mergedPlaces(
  references: readonly Reference[],
  variables: ReadonlySet<string> = new Set(),
): Reference[] {
  const byPlace = new Map<string, Reference[]>();
  for (const each of references) {
    const key = `${each.span.start} ${each.span.end}`;
    const same = byPlace.get(key);
    if (same) same.push(each);
    else byPlace.set(key, [each]);
  }
  return inOrder(
    [...byPlace.values()].flatMap(same => {
      if (same.length === 1) return same;
      const loads = same.filter(each => !each.link && !variables.has(each.api) && each.api !== each.api.toUpperCase());
      if (loads.length === 0) return same;
      const least = loads.find(each => each.revision.state !== 'known') ?? loads[0]!;
      const first = inOrder(loads)[0]!;
      return [{ ...first, revision: least.revision, pins: allPins(loads) }];
    }),
  );
}

function allPins(loads: readonly Reference[]): RevisionPlace[] {
  if (loads.some(each => each.pins.length === 0)) return [];
  const places = new Map<string, RevisionPlace>();
  for (const pin of loads.flatMap(each => each.pins))
    places.set(`${pin.span.start} ${pin.span.end} ${pin.before}`, pin);
  return [...places.values()];
}
