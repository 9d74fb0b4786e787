import type { Span } from '../text/span.ts';
import { type Reference, type RevisionPlace, STATEMENTS, type Stated, type Statements } from './reference.ts';

/** How a text that a reference was found in lies in a larger one. */
export interface Relocation {
  readonly place: (span: Span) => Span;
  /** Where a value that a load states stands; {@link place} when it is left out. */
  readonly placeStated?: (span: Span) => Span;
  /** How new text is written there; nothing when the place is not in the larger text. */
  readonly pin?: (pin: RevisionPlace) => RevisionPlace | undefined;
}

type Placed = Omit<Reference, keyof Statements> & Record<keyof Statements, Stated<unknown>>;

/** The same reference where its text stands in a larger one. */
export function relocated(reference: Reference, { place, placeStated = place, pin }: Relocation): Reference {
  const movePin = pin ?? ((each: RevisionPlace) => ({ ...each, span: place(each.span) }));
  const moved =
    reference.pins.length === 0 ? reference.pins : reference.pins.map(movePin).filter(each => each !== undefined);
  // Half of the pins would leave one load of the same id where it is.
  const pins = moved.length === reference.pins.length ? moved : [];
  const there: Placed = { ...reference, span: place(reference.span), pins };
  for (const name of STATEMENTS) {
    const each = reference[name];
    if (each.state !== 'absent') there[name] = { ...each, span: placeStated(each.span) };
  }
  // A statement keeps its name and its type: only its span is another.
  return there as Reference;
}
