import type { UnsafeLoad } from '../../hazard.ts';
import { type Span, shifted } from '../../text/span.ts';
import { type Reference, STATEMENTS } from '../reference.ts';
import { relocated } from '../relocate.ts';
import type { Linked } from './linkStatement.ts';

/** What lies at `from` or behind it moved by `by`. What lay just before `from` is gone, and nothing kept speaks of it. */
export interface Move {
  readonly from: number;
  readonly by: number;
}

/** The same findings where they stand now; the very same objects where nothing of them moved. */
export function movedLinks(linked: Linked, move: Move): Linked {
  if (linked.isSilent || move.by === 0) return linked;
  const place = (span: Span): Span => movedSpan(span, move);
  const movedReference = (reference: Reference): Reference =>
    staysBefore(reference, move.from) ? reference : relocated(reference, { place });
  return {
    ...linked,
    loads: movedAll(linked.loads, load => {
      const reference = movedReference(load.reference);
      return reference === load.reference ? load : { ...load, reference };
    }),
    unsafe: movedAll(linked.unsafe, load => movedLoad(load, move)),
    folders: movedAll(linked.folders, each => (each.at < move.from ? each : { ...each, at: each.at + move.by })),
    references: movedAll(linked.references, movedReference),
    named: movedAll(linked.named, each => {
      const reference = movedReference(each.reference);
      return reference === each.reference ? each : { ...each, reference };
    }),
    destinations: movedAll(linked.destinations, at => (at < move.from ? at : at + move.by)),
  };
}

/** Most statements have little of one kind and nothing of the others, and half of them stand before what moved. */
function movedAll<T>(all: readonly T[], moved: (each: T) => T): readonly T[] {
  let copy: T[] | undefined;
  for (let i = 0; i < all.length; i++) {
    const each = moved(all[i]!);
    if (each === all[i]) continue;
    copy ??= [...all];
    copy[i] = each;
  }
  return copy ?? all;
}

const movedSpan = (span: Span, { from, by }: Move): Span => (span.start < from ? span : shifted(span, by));

function staysBefore(reference: Reference, from: number): boolean {
  if (reference.span.start >= from) return false;
  for (const { span } of reference.pins) if (span.start >= from) return false;
  for (const name of STATEMENTS) {
    const stated = reference[name];
    if (stated.state !== 'absent' && stated.span.start >= from) return false;
  }
  return true;
}

function movedLoad(load: UnsafeLoad, move: Move): UnsafeLoad {
  const { makeSafe } = load;
  if (load.span.start < move.from && (!makeSafe || makeSafe.span.start < move.from)) return load;
  return {
    ...load,
    span: movedSpan(load.span, move),
    ...(makeSafe && { makeSafe: { ...makeSafe, span: movedSpan(makeSafe.span, move) } }),
  };
}
