import type { UnsafeLoad } from '../../hazard.ts';
import { type Span, shifted } from '../../text/span.ts';
import { type Reference, STATEMENTS } from '../reference.ts';
import { relocated } from '../relocate.ts';
import type { Linked } from './linkStatement.ts';
import type { WrittenFolder } from './localPaths.ts';

/** What lies at `from` or behind it moved by `by`. What lay just before `from` is gone, and nothing kept speaks of it. */
export interface Move {
  readonly from: number;
  readonly by: number;
}

/** Puts findings where they stand now; the very same objects where nothing of them moved. One for all statements. */
export function mover(move: Move): (linked: Linked) => Linked {
  if (move.by === 0) return linked => linked;
  const relocation = { place: (span: Span): Span => movedSpan(span, move) };
  const movedReference = (reference: Reference): Reference =>
    staysBefore(reference, move.from) ? reference : relocated(reference, relocation);
  const movedHolder = <T extends { readonly reference: Reference }>(holder: T): T => {
    const reference = movedReference(holder.reference);
    return reference === holder.reference ? holder : { ...holder, reference };
  };
  const movedUnsafe = (load: UnsafeLoad) => movedLoad(load, move);
  const movedPlace = (at: number) => (at < move.from ? at : at + move.by);
  const movedFolder = (each: WrittenFolder) => (each.at < move.from ? each : { ...each, at: each.at + move.by });
  return linked =>
    linked.isSilent
      ? linked
      : {
          ...linked,
          loads: movedAll(linked.loads, movedHolder),
          unsafe: movedAll(linked.unsafe, movedUnsafe),
          folders: movedAll(linked.folders, movedFolder),
          references: movedAll(linked.references, movedReference),
          named: movedAll(linked.named, movedHolder),
          destinations: movedAll(linked.destinations, movedPlace),
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
