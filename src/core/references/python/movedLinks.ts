import type { UnsafeLoad } from '../../hazard.ts';
import { type Span, shifted } from '../../text/span.ts';
import type { Reference } from '../reference.ts';
import { relocated } from '../relocate.ts';
import type { Linked } from './linkStatement.ts';

/** What lies at `from` or behind it moved by `by`. What lay just before `from` is gone, and nothing kept speaks of it. */
export interface Move {
  readonly from: number;
  readonly by: number;
}

/** The same findings where they stand now. */
export function movedLinks(linked: Linked, move: Move): Linked {
  const { loads, unsafe, folders, references, named, destinations } = linked;
  const found = [loads, unsafe, folders, references, named, destinations];
  if (found.every(each => each.length === 0)) return linked;
  return {
    ...linked,
    loads: loads.map(load => ({ ...load, reference: movedReference(load.reference, move) })),
    unsafe: unsafe.map(load => movedLoad(load, move)),
    folders: folders.map(each => (each.at < move.from ? each : { ...each, at: each.at + move.by })),
    references: references.map(each => movedReference(each, move)),
    named: named.map(each => ({ ...each, reference: movedReference(each.reference, move) })),
    destinations: destinations.map(at => (at < move.from ? at : at + move.by)),
  };
}

const movedSpan = (span: Span, { from, by }: Move): Span => (span.start < from ? span : shifted(span, by));

const movedReference = (reference: Reference, move: Move): Reference =>
  relocated(reference, { place: span => movedSpan(span, move) });

function movedLoad(load: UnsafeLoad, move: Move): UnsafeLoad {
  const { makeSafe } = load;
  return {
    ...load,
    span: movedSpan(load.span, move),
    ...(makeSafe && { makeSafe: { ...makeSafe, span: movedSpan(makeSafe.span, move) } }),
  };
}
