/**
 * The names by which the statements of a program reach each other. `top`: bound at the top level, or standing for
 * something else. `definition`: a function or a class. `field`: of a class. `place`: what is put into a field or an entry
 * elsewhere, or an option of a command line; see `fieldNames.ts` for their keys. `call`: called.
 */
export interface Names {
  readonly top: ReadonlySet<string>;
  readonly definition: ReadonlySet<string>;
  readonly field: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  readonly call: ReadonlySet<string>;
}

export type NameKind = keyof Names;

export interface NameSets extends Names {
  readonly top: Set<string>;
  readonly definition: Set<string>;
  readonly field: Set<string>;
  readonly place: Set<string>;
  readonly call: Set<string>;
}

export const noNames = (): NameSets => ({
  top: new Set(),
  definition: new Set(),
  field: new Set(),
  place: new Set(),
  call: new Set(),
});

/** Adds the names of one to another. */
export function addNames(all: NameSets, more: Names): void {
  for (const kind of KINDS) for (const name of more[kind]) all[kind].add(name);
}

const KINDS: readonly NameKind[] = ['top', 'definition', 'field', 'place', 'call'];

const NONE: ReadonlySet<string> = new Set();

/** The same names, to be kept: all that are empty are one, since most are, and a key looks through those of every statement. */
export function kept(names: Names): Names {
  const of = (kind: NameKind) => (names[kind].size > 0 ? names[kind] : NONE);
  return { top: of('top'), definition: of('definition'), field: of('field'), place: of('place'), call: of('call') };
}

/** Have the two a name in common? */
export const meet = (a: Names, b: Names): boolean =>
  overlap(a.top, b.top) ||
  overlap(a.definition, b.definition) ||
  overlap(a.field, b.field) ||
  overlap(a.place, b.place) ||
  overlap(a.call, b.call);

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  if (a.size > b.size) return overlap(b, a);
  for (const name of a) if (b.has(name)) return true;
  return false;
}
