import { absent, type Reference, type RevisionPlace, type Stated } from '../reference.ts';

/**
 * One reference for each place: an id in a constant that several loads take is pinned where all of them are. A place
 * that would pin two different ids pins none.
 */
export function merged(references: readonly Reference[]): Reference[] {
  const ids = new Map<string, Set<string>>();
  for (const { id, pins } of references) {
    for (const pin of pins) ids.set(placeKey(pin), (ids.get(placeKey(pin)) ?? new Set()).add(id));
  }
  const isShared = (pin: RevisionPlace) => ids.get(placeKey(pin))!.size > 1;
  const byPlace = new Map<number, Reference>();
  for (const each of references) {
    const own = each.pins.some(isShared) ? { ...each, pins: [] } : each;
    const before = byPlace.get(each.span.start);
    byPlace.set(each.span.start, before ? both(before, own) : own);
  }
  return [...byPlace.values()];
}

const placeKey = ({ span, before }: RevisionPlace) => `${span.start} ${span.end} ${before}`;

function both(a: Reference, b: Reference): Reference {
  if (a.link !== b.link) return a.link ? b : a;
  const known = new Map([...a.pins, ...b.pins].map(pin => [placeKey(pin), pin]));
  const pins = a.pins.length === 0 || b.pins.length === 0 ? [] : [...known.values()];
  return { ...a, revision: weaker(a.revision, b.revision), pins };
}

/** What both loads say; no revision where one of them has none. */
function weaker(a: Stated<string>, b: Stated<string>): Stated<string> {
  if (a.state === 'absent' || b.state === 'absent') return absent;
  if (a.state === 'unknown' || b.state === 'unknown') return a.state === 'unknown' ? a : b;
  return a.value === b.value ? a : { state: 'unknown', span: a.span };
}
